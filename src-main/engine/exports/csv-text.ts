import Papa from 'papaparse'

/** A cell of an exported table: words somebody wrote, or a value that must arrive as it is (ids, amounts, days). */
export type CsvCell = { readonly text: string } | string | number | null

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const BYTE_ORDER_MARK = '\u{FEFF}'

/**
 * A table as CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF. Words that would run as a
 * formula get an apostrophe before them, as is the practice; values do not.
 */
export function csvText(heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => row.map(written))
  return BYTE_ORDER_MARK + Papa.unparse([[...heading], ...lines], { newline: '\r\n' })
}

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return FORMULA.test(cell.text) ? `'${cell.text}` : cell.text
}
