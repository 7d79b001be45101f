import Papa from 'papaparse'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { Cell, CellKind, Table } from './table-document.ts'

/** What a spreadsheet takes for a formula, half or full width, or for more than one cell. */
const FORMULA = /^[\s\u{FEFF}]*[=+\-@＝＋－＠\t\r\n]/u

export const NEWLINE = '\r\n'
/** Rows of one piece. */
const PIECE = 500

/**
 * A table as CSV, lines ended by CR LF, piece by piece. Text that would run as a formula gets an apostrophe before
 * it, as is the practice; amounts are numbers and do not.
 */
export function* csvPieces({ columns, rows }: Table, language: keyof Bilingual): Generator<string> {
  yield unparsed([columns.map(({ header }) => header[language])])
  for (let first = 0; first < rows.length; first += PIECE) {
    const lines = rows.slice(first, first + PIECE)
    const cells = lines.map((row) => columns.map(({ kind }, at) => csvCell(kind, row[at] ?? null)))
    yield NEWLINE + unparsed(cells)
  }
}

/** Lines of cells, without an end. */
export function unparsed(lines: string[][]): string {
  return Papa.unparse(lines, { newline: NEWLINE })
}

/** A cell as CSV has it; `30000.00` is a number, words that would run are none. */
export function csvCell(kind: CellKind, value: Cell['value']): string {
  if (value === null) return ''
  // `30000.00`: a number for the spreadsheet, without sign of currency and groups.
  if (kind === 'money') return formatYuan(Number(value)).replaceAll(/[¥,]/g, '')
  if (kind === 'moment') return shanghaiDateTime(String(value))
  return kind === 'text' && FORMULA.test(String(value)) ? `'${value}` : String(value)
}
