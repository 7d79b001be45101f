import type Database from 'better-sqlite3'
import type { LineKind } from '#shared/rules/settlement/statement-line.ts'
import { BOOK_SHEETS } from '#shared/words/settlement-book.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import type { BookColumn, BookSheet, BookValue } from '../book/book.ts'
import { column, OF_STATEMENT, summed } from './book-columns.ts'
import type { BookQuestion } from './book-question.ts'
import type { StatementHead } from './statements-asked.ts'

const STATEMENT_COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('category', 'category', 'text', 18),
  summed('orders', 'orders', 'count'),
  summed('refunds', 'refunds', 'count'),
  summed('gross', 'gross'),
  summed('refunded', 'refunded'),
  summed('base', 'base'),
  summed('fee', 'fee'),
  summed('rebate', 'rebate'),
  summed('setOff', 'setOff'),
  summed('adjustments', 'adjustments'),
  summed('carried', 'carried'),
  summed('net', 'net'),
  column('committedAt', 'committedAt', 'moment'),
  column('committedBy', 'committedBy', 'text', 12),
  column('id', 'id', 'text', 30),
]
/** Where the net of a statement stands among its columns. */
export const NET_COLUMN = STATEMENT_COLUMNS.findIndex(({ means }) => means === summed('net', 'net').means)

/** What the lines of one kind and category come to. */
interface Movements {
  readonly category: string | null
  readonly kind: LineKind
  readonly isOrder: 0 | 1
  readonly lines: number
  readonly gross: number
  readonly base: number
  readonly fee: number
  readonly rebate: number
  readonly amount: number
}

/** The words every row of a statement begins with. */
export function ofStatement(
  { names, language }: BookQuestion,
  { month, marketplace, providerName, providerId, status }: StatementHead,
): BookValue[] {
  const stateWord = STATUS_WORDS.settlementStatement[status][language]
  return [month, names[marketplace]?.name ?? marketplace, providerName, providerId, stateWord]
}

/** A category as the rows name it. */
export function categoryIn(
  { names }: BookQuestion,
  marketplace: string,
  category: string | null,
): string | null {
  return category === null ? null : (names[marketplace]?.categories[category] ?? category)
}

/**
 * 结算明细: a row for each statement and category.
 * @throws Error where lines of a statement do not come to its header: the copy is not whole
 */
export function statementSheet(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
): BookSheet {
  const movements = database.prepare<[string], Movements>(
    `SELECT category, kind, orderId IS NOT NULL AS isOrder, count(*) AS lines, sum(gross) AS gross, sum(base) AS base,
       sum(fee) AS fee, sum(rebate) AS rebate, sum(amount) AS amount
     FROM settlement_line WHERE statementId = ? GROUP BY category, kind, isOrder ORDER BY category`,
  )
  function* rows() {
    for (const statement of statements) {
      const found = movements.all(statement.id)
      refuseWhereTorn(statement, found)
      for (const category of new Set(found.map((each) => each.category))) {
        const sums = sumsOf(found.filter((each) => each.category === category))
        yield [
          ...ofStatement(question, statement),
          categoryIn(question, statement.marketplace, category),
          ...sums,
          statement.committed?.at ?? null,
          statement.committed?.byName ?? null,
          statement.id,
        ]
      }
      // A month without orders has a statement too.
      if (found.length === 0) {
        yield [
          ...ofStatement(question, statement),
          null,
          ...sumsOf([]),
          statement.committed?.at ?? null,
          statement.committed?.byName ?? null,
          statement.id,
        ]
      }
    }
  }
  return { name: BOOK_SHEETS.statements, columns: STATEMENT_COLUMNS, rows: rows() }
}

function refuseWhereTorn(
  { id, providerName, month, lines, totals }: StatementHead,
  found: readonly Movements[],
): void {
  const here = found.reduce((sum, each) => sum + each.lines, 0)
  const amount = found.reduce((sum, each) => sum + each.amount, 0)
  if (here === lines && amount === totals.net) return
  throw new Error(
    `statement ${id} of ${providerName} for ${month} has ${lines} lines of ${totals.net} fen, and here are ${here} of ${amount}: rebuild the copy on the sync page`,
  )
}

/** Orders, refunds and the figures of the header, by kind as statement-totals.ts adds them. */
function sumsOf(movements: readonly Movements[]): number[] {
  const sums = {
    ...{ orders: 0, refunds: 0, gross: 0, refunded: 0, base: 0, fee: 0, rebate: 0, setOff: 0 },
    ...{ adjustments: 0, carried: 0, net: 0 },
  }
  for (const { kind, isOrder, lines, gross, base, fee, rebate, amount } of movements) {
    sums.base += base
    sums.fee += fee
    sums.rebate += rebate
    sums.net += amount
    switch (placeOf(kind, isOrder === 1)) {
      case 'orders':
        sums.orders += lines
        sums.gross += gross
        break
      case 'refunds':
        sums.refunds += lines
        sums.refunded -= gross
        break
      case 'setOff':
        sums.setOff += amount
        break
      case 'carried':
        sums.carried += amount
        break
      case 'adjustments':
        sums.adjustments += amount
        break
    }
  }
  const { orders, refunds, gross, refunded, base, fee, rebate, setOff, adjustments, carried, net } = sums
  return [orders, refunds, gross, refunded, base, fee, rebate, setOff, adjustments, carried, net]
}

/** Where a line is added up. */
function placeOf(
  kind: LineKind,
  isOrder: boolean,
): 'orders' | 'refunds' | 'setOff' | 'carried' | 'adjustments' {
  switch (kind) {
    case 'fee':
      return 'orders'
    case 'refund':
      return isOrder ? 'refunds' : 'adjustments'
    case 'rebate':
      return 'setOff'
    case 'carry-forward':
      return 'carried'
    case 'correction':
    case 'penalty':
    case 'deposit-set-off':
    case 'manual':
      return 'adjustments'
  }
}

const TAX_COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('taxRate', 'taxRate', 'rate'),
  summed('taxGross', 'taxGross'),
  summed('taxNet', 'taxNet'),
  summed('tax', 'tax'),
  column('id', 'id', 'text', 30),
]

/** 税率汇总: a row for each statement and rate of tax. */
export function taxSheet(question: BookQuestion, statements: readonly StatementHead[]): BookSheet {
  function* rows() {
    for (const statement of statements) {
      for (const { basisPoints, gross, net, tax } of statement.totals.taxGroups) {
        yield [...ofStatement(question, statement), basisPoints, gross, net, tax, statement.id]
      }
    }
  }
  return { name: BOOK_SHEETS.tax, columns: TAX_COLUMNS, rows: rows() }
}
