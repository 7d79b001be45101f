import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { verifyBook } from './verify-book.ts'

/** The thread in which one workbook of unknown origin is verified; it ends with its answer, or is ended. */
assert(parentPort !== null, 'the verify book worker runs as a worker thread')
parentPort.postMessage(await verifyBook(String(workerData)))
