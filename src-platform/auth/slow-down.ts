interface Count {
  attempts: number
  lastAt: number
  nextAt: number
}

export interface SlowDownOptions {
  /** Attempts that nobody waits for. */
  readonly free: number
  /** What is waited after the last free one; twice that after the next, and so on. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** A key that was quiet for so long begins anew. */
  readonly forgetMs: number
  /** Keys that are remembered; the oldest are forgotten first. */
  readonly keysLimit?: number
}

/** Counts attempts by key and lets more and more time pass between them; no key is locked. In memory, and bounded. */
export class SlowDown {
  readonly #options: Required<SlowDownOptions>
  readonly #counts = new Map<string, Count>()

  constructor(options: SlowDownOptions) {
    this.#options = { keysLimit: 100_000, ...options }
  }

  /** Milliseconds until the next attempt of a key may be made at `now` (ms); 0: now. Counts nothing. */
  wait(key: string, now: number): number {
    const count = this.#live(key, now)
    return count === undefined ? 0 : Math.max(0, count.nextAt - now)
  }

  /** Counts an attempt that is made at `now`. */
  count(key: string, now: number): void {
    const { free, firstWaitMs, longestWaitMs, keysLimit } = this.#options
    const attempts = (this.#live(key, now)?.attempts ?? 0) + 1
    const nextAt = attempts < free ? now : now + Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - free))
    this.#counts.delete(key)
    const oldest = this.#counts.keys().next().value
    if (this.#counts.size >= keysLimit && oldest !== undefined) this.#counts.delete(oldest)
    this.#counts.set(key, { attempts, lastAt: now, nextAt })
  }

  /** Takes a counted attempt back: it was a good one, and who was good does not wait. */
  forgive(key: string): void {
    const count = this.#counts.get(key)
    if (count === undefined) return
    count.attempts -= 1
    count.nextAt = count.lastAt
  }

  /** Begins anew with a key. */
  forget(key: string): void {
    this.#counts.delete(key)
  }

  #live(key: string, now: number): Count | undefined {
    const count = this.#counts.get(key)
    return count === undefined || count.lastAt + this.#options.forgetMs <= now ? undefined : count
  }
}
