import { controlSheet } from '../../../rules/in-force/company-controls.ts'
import { type CompanyControl, companyControlSchema } from '../records/company-control.ts'
import { ROLES } from '../roles.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<CompanyControl>()

/** What a control is called; its name where this program does not know it. */
function titleOf({ control }: Pick<CompanyControl, 'control'>): string {
  return controlSheet(control)?.name.zh ?? control
}

export const companyControlKind = defineKind({
  since: 4,
  schema: companyControlSchema,
  table: 'company_control',
  columns: {
    control: text(({ control }) => control),
    title: text(titleOf),
    status: text(({ status }) => status),
    fromOn: text(({ from }) => from),
    proposedAt: text(({ proposed }) => proposed.at),
    decidedAt: textOrNull(({ decided }) => decided?.at ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ control, id }) => ({ marketplace: '', providerId: '', name: `${control} ${id}`, fileHashes: [] }),
  seenBy: ROLES,
  withoutPersonalData: null,
  title: titleOf,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['title'],
  before: {},
})
