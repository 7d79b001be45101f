import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { WholeBook } from '#shared/contracts/console-engine/settlement-book.ts'
import type { CacheReader } from '../storage/cache/open-reader.ts'
import type { BookQuestion } from './book-question.ts'

/** What the thread of a book is begun with. */
export interface BookJob {
  readonly reader: CacheReader
  readonly question: BookQuestion
  readonly format: TableFormat
}

/** A piece of the file; `whole` with the last one. */
export interface BookPiece {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of 1000. */
  readonly share: number
  readonly whole: WholeBook | null
}

/** What is asked of the thread of a book, and how it answers. */
export interface BookAnswers {
  readonly next: BookPiece
}
export interface NextPiece {
  readonly kind: 'next'
}
