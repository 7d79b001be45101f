import { plainAccount } from '../../../rules/bank-matching/line-to-match.ts'
import { type BankAccount, bankAccountSchema } from '../records/bank-account.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text } = kindOf<BankAccount>()

/** The name of an account in its marketplace, however its number is written. */
export function accountName(number: string): string {
  return plainAccount(number)
}

export const bankAccountKind = defineKind({
  since: 3,
  schema: bankAccountSchema,
  table: 'bank_account',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    number: text(({ number }) => number),
    holder: text(({ holder }) => holder),
    bank: text(({ bank }) => bank),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, number }) => ({
    marketplace,
    providerId: '',
    name: accountName(number),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ bank, number }) => `${bank} ${number}`,
  state: () => null,
  decided: true,
  foundBy: ['number', 'holder', 'bank'],
  before: {},
})
