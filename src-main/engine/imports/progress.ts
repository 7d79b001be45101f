import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'

/** Where each step begins on the way to 1000, by the time it takes in a large file. */
const BEGINS: Readonly<Record<ImportProgress['step'], number>> = {
  receiving: 0,
  reading: 200,
  proving: 500,
  comparing: 600,
  matching: 600,
  ready: 1000,
}
const ENDS: Readonly<Record<ImportProgress['step'], number>> = {
  receiving: 200,
  reading: 500,
  proving: 600,
  comparing: 1000,
  matching: 1000,
  ready: 1000,
}

/** How far an import is when `done` of `of` parts of a step are done. */
export function progressOf(step: ImportProgress['step'], done = 0, of = 1): ImportProgress {
  const width = ENDS[step] - BEGINS[step]
  return { step, share: BEGINS[step] + Math.round((width * Math.min(done, of)) / Math.max(of, 1)) }
}

/** The latest progress of one import, for whoever follows it; what is not taken in time is passed over. */
export class ProgressFeed {
  #latest = progressOf('receiving')
  readonly #wakes = new Set<() => void>()

  latest(): ImportProgress {
    return this.#latest
  }

  tell(progress: ImportProgress): void {
    this.#latest = progress
    this.wake()
  }

  wake(): void {
    for (const wake of this.#wakes) wake()
    this.#wakes.clear()
  }

  /** Progress as it comes, until `work` is over, however it ends: whoever asks for its outcome learns that. */
  async *follow(work: Promise<unknown>): AsyncGenerator<ImportProgress, void> {
    let isOver = false
    const end = () => {
      isOver = true
      this.wake()
    }
    work.then(end, end)
    let told: ImportProgress | null = null
    while (!isOver) {
      if (told !== this.#latest) {
        told = this.#latest
        yield told
        continue
      }
      await new Promise<void>((resolve) => this.#wakes.add(resolve))
    }
    if (told !== this.#latest) yield this.#latest
  }
}
