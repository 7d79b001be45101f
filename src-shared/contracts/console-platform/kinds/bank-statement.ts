import { type BankStatement, bankStatementSchema } from '../records/bank-statement.ts'
import { kindOf, without } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<BankStatement>()

/** The name of a statement in its marketplace; those of an account sort by their last days. */
export function statementName({
  accountId,
  period,
  id,
}: Pick<BankStatement, 'accountId' | 'period' | 'id'>): string {
  return `${accountId} ${period?.to ?? ''} ${id}`
}

/** What the names of an account's statements lie between. */
export function statementNamesOf(accountId: string) {
  return { after: `${accountId} `, before: `${accountId}!` }
}

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
  key: (statement) => ({
    marketplace: statement.marketplace,
    providerId: '',
    name: statementName(statement),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ fileName }) => fileName,
  state: ({ proof }) => proof,
  decided: false,
  foundBy: [],
  before: {
    4: ({ accepted, ...statement }) => ({
      ...without(statement, 'withdrawn'),
      accepted: accepted.filter((each) => each !== 'not-continuous'),
    }),
  },
})
