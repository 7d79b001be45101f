import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { doExport, type ExportJob } from './export-job.ts'

/** The thread in which one file is made; it ends with the file, or is ended. */
assert(parentPort !== null, 'the export worker runs as a worker thread')
parentPort.postMessage(await doExport(workerData as ExportJob))
