import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { bankAccountSchema } from '#shared/contracts/console-platform/records/bank-account.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { signedLines } from './line-tables.ts'

const ACCOUNTS = `SELECT body FROM bank_account r
    WHERE NOT EXISTS (SELECT 1 FROM overlay_bank_account o WHERE o.id = r.id)
  UNION ALL SELECT body FROM overlay_bank_account`
const OPEN_LINES = `SELECT ifnull(sum(sign), 0) AS count
  FROM (${signedLines('r.id', "r.accountId = @accountId AND r.status = 'open'")})`

/** Our own accounts by marketplace and number. */
export function listBankAccounts(context: QueryContext): AccountRow[] {
  return context.statements
    .prepare<{ body: string }>(ACCOUNTS)
    .all({})
    .map(({ body }) => toAccountRow(context, bankAccountSchema.parse(JSON.parse(body))))
    .sort((a, b) => compare(a.marketplace, b.marketplace) || compare(a.number, b.number))
}

export function toAccountRow(context: QueryContext, account: BankAccount): AccountRow {
  const { history: _history, updatedAt: _updatedAt, ...row } = account
  const [open] = context.counts.rows<{ count: number }>(OPEN_LINES, { accountId: account.id })
  return {
    ...row,
    marketplaceName: marketplaceName(context, account.marketplace),
    openLines: open?.count ?? 0,
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
