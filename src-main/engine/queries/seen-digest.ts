import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/base/canonical-json.ts'

/**
 * SHA-256, hex, over what a reviewer was shown. Only what is on record belongs in it, never a clock: the same
 * records judged by the same rules have the same digest on every machine and on every day.
 */
export function seenDigest(shown: unknown): string {
  return createHash('sha256').update(canonicalJson(shown)).digest('hex')
}
