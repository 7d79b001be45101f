import type Database from 'better-sqlite3'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  type SettlementLine,
  settlementLineSchema,
} from '#shared/contracts/console-platform/records/settlement-line.ts'
import { orderChannelSchema } from '#shared/policy/fee-section.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { SETTLEMENT_LINE_WORDS } from '#shared/words/settlement.ts'
import { BOOK_SHEETS } from '#shared/words/settlement-book.ts'
import type { BookColumn, BookSheet, BookValue } from '../book/book.ts'
import { column, OF_STATEMENT, summed } from './book-columns.ts'
import type { BookQuestion } from './book-question.ts'
import { categoryIn, ofStatement } from './statement-sheets.ts'
import type { StatementHead } from './statements-asked.ts'

const ORDER_COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('kind', 'orderKind', 'text', 12),
  column('order', 'order', 'text', 24),
  column('paidOn', 'paidOn', 'date'),
  column('product', 'product', 'text', 28),
  column('channel', 'channel', 'text', 10),
  column('category', 'category', 'text', 18),
  column('taxRate', 'taxRate', 'rate'),
  summed('cash', 'cash'),
  summed('base', 'base'),
  column('feeRate', 'feeRate', 'rate'),
  summed('fee', 'fee'),
  summed('amount', 'orderAmount'),
  column('rules', 'rules', 'text', 40),
  column('id', 'id', 'text', 30),
]
export const ORDER_AMOUNT_COLUMN = ORDER_COLUMNS.findIndex(
  ({ header }) => header === summed('amount', 'amount').header,
)

const ADJUSTMENT_COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('kind', 'adjustmentKind', 'text', 14),
  column('category', 'category', 'text', 18),
  column('carriedMonth', 'carriedMonth', 'text', 12),
  column('taxRate', 'taxRate', 'rate'),
  summed('rebate', 'rebate'),
  summed('amount', 'amount'),
  column('reason', 'reason', 'text', 40),
  column('rules', 'rules', 'text', 40),
  column('id', 'id', 'text', 30),
]
export const ADJUSTMENT_AMOUNT_COLUMN = ADJUSTMENT_COLUMNS.findIndex(
  ({ header }) => header === summed('amount', 'amount').header,
)

interface OrderRow {
  readonly body: string
  readonly paidAt: string | null
  readonly productName: string | null
  readonly channel: string | null
}

/** Lines after which it is told how many are done. */
const TOLD = 500

/** 订单明细: a row for each order and refund, its figures as they were settled. `done` hears how many lines are written. */
export function orderSheet(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
  done: (lines: number) => void,
): BookSheet {
  const lines = database.prepare<[string], OrderRow>(
    `SELECT l.body AS body, o.paidAt AS paidAt, o.productName AS productName, o.channel AS channel
     FROM settlement_line l LEFT JOIN market_order o ON o.id = l.orderId
     WHERE l.statementId = ? AND l.orderId IS NOT NULL ORDER BY l.id`,
  )
  function* rows(): Generator<BookValue[]> {
    let count = 0
    for (const statement of statements) {
      const begins = ofStatement(question, statement)
      for (const { body, paidAt, productName, channel } of lines.iterate(statement.id)) {
        const line = settlementLineSchema.parse(JSON.parse(body))
        yield [
          ...begins,
          SETTLEMENT_LINE_WORDS[line.kind][question.language],
          line.orderNumber,
          paidAt === null ? null : shanghaiDate(paidAt),
          productName,
          channel === null ? null : CHANNEL_WORDS[orderChannelSchema.parse(channel)][question.language],
          categoryIn(question, line.marketplace, line.category),
          line.taxBasisPoints,
          line.gross,
          line.base,
          feeRateOf(line),
          line.fee,
          line.amount,
          rulesOf(line, statement),
          statement.id,
        ]
        count += 1
        if (count % TOLD === 0) done(count)
      }
    }
  }
  return { name: BOOK_SHEETS.orders, columns: ORDER_COLUMNS, rows: rows() }
}

/** 调整: a row for each movement that is no order's. */
export function adjustmentSheet(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
): BookSheet {
  const lines = database.prepare<[string], { body: string }>(
    'SELECT body FROM settlement_line WHERE statementId = ? AND orderId IS NULL ORDER BY id',
  )
  function* rows(): Generator<BookValue[]> {
    for (const statement of statements) {
      for (const { body } of lines.iterate(statement.id)) {
        const line = settlementLineSchema.parse(JSON.parse(body))
        yield [
          ...ofStatement(question, statement),
          SETTLEMENT_LINE_WORDS[line.kind][question.language],
          categoryIn(question, line.marketplace, line.category),
          line.carried,
          line.taxBasisPoints,
          line.rebate,
          line.amount,
          line.reason,
          rulesOf(line, statement),
          statement.id,
        ]
      }
    }
  }
  return { name: BOOK_SHEETS.adjustments, columns: ADJUSTMENT_COLUMNS, rows: rows() }
}

/** The rate the steps of a line looked at, where there was one and no other. Hundredths of a per cent. */
function feeRateOf({ steps }: SettlementLine): number | null {
  const rates = steps.flatMap(({ inputs, gives }) =>
    [inputs.rate, gives.rate].flatMap((value) => (value?.kind === 'rate' ? [value.basisPoints] : [])),
  )
  const [first, ...others] = new Set(rates)
  return first === undefined || others.length > 0 ? null : first
}

function rulesOf({ steps }: SettlementLine, { rules }: StatementHead): string | null {
  const named = new Set(steps.flatMap(({ rule }) => rules[rule] ?? []))
  return named.size === 0 ? null : [...named].join('、')
}
