/**
 * Runs a task one at a time. A request made while it runs is answered by a run that begins afterwards, so that
 * whoever asks sees what was true when she asked; any number of such requests share one run.
 */
export class SingleFlight {
  readonly #task: () => Promise<void>
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  constructor(task: () => Promise<void>) {
    this.#task = task
  }

  request(): Promise<void> {
    if (this.#running === null) return this.#start()
    this.#next ??= this.#running.then(() => {
      this.#next = null
      return this.#start()
    })
    return this.#next
  }

  /** Done when nothing runs any longer. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  #start(): Promise<void> {
    const run = this.#task().finally(() => {
      if (this.#running === run) this.#running = null
    })
    this.#running = run
    return run
  }
}
