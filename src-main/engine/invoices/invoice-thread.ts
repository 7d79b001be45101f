import { Worker } from 'node:worker_threads'
import type { Engine } from '../engine.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import { QuestionThread } from '../imports/question-thread.ts'
import { Mutex } from '../time/mutex.ts'
import type { InvoiceAnswers, InvoiceQuestion } from './invoice-questions.ts'
import type { FileInvoice } from './read-invoice-file.ts'

/** JavaScript heap of the thread in MiB; what is unpacked has a bound of its own. */
const HEAP_LIMIT_MEBIBYTES = 256
/** A hundred times what the largest archive of invoices takes. */
const TIME_LIMIT_MS = 60_000

/** Reads files as invoices in a thread of its own, which is replaced where a file takes too long or too much memory. */
export class InvoiceThread {
  #thread: QuestionThread<InvoiceAnswers, InvoiceQuestion> | null = null
  /** What ends the thread ends no other file with it. */
  readonly #turns = new Mutex()

  /** The invoices of a file; one problem where it holds none, or takes more than any invoice does. */
  read(bytes: Uint8Array): Promise<readonly FileInvoice[]> {
    return this.#turns.run(() => this.#read(bytes))
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await thread?.close()
  }

  async #read(bytes: Uint8Array): Promise<readonly FileInvoice[]> {
    this.#thread ??= start()
    try {
      return await this.#thread.ask<'read'>({ kind: 'read', bytes }, TIME_LIMIT_MS)
    } catch (error) {
      await this.close()
      if (!(error instanceof ImportRefused)) throw error
      return [{ entry: '', source: 'xml', reading: { kind: 'problem', problem: 'unreadable', place: '' } }]
    }
  }
}

/** The thread of an engine; it ends when somebody signs in or out. */
export function openInvoiceReading({ events }: Pick<Engine, 'events'>): InvoiceThread {
  const thread = new InvoiceThread()
  events.subscribe(({ kind }) => {
    if (kind === 'session') void thread.close()
  })
  return thread
}

function start(): QuestionThread<InvoiceAnswers, InvoiceQuestion> {
  // The bundler knows this form and bundles the worker beside the program.
  const worker = new Worker(new URL('./invoice-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MEBIBYTES },
  })
  return new QuestionThread(worker)
}
