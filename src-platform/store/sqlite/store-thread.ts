import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Audience } from '../../change-feed/role-cut.ts'
import type { Answer, Bindings, Job, ToWorker } from './store-jobs.ts'

/**
 * A second thread on the database of a store, for what would keep the first one from answering others. It begins with the
 * first job, does one after the other, and one that fails begins anew.
 */
export class StoreThread {
  readonly #path: string
  #worker: Worker | null = null
  #jobs = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()

  constructor(path: string) {
    this.#path = path
  }

  /** Writes the log into the database, as far as nobody reads what it replaces; writers go on meanwhile. */
  async checkpoint(): Promise<void> {
    await this.#ask({ do: 'checkpoint' })
  }

  /** The rows of a query, each an object by the names of its columns. */
  async read(sql: string, bindings: Bindings): Promise<unknown[]> {
    // The worker answers with what the driver gave it.
    return (await this.#ask({ do: 'read', sql, bindings })) as unknown[]
  }

  async digest(kinds: readonly RecordKind[], audience: Audience | null): Promise<Digest> {
    // The worker answers with what `digestOf` gave it.
    return (await this.#ask({ do: 'digest', kinds, audience })) as Digest
  }

  /** Ends the thread after the jobs it has. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#waiting.values()].map(({ promise }) => promise))
    const worker = this.#worker
    if (worker === null) return
    const ended = once(worker, 'exit')
    worker.ref()
    worker.postMessage({ id: 0, job: 'close' } satisfies ToWorker)
    await ended
  }

  #ask(job: Job): Promise<unknown> {
    this.#worker ??= this.#start()
    this.#jobs += 1
    const waiting = Promise.withResolvers<unknown>()
    this.#waiting.set(this.#jobs, waiting)
    // A program that has nothing else to do waits for a job, not for a thread without one.
    this.#worker.ref()
    this.#worker.postMessage({ id: this.#jobs, job } satisfies ToWorker)
    return waiting.promise
  }

  #start(): Worker {
    // The bundler knows this form and bundles the worker beside the program.
    const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { workerData: this.#path })
    worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (this.#waiting.size === 0) worker.unref()
      if ('error' in answer) waiting?.reject(answer.error)
      else waiting?.resolve(answer.value)
    })
    worker.on('error', (error) => this.#lost(error))
    worker.on('exit', () => this.#lost(new Error('The second thread of the store has ended.')))
    return worker
  }

  #lost(error: unknown): void {
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
