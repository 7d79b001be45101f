import type { OutboxRow } from '../storage/journal/schema.ts'
import { recordName } from './record-name.ts'

/** What of a stored decision tells on which others it rests. */
type Link = Pick<OutboxRow, 'recordKind' | 'recordId' | 'sequence' | 'touches' | 'needs'>

/**
 * Those of the decisions, in the order of deciding, that may be sent before any other has its outcome: they neither rest
 * on an earlier one, nor change the record that an earlier one saw. Decisions that merely post on the same deposit go in
 * any order.
 */
export function goingFirst<Row extends Link>(rows: readonly Row[]): Row[] {
  const made = new Set<string>()
  const seen = new Set<string>()
  return rows.filter((row) => {
    const changes = touched(row)
    const waits = foundations(row).some((name) => made.has(name)) || changes.some((name) => seen.has(name))
    for (const name of changes) made.add(name)
    seen.add(nameOf(row))
    return !waits
  })
}

/** The later decisions that were taken on top of one, and those on top of them: they fall with it. */
export function restingOn<Row extends Link>(rows: readonly Row[], fallen: Link): Row[] {
  const made = new Set(touched(fallen))
  return rows.filter((row) => {
    const rests = row.sequence > fallen.sequence && foundations(row).some((name) => made.has(name))
    if (rests) for (const name of touched(row)) made.add(name)
    return rests
  })
}

/** Every record a decision changes. */
export function touched(row: Link): readonly string[] {
  return [nameOf(row), ...row.touches]
}

/** The record it saw, and what must be there before it. */
function foundations(row: Link): readonly string[] {
  return [nameOf(row), ...row.needs]
}

function nameOf({ recordKind, recordId }: Link): string {
  return recordName(recordKind, recordId)
}
