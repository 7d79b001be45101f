import { Worker } from 'node:worker_threads'
import { endingOf } from '../worker-ending.ts'
import type { ExportJob } from './export-job.ts'

/** JavaScript heap of the thread in MiB: ten times what the largest register takes. */
const HEAP_LIMIT_MEBIBYTES = 4096
/** A hundred times what the largest register takes. */
const TIME_LIMIT_MS = 10 * 60_000

/**
 * Makes a file in a thread of its own: the libraries for it take long to load and to write, and the desk goes on
 * answering meanwhile.
 */
export async function runExport(job: ExportJob): Promise<Buffer> {
  // The bundler knows this form and bundles the worker beside the program.
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MEBIBYTES },
  })
  const ending = await endingOf(worker, 'export', TIME_LIMIT_MS)
  if (ending === 'time-limit') throw new Error('the file takes too long: choose fewer rows')
  if (ending === 'memory-limit') throw new Error('the file takes too much memory: choose fewer rows')
  // The worker answers with the bytes.
  return Buffer.from(ending.message as Uint8Array)
}
