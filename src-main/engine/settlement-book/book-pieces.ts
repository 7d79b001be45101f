import type { WrittenBook } from '../book/book.ts'
import { writeBook } from '../book/write-book.ts'
import { openReader } from '../storage/cache/open-reader.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import { csvOf } from './book-csv.ts'
import type { BookJob, BookPiece } from './book-questions.ts'
import { orderSheet } from './line-sheets.ts'
import { settlementBook } from './settlement-book.ts'
import { statementsAsked } from './statements-asked.ts'

/** Bytes of one piece, at least. */
const PIECE_BYTES = 512 * 1024

/** A settlement workbook or CSV, piece by piece, read from the copy as it stood when the first was asked for. */
export async function* bookPieces({ reader, question, format }: BookJob): AsyncGenerator<BookPiece, void> {
  const database = openReader(reader)
  try {
    const statements = statementsAsked(database, question)
    const lines = statements.reduce((sum, each) => sum + each.lines, 0)
    let done = 0
    const tell = (written: number) => {
      done = written
    }
    const written =
      format === 'xlsx'
        ? writeBook(settlementBook(database, question, statements, tell))
        : csvOf(orderSheet(database, question, statements, tell), format, question.language)
    let [some, bytes]: [Uint8Array[], number] = [[], 0]
    for (;;) {
      const next: IteratorResult<Uint8Array, WrittenBook> = await written.next()
      if (next.done === true) {
        const { sheets, contentHash } = next.value
        // The sheet of orders: CSV has no other.
        const rows = (format === 'xlsx' ? sheets[1] : sheets[0])?.rows ?? 0
        const position = readPosition(database)?.position ?? 0
        const whole = { statements: statements.length, rows, position, contentHash }
        yield { bytes: joined(some, bytes), share: 1000, whole }
        return
      }
      some.push(next.value)
      bytes += next.value.length
      if (bytes < PIECE_BYTES) continue
      const share = lines === 0 ? 0 : Math.min(999, Math.floor((1000 * done) / lines))
      yield { bytes: joined(some, bytes), share, whole: null }
      ;[some, bytes] = [[], 0]
    }
  } finally {
    database.close()
  }
}

/** A buffer of its own, which may move to another thread. */
function joined(some: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  let at = 0
  for (const piece of some) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
