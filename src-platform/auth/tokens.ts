import { createHash } from 'node:crypto'
import { instantOf, type Platform } from '../platform.ts'
import type { SessionToken } from '../store/credentials.ts'

const ACCESS_MS = 10 * 60_000
const REFRESH_MS = 30 * 86_400_000
const TOKEN_BYTES = 32

/** Tokens are 256 random bits, so a plain SHA-256 is enough to keep them by. */
export function hashOfToken(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export interface NewToken {
  /** What the client gets; kept nowhere. */
  readonly text: string
  readonly stored: SessionToken
}

export function newToken(
  platform: Pick<Platform, 'clock' | 'randomBytes'>,
  kind: SessionToken['kind'],
  sessionId: string,
  parentHash: string | null,
): NewToken {
  const text = Buffer.from(platform.randomBytes(TOKEN_BYTES)).toString('base64url')
  const expiresAt = instantOf(platform.clock() + (kind === 'access' ? ACCESS_MS : REFRESH_MS))
  const hash = hashOfToken(text)
  return {
    text,
    stored: { hash, sessionId, kind, parentHash, expiresAt, spentAt: null, recovered: false },
  }
}
