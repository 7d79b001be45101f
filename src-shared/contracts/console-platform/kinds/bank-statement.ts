import { type BankStatement, bankStatementSchema } from '../records/bank-statement.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<BankStatement>()

export const bankStatementKind = defineKind({
  since: 3,
  schema: bankStatementSchema,
  table: 'bank_statement',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    accountId: text(({ accountId }) => accountId),
    fileHash: text(({ fileHash }) => fileHash),
    fromOn: textOrNull(({ period }) => period?.from ?? null),
    toOn: textOrNull(({ period }) => period?.to ?? null),
    importedAt: text(({ importedAt }) => importedAt),
  },
  // Its file stays with who imported it.
  key: ({ marketplace }) => ({ marketplace, providerId: '', name: null, fileHashes: [] }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ fileName }) => fileName,
  state: ({ proof }) => proof,
  decided: false,
  foundBy: [],
  before: {},
})
