import type Database from 'better-sqlite3'
import { firstOfMonth, lastOfMonth } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  type DepositEntry,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { BOOK_SHEETS } from '#shared/words/settlement-book.ts'
import type { BookColumn, BookSheet, BookValue } from '../book/book.ts'
import { column, summed } from './book-columns.ts'
import type { BookQuestion } from './book-question.ts'
import { categoryIn } from './statement-sheets.ts'
import type { StatementHead } from './statements-asked.ts'

const COLUMNS: readonly BookColumn[] = [
  column('marketplace', 'marketplace', 'text', 22),
  column('name', 'name', 'text', 34),
  column('providerId', 'providerId', 'text', 16),
  column('category', 'category', 'text', 18),
  summed('depositDue', 'depositDue'),
  summed('opening', 'opening'),
  summed('received', 'received'),
  summed('deducted', 'deducted'),
  summed('depositRefunded', 'depositRefunded'),
  summed('closing', 'closing'),
]

/** 保证金: what the providers of the statements have deposited, and what moved in the months. */
export function depositSheet(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
): BookSheet {
  const deposits = database.prepare<[string, string], { body: string }>(
    'SELECT body FROM deposit_obligation WHERE marketplace = ? AND providerId = ? ORDER BY id',
  )
  const providers = new Map(
    statements.map(({ marketplace, providerId }) => [
      `${marketplace} ${providerId}`,
      { marketplace, providerId },
    ]),
  )
  function* rows(): Generator<BookValue[]> {
    for (const { marketplace, providerId } of providers.values()) {
      for (const { body } of deposits.iterate(marketplace, providerId)) {
        const { providerName, category, amount, entries } = depositObligationSchema.parse(JSON.parse(body))
        yield [
          question.names[marketplace]?.name ?? marketplace,
          providerName,
          providerId,
          categoryIn(question, marketplace, category),
          amount,
          ...movedIn(entries, question.filter.months),
        ]
      }
    }
  }
  return { name: BOOK_SHEETS.deposits, columns: COLUMNS, rows: rows() }
}

/** Opening balance, what came in, was deducted and was paid back in months, and the closing balance. */
function movedIn(entries: readonly DepositEntry[], months: readonly string[]): number[] {
  const sorted = [...months].sort()
  const from = sorted[0] === undefined ? '' : firstOfMonth(sorted[0])
  const last = sorted.at(-1)
  const to = last === undefined ? '9999-12-31' : lastOfMonth(last)
  const moved = { received: 0, deducted: 0, refunded: 0, nothing: 0 }
  let opening = 0
  for (const { at, amount, kind } of entries) {
    const on = shanghaiDate(at)
    if (on > to) continue
    if (on < from) {
      opening += amount
      continue
    }
    moved[movementOf(kind)] += amount
  }
  const { received, deducted, refunded } = moved
  return [opening, received, deducted, refunded, opening + received + deducted + refunded]
}

/** What a posting does to the balance. */
function movementOf(kind: DepositEntry['kind']): 'received' | 'deducted' | 'refunded' | 'nothing' {
  switch (kind) {
    case 'match':
    case 'unmatch':
    case 'recharge':
    case 'recharge-taken-back':
      return 'received'
    case 'deduction':
    case 'deduction-returned':
      return 'deducted'
    case 'refund':
    case 'refund-returned':
      return 'refunded'
    case 'waive':
    case 'receipt':
    case 'receipt-void':
    case 'receipt-sent':
    case 'refund-request':
    case 'refund-approval':
    case 'refund-refusal':
    case 'refund-hold':
    case 'refund-hold-lifted':
    case 'refund-in-batch':
    case 'refund-out-of-batch':
    case 'finance-ticket':
    case 'new-amount':
      return 'nothing'
  }
}
