import { Worker } from 'node:worker_threads'
import type { AccountLine } from '#shared/rules/known-lines/compare-with-known.ts'
import { ImportRefused } from './import-refused.ts'
import type { Answers, FromThread, Question, ToThread } from './statement-questions.ts'

/** JavaScript heap of the thread in MiB: the largest file takes about half of it. */
const HEAP_LIMIT_MEBIBYTES = 4096

interface Waiting {
  readonly resolve: (answer: Answers[keyof Answers]) => void
  readonly reject: (error: unknown) => void
}

/** The engine's end of a statement worker. A question that takes too long ends the thread, and so does too much memory. */
export class StatementThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #ended: Error | null = null
  #asked = 0

  constructor(proven: (sections: number, of: number) => void, heapLimitMebibytes = HEAP_LIMIT_MEBIBYTES) {
    // The bundler knows this form and bundles the worker beside the program.
    this.#worker = new Worker(new URL('./statement-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMebibytes },
    })
    // What is asked holds the program; a file nobody asks about does not.
    this.#worker.unref()
    this.#worker.on('message', (message: FromThread) => {
      if (message.kind === 'proven') return proven(message.sections, message.of)
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.kind === 'answer') waiting?.resolve(message.answer)
      else waiting?.reject(message.error)
    })
    this.#worker.on('error', (error: Error & { readonly code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#end(isMemory ? gaveOut('takes too much memory') : error)
    })
    this.#worker.on('exit', () => this.#end(gaveOut('was given up')))
  }

  /** Gives the thread a piece of the file; its bytes are moved, not copied. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#send({ kind: 'piece', bytes }, [bytes.buffer])
  }

  know(section: number, names: readonly string[], lines: readonly AccountLine[] = []): void {
    this.#send({ kind: 'known', section, names, lines })
  }

  /** @throws ImportRefused `gave-out` where the thread was ended before it answered. */
  async ask<K extends keyof Answers>(
    question: Extract<Question, { readonly kind: K }>,
    timeLimitMilliseconds: number,
  ): Promise<Answers[K]> {
    if (this.#ended !== null) throw this.#ended
    const { promise, resolve, reject } = Promise.withResolvers<Answers[keyof Answers]>()
    const id = ++this.#asked
    this.#waiting.set(id, { resolve, reject })
    const timer = setTimeout(() => {
      this.#end(gaveOut('takes too long to read'))
      void this.#worker.terminate()
    }, timeLimitMilliseconds)
    try {
      this.#send({ kind: 'ask', id, question })
      // The worker answers each question with its own kind.
      return (await promise) as Answers[K]
    } finally {
      clearTimeout(timer)
    }
  }

  async close(): Promise<void> {
    this.#end(gaveOut('was given up'))
    await this.#worker.terminate()
  }

  #send(message: ToThread, moved: ArrayBuffer[] = []): void {
    if (this.#ended === null) this.#worker.postMessage(message, moved)
  }

  #end(error: Error): void {
    if (this.#ended !== null) return
    this.#ended = error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

function gaveOut(why: string): ImportRefused {
  return new ImportRefused(
    'gave-out',
    `the file ${why}; choose it again, or ask the bank for a shorter period`,
  )
}
