import type Database from 'better-sqlite3'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import { LINE_KINDS } from '#shared/rules/settlement/statement-line.ts'
import { AUDIT_HEAD, auditHeadText } from '#shared/words/audit-head.ts'
import { SETTLEMENT_HEADINGS, SETTLEMENT_LINE_WORDS } from '#shared/words/settlement.ts'
import {
  BOOK_HEADINGS,
  BOOK_LINE_MEANS,
  BOOK_MEANS,
  BOOK_NOTES,
  BOOK_SHEETS,
} from '#shared/words/settlement-book.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import type { Book, BookSheet, BookValue, ControlRow, WrittenSheet } from '../book/book.ts'
import { ORIGIN_WORDS } from '../queries/export-origin.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import { type BookQuestion, STANDARD_STATUSES } from './book-question.ts'
import { depositSheet } from './deposit-sheet.ts'
import { CHANGE_COLUMN, changeOf, differenceSheet, redraftedAmong } from './difference-sheet.ts'
import { ADJUSTMENT_AMOUNT_COLUMN, adjustmentSheet, ORDER_AMOUNT_COLUMN, orderSheet } from './line-sheets.ts'
import { payoutSheet } from './payout-sheet.ts'
import { NET_COLUMN, statementSheet, taxSheet } from './statement-sheets.ts'
import type { StatementHead } from './statements-asked.ts'

/** The settlement workbook of these statements; `done` hears how many lines are written. */
export function settlementBook(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
  done: (lines: number) => void,
): Book {
  const { language } = question
  const redrafted = redraftedAmong(database, statements)
  const sheets = [
    statementSheet(database, question, statements),
    orderSheet(database, question, statements, done),
    taxSheet(question, statements),
    adjustmentSheet(database, question, statements),
    differenceSheet(database, question, redrafted),
    depositSheet(database, question, statements),
    payoutSheet(database, question, statements),
  ]
  return {
    language,
    sheets: [...sheets, notesSheet(sheets, language)],
    control: (written) => ({
      title: BOOK_HEADINGS.title[language],
      rows: controlRows(database, question, statements, written),
      checks: [
        {
          label: `${BOOK_SHEETS.statements[language]} ${SETTLEMENT_HEADINGS.net[language]}`,
          of: [{ sheet: BOOK_SHEETS.statements[language], column: NET_COLUMN }],
          value: netOf(statements),
        },
        {
          label: BOOK_HEADINGS.netIsSum[language],
          of: [
            { sheet: BOOK_SHEETS.orders[language], column: ORDER_AMOUNT_COLUMN },
            { sheet: BOOK_SHEETS.adjustments[language], column: ADJUSTMENT_AMOUNT_COLUMN },
          ],
          value: netOf(statements),
        },
        {
          label: BOOK_HEADINGS.changeIsSum[language],
          of: [{ sheet: BOOK_SHEETS.differences[language], column: CHANGE_COLUMN }],
          value: changeOf(redrafted),
        },
      ],
    }),
  }
}

function netOf(statements: readonly StatementHead[]): number {
  return statements.reduce((sum, { totals }) => sum + totals.net, 0)
}

function controlRows(
  database: Database.Database,
  { filter, language, at, byName, names, auditHead }: BookQuestion,
  statements: readonly StatementHead[],
  written: readonly WrittenSheet[],
): ControlRow[] {
  const all = BOOK_HEADINGS.all[language]
  const listed = (values: readonly string[]) => (values.length === 0 ? all : values.join('、'))
  const statuses = filter.statuses.length === 0 ? STANDARD_STATUSES : filter.statuses
  const packs = [...new Set(statements.flatMap((each) => each.packs))].sort()
  const orders = written.find(({ name }) => name === BOOK_SHEETS.orders[language])?.rows ?? 0
  const providers = new Set(statements.map(({ marketplace, providerId }) => `${marketplace} ${providerId}`))
  const row = (heading: Bilingual, value: string): ControlRow => [heading[language], value]
  return [
    row(SETTLEMENT_HEADINGS.marketplace, listed(filter.marketplaces.map((key) => names[key]?.name ?? key))),
    row(BOOK_HEADINGS.months, listed([...filter.months].sort())),
    row(
      SETTLEMENT_HEADINGS.status,
      listed(statuses.map((status) => STATUS_WORDS.settlementStatement[status][language])),
    ),
    row(BOOK_HEADINGS.text, filter.text === '' ? all : filter.text),
    row(BOOK_HEADINGS.statements, String(statements.length)),
    row(BOOK_HEADINGS.providers, String(providers.size)),
    row(BOOK_SHEETS.orders, String(orders)),
    row(BOOK_HEADINGS.packs, packs.join('、')),
    row(ORIGIN_WORDS.at, shanghaiDateTime(at)),
    row(ORIGIN_WORDS.by, byName),
    row(AUDIT_HEAD, auditHeadText(auditHead, language)),
    row(ORIGIN_WORDS.position, String(readPosition(database)?.position ?? '')),
  ]
}

/** 说明: what every column means, and every kind of row. */
function notesSheet(sheets: readonly BookSheet[], language: keyof Bilingual): BookSheet {
  const text = (header: Bilingual, width: number) => ({ header, width, kind: 'text' as const, means: header })
  const rows: BookValue[][] = [
    ...BOOK_NOTES.map(([what, means]) => ['', what[language], means[language]]),
    ...sheets.flatMap(({ name, columns }) =>
      columns.map(({ header, means }) => [name[language], header[language], means[language]]),
    ),
    [BOOK_SHEETS.orders[language], SETTLEMENT_LINE_WORDS.fee[language], BOOK_MEANS.orderKind[language]],
    ...LINE_KINDS.filter((kind) => kind !== 'fee').map((kind) => [
      BOOK_SHEETS.adjustments[language],
      SETTLEMENT_LINE_WORDS[kind][language],
      BOOK_LINE_MEANS[kind][language],
    ]),
  ]
  return {
    name: BOOK_SHEETS.notes,
    columns: [text(BOOK_HEADINGS.sheet, 14), text(BOOK_HEADINGS.column, 26), text(BOOK_HEADINGS.means, 90)],
    rows,
  }
}
