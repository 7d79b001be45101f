import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { type PendingStatement, pendingRows, ROWS_AT_ONCE } from './pending-rows.ts'

/** The thread in which the lines of one large import are unpacked; it tells them some at a time, null at the end. */
assert(parentPort !== null, 'the worker of pending rows runs as a worker thread')
const rows = await pendingRows(workerData as PendingStatement)
for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
  parentPort.postMessage(rows.slice(at, at + ROWS_AT_ONCE))
parentPort.postMessage(null)
