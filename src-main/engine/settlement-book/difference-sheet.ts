import type Database from 'better-sqlite3'
import { orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { DIFFERENCE_WORDS, NOT_SETTLED_WORDS, SETTLEMENT_LINE_WORDS } from '#shared/words/settlement.ts'
import { BOOK_DIFFERENCE_WORDS, BOOK_SHEETS } from '#shared/words/settlement-book.ts'
import type { BookColumn, BookSheet, BookValue } from '../book/book.ts'
import type { DifferenceRow } from '../queries/settlement/difference-row.ts'
import { differing } from '../queries/settlement/differing-lines.ts'
import { whyDifferent } from '../queries/settlement/why-different.ts'
import { column, OF_STATEMENT, summed } from './book-columns.ts'
import type { BookQuestion } from './book-question.ts'
import { categoryIn, ofStatement } from './statement-sheets.ts'
import type { StatementHead } from './statements-asked.ts'

const COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('difference', 'difference', 'text', 8),
  column('kind', 'adjustmentKind', 'text', 12),
  column('order', 'order', 'text', 24),
  column('category', 'category', 'text', 18),
  column('feeThen', 'feeThen', 'money'),
  column('feeNow', 'feeNow', 'money'),
  column('amountThen', 'amountThen', 'money'),
  column('amountNow', 'amountNow', 'money'),
  summed('change', 'change'),
  column('cause', 'cause', 'text', 40),
  column('replaced', 'replaced', 'text', 30),
  column('id', 'id', 'text', 30),
]
export const CHANGE_COLUMN = COLUMNS.findIndex(({ header }) => header === summed('change', 'change').header)

/** A statement, and the voided one whose place it took. */
interface Redrafted {
  readonly head: StatementHead
  readonly now: SettlementStatement
  readonly then: SettlementStatement
}

/** Those of the statements that took the place of one that was voided, both as the copy has them. */
export function redraftedAmong(
  database: Database.Database,
  statements: readonly StatementHead[],
): readonly Redrafted[] {
  const read = database
    .prepare<[string], string>('SELECT body FROM settlement_statement WHERE id = ?')
    .pluck()
  const found = (id: string) => {
    const body = read.get(id)
    return body === undefined ? null : settlementStatementSchema.parse(JSON.parse(body))
  }
  return statements.flatMap((head) => {
    if (head.replaces === null) return []
    const [now, then] = [found(head.id), found(head.replaces)]
    return now === null || then === null ? [] : [{ head, now, then }]
  })
}

/** What the nets of the redrafted statements are more, or less, than those of the voided ones. Fen. */
export function changeOf(redrafted: readonly Redrafted[]): number {
  return redrafted.reduce((sum, { now, then }) => sum + now.totals.net - then.totals.net, 0)
}

/** 作废重做差异: line by line, what a statement has otherwise than the voided one whose place it took, and why. */
export function differenceSheet(
  database: Database.Database,
  question: BookQuestion,
  redrafted: readonly Redrafted[],
): BookSheet {
  const { language } = question
  const lines = database.prepare<[object], DifferenceRow>(
    `${differing('voided')} SELECT * FROM d ORDER BY abs(change) DESC, key`,
  )
  const orders = database.prepare<[string], string>('SELECT body FROM market_order WHERE id = ?').pluck()
  const orderOf = (id: string) => {
    const body = orders.get(id)
    return body === undefined ? null : orderSchema.parse(JSON.parse(body))
  }
  function* rows(): Generator<BookValue[]> {
    for (const { head, now, then } of redrafted) {
      for (const row of lines.iterate({ id: now.id, other: then.id })) {
        const causes = whyDifferent(orderOf, row, now, then).map(({ cause, notSettled }) =>
          [
            DIFFERENCE_WORDS[cause][language],
            notSettled === null ? [] : NOT_SETTLED_WORDS[notSettled][language],
          ]
            .flat()
            .join('：'),
        )
        yield [
          ...ofStatement(question, head),
          BOOK_DIFFERENCE_WORDS[whichOf(row)][language],
          SETTLEMENT_LINE_WORDS[row.kind][language],
          row.number,
          categoryIn(question, now.marketplace, row.category),
          row.feeThen,
          row.feeNow,
          row.amountThen,
          row.amountNow,
          (row.amountNow ?? 0) - (row.amountThen ?? 0),
          [...causes, row.reason ?? []].flat().join(' · '),
          then.id,
          now.id,
        ]
      }
    }
  }
  return { name: BOOK_SHEETS.differences, columns: COLUMNS, rows: rows() }
}

function whichOf({ linesThen, linesNow }: DifferenceRow): keyof typeof BOOK_DIFFERENCE_WORDS {
  if (linesThen === null) return 'came'
  return linesNow === null ? 'went' : 'changed'
}
