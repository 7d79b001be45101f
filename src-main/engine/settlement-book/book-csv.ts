import type { Bilingual } from '#shared/base/bilingual.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { BookColumn, BookSheet, BookValue, WrittenBook } from '../book/book.ts'
import { ContentHash, cellText } from '../book/cell-check.ts'
import { csvCell, NEWLINE, unparsed } from '../exports/csv-text.ts'
import { encodeGb18030 } from '../exports/gb18030.ts'

/** Rows of one piece. */
const ROWS = 500

/** A sheet as CSV, piece by piece, without sums. UTF-8 has a byte order mark, which tells spreadsheets that it is that. */
export function* csvOf(
  { name, columns, rows }: BookSheet,
  format: Exclude<TableFormat, 'xlsx'>,
  language: keyof Bilingual,
): Generator<Buffer, WrittenBook> {
  const encode = (text: string) => (format === 'csv' ? Buffer.from(text) : encodeGb18030(text))
  const hash = new ContentHash()
  hash.row(columns.map(({ header }) => cellText(header[language])))
  if (format === 'csv') yield Buffer.from('\u{FEFF}')
  yield encode(unparsed([columns.map(({ header }) => header[language])]))
  let lines: string[][] = []
  let count = 0
  const given = function* () {
    const text = NEWLINE + unparsed(lines)
    lines = []
    yield encode(text)
  }
  for (const row of rows) {
    const cells = columns.map((column, at) => cellOf(column, row[at] ?? null))
    hash.row(cells.map(cellText))
    lines.push(cells)
    count += 1
    if (lines.length === ROWS) yield* given()
  }
  if (lines.length > 0) yield* given()
  return {
    sheets: [{ name: name[language], rows: count, totals: columns.map(() => null) }],
    contentHash: ContentHash.of([{ name: name[language], hash: hash.digest() }]),
  }
}

function cellOf({ kind }: BookColumn, value: BookValue): string {
  if (kind !== 'rate') return csvCell(kind, value)
  return value === null ? '' : `${Number(value) / 100}%`
}
