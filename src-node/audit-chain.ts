import type { AuditEntry, AuditFault, AuditHead } from '#shared/contracts/console-platform/contract.ts'
import { canonicalHash } from './canonical-hash.ts'

/** What the first entry of an audit log follows. */
export const CHAIN_START: AuditHead = { sequence: 0, hash: '0'.repeat(64) }

/** The hash an entry must state: over all its other fields. */
export function linkHash(link: Omit<AuditEntry, 'hash'>): string {
  return canonicalHash(link)
}

/**
 * Follows a chain over its next entries, in the order they stand in. Answers how far it holds, and the first entry that
 * was altered, removed or moved. A log that was written anew as a whole shows only against an entry noted elsewhere.
 */
export function followChain(
  from: AuditHead,
  entries: readonly AuditEntry[],
  noted: AuditHead | null = null,
): { readonly head: AuditHead; readonly fault: AuditFault | null } {
  let head = from
  for (const [index, entry] of entries.entries()) {
    const expected = head.sequence + 1
    if (entry.sequence !== expected) {
      const standsElsewhere =
        entry.sequence < expected || entries.slice(index).some(({ sequence }) => sequence === expected)
      return { head, fault: { sequence: expected, kind: standsElsewhere ? 'moved' : 'removed' } }
    }
    const { hash, ...link } = entry
    if (hash !== linkHash(link)) return { head, fault: { sequence: expected, kind: 'altered' } }
    if (entry.previousHash !== head.hash) {
      // It is whole itself: the entry before it was written anew with a hash that fits, or, where there is none, cut off.
      const sequence = Math.max(head.sequence, 1)
      return { head, fault: { sequence, kind: 'altered' } }
    }
    if (noted?.sequence === expected && noted.hash !== hash) {
      return { head, fault: { sequence: expected, kind: 'altered' } }
    }
    head = { sequence: entry.sequence, hash }
  }
  return { head, fault: null }
}

/** What is wrong where a log ends: it was cut off where an entry was noted that it does not have. */
export function faultOfEnd(head: AuditHead, noted: AuditHead | null): AuditFault | null {
  const isCutOff = noted !== null && noted.sequence > head.sequence
  return isCutOff ? { sequence: head.sequence + 1, kind: 'removed' } : null
}
