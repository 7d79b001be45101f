/** One table of cells as text, from a workbook's sheet or a file of separated values. */
export interface Grid {
  /** The sheet's name, or `1` for a text file. */
  readonly page: string
  readonly rows: readonly GridRow[]
}

export interface GridRow {
  readonly cells: readonly string[]
  /** Counted from 1, as the spreadsheet or the editor shows it. */
  readonly row: number
  /** Its quotation marks do not fit: what is in which cell is not certain. */
  readonly isBroken: boolean
}

/** The value of a cell: blanks and TABs around it, `="0012"` for text, and dashes for nothing are the bank's dress. */
export function cellValue(cell: string | undefined): string {
  if (cell === undefined) return ''
  const text = cell.trim()
  if (text.startsWith('-')) return /^-+$/.test(text) ? '' : text
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1) : text
}

export function isBlankRow({ cells }: GridRow): boolean {
  return cells.every((cell) => cell.trim() === '')
}
