import { Worker } from 'node:worker_threads'
import type { AccountLine } from '#shared/rules/known-lines/compare-with-known.ts'
import { QuestionThread } from './question-thread.ts'
import type { Answers, FromThread, Question, ToThread } from './statement-questions.ts'

/** JavaScript heap of the thread in MiB: the largest file takes about half of it. */
const HEAP_LIMIT_MEBIBYTES = 4096

/** The engine's end of a statement worker. */
export class StatementThread extends QuestionThread<Answers, Question> {
  constructor(proven: (sections: number, of: number) => void, heapLimitMebibytes = HEAP_LIMIT_MEBIBYTES) {
    // The bundler knows this form and bundles the worker beside the program.
    const worker = new Worker(new URL('./statement-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMebibytes },
    })
    // All the worker tells beside its answers.
    super(worker, (message) => {
      const { sections, of } = message as Extract<FromThread, { readonly kind: 'told' }>
      proven(sections, of)
    })
  }

  know(section: number, names: readonly string[], lines: readonly AccountLine[] = []): void {
    this.send({ kind: 'known', section, names, lines } satisfies ToThread)
  }
}
