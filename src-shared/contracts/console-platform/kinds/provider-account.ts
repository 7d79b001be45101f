import { plainAccount } from '../../../rules/bank-matching/line-to-match.ts'
import {
  type ProviderAccount,
  providerAccountName,
  providerAccountSchema,
  providerAccountStatus,
} from '../records/provider-account.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text } = kindOf<ProviderAccount>()

export const providerAccountKind = defineKind({
  since: 4,
  schema: providerAccountSchema,
  table: 'provider_account',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    accountName: text(({ accountName }) => accountName),
    /** Without blanks and dashes, to find it again elsewhere. */
    number: text(({ accountNumber }) => plainAccount(accountNumber)),
    status: text(providerAccountStatus),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (account) => {
    const status = providerAccountStatus(account)
    const holds = status === 'proposed' || status === 'approved'
    const { marketplace, providerId } = account
    return { marketplace, providerId, name: holds ? providerAccountName(account) : null, fileHashes: [] }
  },
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ accountName, accountNumber }) => `${accountName} ${accountNumber}`,
  state: providerAccountStatus,
  decided: true,
  foundBy: ['number', 'name'],
  before: {},
})
