interface Count {
  attempts: number
  readonly endsAt: number
}

/** Counts attempts by key in windows of time. Kept in memory and bounded: the oldest keys are forgotten first. */
export class Throttle {
  readonly #limit: number
  readonly #windowMs: number
  readonly #keysLimit: number
  readonly #counts = new Map<string, Count>()

  constructor(limit: number, windowMs: number, keysLimit = 100_000) {
    this.#limit = limit
    this.#windowMs = windowMs
    this.#keysLimit = keysLimit
  }

  /** Counts an attempt at `now` (ms). Answers 0 if it may go on, else the seconds to wait. */
  take(key: string, now: number): number {
    const known = this.#counts.get(key)
    const count = known !== undefined && known.endsAt > now ? known : this.#open(key, now)
    if (count.attempts >= this.#limit) return Math.ceil((count.endsAt - now) / 1000)
    count.attempts += 1
    return 0
  }

  /** Takes a counted attempt back: it was a good one. */
  forgive(key: string): void {
    const count = this.#counts.get(key)
    if (count !== undefined && count.attempts > 0) count.attempts -= 1
  }

  #open(key: string, now: number): Count {
    this.#counts.delete(key)
    const oldest = this.#counts.keys().next().value
    if (this.#counts.size >= this.#keysLimit && oldest !== undefined) this.#counts.delete(oldest)
    const count = { attempts: 0, endsAt: now + this.#windowMs }
    this.#counts.set(key, count)
    return count
  }
}
