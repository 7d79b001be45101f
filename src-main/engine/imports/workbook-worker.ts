import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { workbookGrids } from './workbook-grids.ts'

/** The thread in which one workbook of unknown origin is opened; it ends with its answer, or is ended. */
assert(parentPort !== null, 'the workbook worker runs as a worker thread')
parentPort.postMessage(workbookGrids(workerData as Uint8Array | string))
