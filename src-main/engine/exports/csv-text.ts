import Papa from 'papaparse'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { Cell, CellKind, Table } from './table-document.ts'

/** What a spreadsheet takes for a formula, half or full width, or for more than one cell. */
const FORMULA = /^[\s\u{FEFF}]*[=+\-@＝＋－＠\t\r\n]/u

/**
 * A table as CSV, lines ended by CR LF. Text that would run as a formula gets an apostrophe before it, as is the
 * practice; amounts are numbers and do not.
 */
export function csvText({ columns, rows }: Table, language: keyof Bilingual): string {
  const heading = columns.map(({ header }) => header[language])
  const lines = rows.map((row) => columns.map(({ kind }, at) => written(kind, row[at] ?? null)))
  return Papa.unparse([heading, ...lines], { newline: '\r\n' })
}

function written(kind: CellKind, value: Cell['value']): string {
  if (value === null) return ''
  // `30000.00`: a number for the spreadsheet, without sign of currency and groups.
  if (kind === 'money') return formatYuan(Number(value)).replaceAll(/[¥,]/g, '')
  return kind === 'text' && FORMULA.test(String(value)) ? `'${value}` : String(value)
}
