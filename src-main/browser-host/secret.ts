import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: looking it up by its hash tells nothing by the time it takes. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
