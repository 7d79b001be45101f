import { hashesIn } from '../records/attachment.ts'
import {
  contractsEndOn,
  documentsExpireOn,
  type Provider,
  providerSchema,
  verifiedOn,
} from '../records/provider.ts'
import { kindOf, without } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<Provider>()

export const providerKind = defineKind({
  since: 1,
  schema: providerSchema,
  table: 'provider',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    name: text(({ name }) => name),
    kind: text(({ kind }) => kind),
    status: text(({ status }) => status),
    joinedOn: textOrNull(({ joinedOn }) => joinedOn),
    updatedAt: text(({ updatedAt }) => updatedAt),
    verifiedOn: textOrNull(verifiedOn, { since: 4 }),
    documentsExpireOn: textOrNull(documentsExpireOn, { since: 4 }),
    contractsEndOn: textOrNull(contractsEndOn, { since: 4 }),
  },
  key: ({ marketplace, id, documents, decisions }) => ({
    marketplace,
    providerId: id,
    name: null,
    fileHashes: [...new Set([...(documents ?? []).map(({ fileHash }) => fileHash), ...hashesIn(decisions)])],
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (provider) => ({
    ...provider,
    ...{ uscc: null, residentId: null, contact: null, documents: null },
  }),
  title: ({ name }) => name,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['name'],
  before: {
    4: ({ documents: _papers, decisions: _decided, terms: _terms, ...provider }) =>
      without(provider, 'openSourceOnly'),
  },
})
