import { type Provider, providerSchema } from '../records/provider.ts'
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
  },
  key: ({ marketplace, id }) => ({ marketplace, providerId: id, name: null, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (provider) => ({ ...provider, uscc: null, residentId: null, contact: null }),
  title: ({ name }) => name,
  state: ({ status }) => status,
  decided: false,
  foundBy: ['name'],
  before: { 4: (provider) => without(provider, 'openSourceOnly') },
})
