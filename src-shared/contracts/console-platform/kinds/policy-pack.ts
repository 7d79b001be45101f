import { type PolicyPackRecord, policyPackRecordSchema } from '../records/policy-pack.ts'
import { ROLES } from '../roles.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<PolicyPackRecord>()

function titleOf({ name, packVersion }: Pick<PolicyPackRecord, 'name' | 'packVersion'>): string {
  return `${name.zh} ${packVersion}`
}

export const policyPackKind = defineKind({
  since: 4,
  schema: policyPackRecordSchema,
  table: 'policy_pack',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    title: text(titleOf),
    status: text(({ status }) => status),
    fromOn: text(({ from }) => from),
    proposedAt: text(({ proposed }) => proposed.at),
    decidedAt: textOrNull(({ decided }) => decided?.at ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, id }) => ({ marketplace, providerId: '', name: id, fileHashes: [] }),
  seenBy: ROLES,
  withoutPersonalData: null,
  title: titleOf,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['title'],
  before: {},
})
