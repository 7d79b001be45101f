import type { Worker } from 'node:worker_threads'
import { ImportRefused } from './import-refused.ts'

/** A message that brings an answer, or says that there is none. */
export type AnswerMessage<Answers> =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error }

interface Waiting<Answers> {
  readonly resolve: (answer: Answers[keyof Answers]) => void
  readonly reject: (error: unknown) => void
}

/** The engine's end of a thread that keeps one file. A question that takes too long ends the thread, and so does too much memory. */
export class QuestionThread<Answers, Question extends { readonly kind: keyof Answers }> {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting<Answers>>()
  #ended: Error | null = null
  #asked = 0

  /** `told` hears what the thread says beside its answers. */
  constructor(worker: Worker, told: (message: unknown) => void = () => undefined) {
    this.#worker = worker
    // What is asked holds the program; a file nobody asks about does not.
    worker.unref()
    worker.on('message', (message: AnswerMessage<Answers> | { readonly kind: 'told' }) => {
      if (message.kind === 'told') return told(message)
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.kind === 'answer') waiting?.resolve(message.answer)
      else waiting?.reject(message.error)
    })
    worker.on('error', (error: Error & { readonly code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#end(isMemory ? gaveOut('takes too much memory') : error)
    })
    worker.on('exit', () => this.#end(gaveOut('was given up')))
  }

  /** Gives the thread a piece of the file; its bytes are moved, not copied. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.send({ kind: 'piece', bytes }, [bytes.buffer])
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
      this.send({ kind: 'ask', id, question })
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

  protected send(message: unknown, moved: ArrayBuffer[] = []): void {
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
  return new ImportRefused('gave-out', `the file ${why}; choose it again, or ask for a shorter period`)
}
