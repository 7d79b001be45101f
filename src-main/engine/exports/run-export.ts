import { Worker } from 'node:worker_threads'
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
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const timer = setTimeout(
    () => reject(new Error('the file takes too long: choose fewer rows')),
    TIME_LIMIT_MS,
  )
  worker.once('message', (bytes: Uint8Array) => resolve(bytes))
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the export worker ended with ${code} and no file`)))
  try {
    return Buffer.from(await promise)
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
