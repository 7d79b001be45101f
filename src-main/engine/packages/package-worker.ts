import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { type InspectionRequest, inspect } from './inspection.ts'
import type { WorkerAnswer } from './worker-answer.ts'

/** The thread in which one package of unknown origin is read; it ends with its answer, or is ended. */
assert(parentPort !== null, 'the package worker runs as a worker thread')
parentPort.postMessage(await answer(workerData as InspectionRequest))

async function answer(request: InspectionRequest): Promise<WorkerAnswer> {
  try {
    return { outcome: 'inspected', report: await inspect(request) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    return { outcome: 'unreadable', code, message: error instanceof Error ? error.message : String(error) }
  }
}
