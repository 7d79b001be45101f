import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { recordName } from './overlay.ts'

/** What of a stored decision tells on which others it rests. */
type Link = Pick<OutboxRow, 'recordId' | 'sequence' | 'touches' | 'needs'> & {
  readonly recordKind: DecidedKind
}

/** Whether a decision was taken on top of an earlier one: it saw its record as that one leaves it, or needs what it makes. */
export function restsOn(later: Link, earlier: Link): boolean {
  if (later.sequence <= earlier.sequence) return false
  const made = touched(earlier)
  return [nameOf(later), ...later.needs].some((name) => made.includes(name))
}

/**
 * Whether a decision may only be sent when an earlier one has its outcome: it rests on it, or it changes the record that
 * the earlier one saw. Decisions that merely post on the same deposit go in any order.
 */
export function goesAfter(later: Link, earlier: Link): boolean {
  if (later.sequence <= earlier.sequence) return false
  return restsOn(later, earlier) || touched(later).includes(nameOf(earlier))
}

/** Every record a decision changes. */
export function touched(row: Link): readonly string[] {
  return [nameOf(row), ...row.touches]
}

function nameOf({ recordKind, recordId }: Link): string {
  return recordName(recordKind, recordId)
}
