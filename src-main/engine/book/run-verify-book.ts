import { Worker } from 'node:worker_threads'
import { endingOf } from '../worker-ending.ts'
import type { BookVerdict } from './verify-book.ts'

/** JavaScript heap of the thread in MiB: a million rows saved by another program share their words in one list. */
const HEAP_LIMIT_MEBIBYTES = 2048
/** Ten times what a million rows take. */
const TIME_LIMIT_MS = 20 * 60_000

/** Verifies a workbook in a thread of its own, which is ended where a file takes too much memory or goes in circles. */
export async function runVerifyBook(path: string): Promise<BookVerdict> {
  // The bundler knows this form and bundles the worker beside the program.
  const worker = new Worker(new URL('./verify-book-worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MEBIBYTES },
  })
  const ending = await endingOf(worker, 'verify', TIME_LIMIT_MS)
  if (typeof ending === 'string')
    return { outcome: 'no-book', why: 'it takes too long or too much memory to read' }
  // The worker answers with a verdict.
  return ending.message as BookVerdict
}
