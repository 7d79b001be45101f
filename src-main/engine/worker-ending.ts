import type { Worker } from 'node:worker_threads'

/** The one message of a worker, or the limit that it ran into. */
export type WorkerEnding = { readonly message: unknown } | 'time-limit' | 'memory-limit'

/**
 * Waits for a worker that works on one task and tells its outcome in one message, then ends it. `name` says in errors
 * which it is.
 * @throws what the worker threw, or an Error where it ended and said nothing.
 */
export async function endingOf(
  worker: Worker,
  name: string,
  timeLimitMilliseconds: number,
): Promise<WorkerEnding> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkerEnding>()
  const timer = setTimeout(() => resolve('time-limit'), timeLimitMilliseconds)
  worker.once('message', (message: unknown) => resolve({ message }))
  worker.once('error', (error: Error & { readonly code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('memory-limit')
    else reject(error)
  })
  worker.once('exit', (code) => reject(new Error(`the ${name} worker ended with ${code} and no answer`)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
