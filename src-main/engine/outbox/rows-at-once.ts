import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type PendingStatement, pendingRows, ROWS_AT_ONCE } from './pending-rows.ts'

/** The lines of an import that waits as rows of the cache, some at a time; a large one is unpacked in a thread. */
export async function* rowsOf(statement: PendingStatement): AsyncGenerator<readonly WireRow[]> {
  if (statement.said.lines <= ROWS_AT_ONCE) {
    yield await pendingRows(statement)
    return
  }
  // The bundler knows this form and bundles the worker beside the program.
  const worker = new Worker(new URL('./pending-rows-worker.ts', import.meta.url), { workerData: statement })
  try {
    for await (const [rows] of on(worker, 'message') as AsyncIterable<[readonly WireRow[] | null]>) {
      if (rows === null) return
      yield rows
    }
  } finally {
    await worker.terminate()
  }
}
