import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { hashSecret, newSecret } from './secret.ts'

/** Browsers let in; one more, and the one that came first has to ask again. */
const LIMIT = 16

const fileSchema = z.array(z.string()).max(LIMIT)

/**
 * The browsers that came with a one-time token. Only hashes of their cookies are kept, in a file that only its user
 * can read, so that an open page goes on working when the host was ended and started again.
 */
export class KnownBrowsers {
  readonly #file: string
  #hashes: readonly string[]

  constructor(file: string) {
    this.#file = file
    this.#hashes = read(file)
  }

  /** The secret for the cookie of a new browser. */
  admit(): string {
    const secret = newSecret()
    this.#keep([...this.#hashes, hashSecret(secret)].slice(-LIMIT))
    return secret
  }

  get count(): number {
    return this.#hashes.length
  }

  /** Ends all but the one with this secret; all where it is null. */
  endOthers(secret: string | null): void {
    const kept = secret === null ? null : hashSecret(secret)
    this.#keep(this.#hashes.filter((hash) => hash === kept))
  }

  knows(secret: string | null): boolean {
    return secret !== null && this.#hashes.includes(hashSecret(secret))
  }

  #keep(hashes: readonly string[]): void {
    this.#hashes = hashes
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 })
    const draft = `${this.#file}.new`
    writeFileSync(draft, JSON.stringify(this.#hashes), { mode: 0o600 })
    renameSync(draft, this.#file)
  }
}

/** A file that is missing or not ours lets nobody in. */
function read(file: string): readonly string[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
