/** Lets a few run at once and a bounded number wait for their turn. */
export class Gate {
  readonly #width: number
  readonly #queueLimit: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(width: number, queueLimit: number) {
    this.#width = width
    this.#queueLimit = queueLimit
  }

  /** Runs `work` in its turn; null where too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#width) {
      if (this.#waiting.length >= this.#queueLimit) return null
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else {
      this.#running += 1
    }
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      // Its place goes straight to who waits.
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}
