import { hashSecret, newSecret } from './secret.ts'

const LIFETIME_MS = 3600_000
/** More addresses than this are never open at once; the oldest goes. */
const LIMIT = 8

/** Tokens of the printed addresses: each lets one browser in, once, within an hour. */
export class OneTimeTokens {
  readonly #now: () => number
  /** Hash of the token -> when it ends. */
  readonly #open = new Map<string, number>()

  constructor(now: () => number) {
    this.#now = now
  }

  issue(): string {
    for (const oldest of [...this.#open.keys()].slice(0, -(LIMIT - 1))) this.#open.delete(oldest)
    const token = newSecret()
    this.#open.set(hashSecret(token), this.#now() + LIFETIME_MS)
    return token
  }

  /** Ends every address that was not used yet. */
  endAll(): void {
    this.#open.clear()
  }

  /** True once for each token. */
  redeem(token: string): boolean {
    const hash = hashSecret(token)
    const ends = this.#open.get(hash)
    return this.#open.delete(hash) && ends !== undefined && this.#now() < ends
  }
}
