import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/base/canonical-json.ts'

/** SHA-256, hex, over the canonical JSON of a value: equal values have equal hashes, in both programs. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
