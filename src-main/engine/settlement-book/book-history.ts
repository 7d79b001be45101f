import { type BookRun, bookRunSchema } from '#shared/contracts/console-engine/settlement-book.ts'
import type { Journal } from '../storage/journal/open-journal.ts'

/** Most runs told of: the newest. */
const RUNS = 20

/** Keeps that a workbook left, with what it held. It stays on this computer, whether the platform answers or not. */
export function keepRun({ sql }: Journal, run: BookRun): void {
  sql.prepare('INSERT INTO book_run (at, run) VALUES (?, ?)').run(run.at, JSON.stringify(run))
}

/** The newest workbooks that left this computer. */
export function listRuns({ sql }: Journal): BookRun[] {
  return sql
    .prepare<[], string>(`SELECT run FROM book_run ORDER BY sequence DESC LIMIT ${RUNS}`)
    .pluck()
    .all()
    .map((run) => bookRunSchema.parse(JSON.parse(run)))
}
