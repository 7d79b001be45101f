import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { bankAccountSchema } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Desk } from '../desk.ts'
import { marketplaceName } from '../marketplaces.ts'
import { signedLines } from './line-tables.ts'

const ACCOUNTS = `SELECT body FROM bank_account r
    WHERE NOT EXISTS (SELECT 1 FROM overlay_bank_account o WHERE o.id = r.id)
  UNION ALL SELECT body FROM overlay_bank_account`
const OPEN_LINES = `SELECT ifnull(sum(sign), 0) AS count
  FROM (${signedLines('r.id', "r.accountId = @accountId AND r.status = 'open'")})`

/** Our own accounts by marketplace and number. */
export function listBankAccounts(desk: Desk): AccountRow[] {
  return desk.statements
    .prepare<{ body: string }>(ACCOUNTS)
    .all({})
    .map(({ body }) => toAccountRow(desk, bankAccountSchema.parse(JSON.parse(body))))
    .sort((a, b) => compare(a.marketplace, b.marketplace) || compare(a.number, b.number))
}

export function toAccountRow(desk: Desk, account: BankAccount): AccountRow {
  const { history: _history, updatedAt: _updatedAt, ...row } = account
  const [open] = desk.counts.rows<{ count: number }>(OPEN_LINES, { accountId: account.id })
  return {
    ...row,
    marketplaceName: marketplaceName(desk, account.marketplace),
    openLines: open?.count ?? 0,
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
