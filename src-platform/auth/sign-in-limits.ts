import { SlowDown } from './slow-down.ts'

const SECOND_MS = 1000
const HOUR_MS = 60 * 60_000
const KNOWN_MS = 30 * 24 * HOUR_MS
const KNOWN_LIMIT = 100_000

/** Whose sign-in is tried, and the network it is tried from. */
export interface Attempt {
  /** As `normalEmail` writes it. */
  readonly email: string
  readonly address: string
}

/**
 * Slows down who guesses a password, an invitation or a second factor, and locks nobody out. What counts is an account
 * together with an address: whoever signed in from there before waits for no guesses that others make of the account, or
 * of other accounts behind the same proxy. In memory: after a new start everybody is new.
 */
export class SignInLimits {
  readonly #pairs = new SlowDown({
    ...{ free: 5, firstWaitMs: 5 * SECOND_MS, longestWaitMs: 60 * SECOND_MS },
    forgetMs: HOUR_MS,
  })
  /** Of one account from many addresses. */
  readonly #accounts = new SlowDown({
    ...{ free: 20, firstWaitMs: SECOND_MS, longestWaitMs: 15 * SECOND_MS },
    forgetMs: HOUR_MS,
  })
  /** Of many accounts from one address: each costs the work of a password. */
  readonly #addresses = new SlowDown({
    ...{ free: 100, firstWaitMs: SECOND_MS, longestWaitMs: 15 * SECOND_MS },
    forgetMs: HOUR_MS,
  })
  /** Of the second factor, by whoever has the password. */
  readonly #codes = new SlowDown({
    ...{ free: 5, firstWaitMs: 30 * SECOND_MS, longestWaitMs: HOUR_MS },
    forgetMs: 24 * HOUR_MS,
  })
  /** Until when (ms) a pair is known. */
  readonly #known = new Map<string, number>()

  /** Counts an attempt at `now` (ms). Answers 0 if it may go on, else the seconds to wait; what has to wait is not counted. */
  take(attempt: Attempt, now: number): number {
    const pair = pairOf(attempt)
    const keys = this.#isKnown(pair, now)
      ? [[this.#pairs, pair] as const]
      : ([
          [this.#pairs, pair],
          [this.#accounts, attempt.email],
          [this.#addresses, attempt.address],
        ] as const)
    const wait = Math.max(...keys.map(([limit, key]) => limit.wait(key, now)))
    if (wait > 0) return Math.ceil(wait / 1000)
    for (const [limit, key] of keys) limit.count(key, now)
    return 0
  }

  /** Counts a guess of the second factor behind a right password, as `take` does. */
  takeCode(attempt: Attempt, now: number): number {
    const key = this.#keyOfCodes(attempt, now)
    const wait = this.#codes.wait(key, now)
    if (wait > 0) return Math.ceil(wait / 1000)
    this.#codes.count(key, now)
    return 0
  }

  /** The password was right; whether there is more to prove is another matter. */
  passwordRight({ email, address }: Attempt): void {
    this.#pairs.forget(pairOf({ email, address }))
    this.#accounts.forgive(email)
    this.#addresses.forgive(address)
  }

  /** Everything was right: she is known at this address. */
  signedIn(attempt: Attempt, now: number): void {
    this.passwordRight(attempt)
    this.#codes.forget(this.#keyOfCodes(attempt, now))
    const pair = pairOf(attempt)
    this.#known.delete(pair)
    const oldest = this.#known.keys().next().value
    if (this.#known.size >= KNOWN_LIMIT && oldest !== undefined) this.#known.delete(oldest)
    this.#known.set(pair, now + KNOWN_MS)
  }

  /** All networks she is not known at count together: a code has six digits only. */
  #keyOfCodes(attempt: Attempt, now: number): string {
    const pair = pairOf(attempt)
    return this.#isKnown(pair, now) ? pair : attempt.email
  }

  #isKnown(pair: string, now: number): boolean {
    return (this.#known.get(pair) ?? 0) > now
  }
}

function pairOf({ email, address }: Attempt): string {
  return `${address} ${email}`
}
