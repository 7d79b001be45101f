import { assert } from '#shared/base/assert.ts'
import type { Book, WrittenBook, WrittenSheet } from './book.ts'
import { bookParts } from './book-parts.ts'
import { ContentHash } from './cell-check.ts'
import { CONTROL_WORDS, controlXml, type SheetParts } from './control-sheet.ts'
import { RowsLeft, SheetPart } from './sheet-part.ts'
import { type ZipEntry, zipOf } from './zip-stream.ts'

/** A spreadsheet has 1,048,576 rows: one is the heading, one is left free, and one has the sums. */
const ROWS_OF_A_SHEET = 1_048_573

/**
 * A workbook, piece by piece, as fast as it is taken: the control sheet first, then the sheets, each with its sums as
 * live formulas that show the exact figure. What does not fit into a sheet goes on in another.
 * @throws RangeError beyond 4 GiB
 */
export async function* writeBook(
  book: Book,
  rowsOfASheet = ROWS_OF_A_SHEET,
): AsyncGenerator<Buffer, WrittenBook> {
  let written: WrittenBook | null = null
  const entries = bookEntries(book, rowsOfASheet, (whole) => {
    written = whole
  })
  for await (const piece of zipOf(entries)) yield piece
  assert(written !== null, 'the book was written')
  return written
}

/** The files of the workbook; the control sheet is made when it is known what the others come to. */
function* bookEntries(
  { sheets, control, language }: Book,
  rowsOfASheet: number,
  tell: (written: WrittenBook) => void,
): Generator<ZipEntry> {
  const all: SheetParts[] = []
  let file = 1
  for (const { name, columns, rows } of sheets) {
    const left = new RowsLeft(rows)
    const parts: SheetPart[] = []
    do {
      const number = parts.length === 0 ? '' : ` (${parts.length + 1})`
      const part = new SheetPart(`${name[language]}${number}`, columns, language)
      parts.push(part)
      file += 1
      yield { name: `xl/worksheets/sheet${file}.xml`, text: part.xml(left, rowsOfASheet) }
    } while (left.areLeft)
    all.push({ name: name[language], parts })
  }
  const parts = all.flatMap((sheet) => sheet.parts)
  const contentHash = ContentHash.of(parts.map((part) => ({ name: part.name, hash: part.hash() })))
  const written = all.map(writtenSheet)
  tell({ sheets: written, contentHash })
  yield {
    name: 'xl/worksheets/sheet1.xml',
    text: controlXml(control(written), all, contentHash, language),
  }
  yield* bookParts(CONTROL_WORDS.name[language], parts)
}

function writtenSheet({ name, parts }: SheetParts): WrittenSheet {
  const columns = parts[0]?.columns ?? []
  return {
    name,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    totals: columns.map(({ total }, at) =>
      total ? parts.reduce((sum, part) => sum + part.total(at), 0) : null,
    ),
  }
}
