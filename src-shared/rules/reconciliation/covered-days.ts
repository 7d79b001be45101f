import { addDays, compareDates } from '../../calendar/plain-date.ts'
import type { Days, LedgerStatement } from './ledger.ts'

/** The days that statements cover, as few stretches as they make; oldest first. */
export function coveredDays(statements: readonly LedgerStatement[]): readonly Days[] {
  const stretches: Days[] = []
  for (const { from, to } of statements.toSorted((a, b) => compareDates(a.from, b.from))) {
    const last = stretches.at(-1)
    if (last === undefined || from > addDays(last.to, 1)) stretches.push({ from, to })
    else if (to > last.to) stretches[stretches.length - 1] = { from: last.from, to }
  }
  return stretches
}

/** The days between stretches. */
export function holesBetween(stretches: readonly Days[]): readonly Days[] {
  return stretches.slice(1).map(({ from }, at) => ({
    from: addDays(stretches[at]?.to ?? from, 1),
    to: addDays(from, -1),
  }))
}

/** Joins stretches where nothing was missing between them. */
export function bridged(stretches: readonly Days[], isBridge: (hole: Days) => boolean): readonly Days[] {
  const joined: Days[] = []
  const holes = holesBetween(stretches)
  for (const [at, { from, to }] of stretches.entries()) {
    const last = joined.at(-1)
    const hole = holes[at - 1]
    if (last !== undefined && hole !== undefined && isBridge(hole)) {
      joined[joined.length - 1] = { from: last.from, to }
    } else joined.push({ from, to })
  }
  return joined
}

/** What of the stretches lies within. */
export function within(stretches: readonly Days[], { from, to }: Days): readonly Days[] {
  return stretches
    .filter((stretch) => stretch.from <= to && stretch.to >= from)
    .map((stretch) => ({
      from: stretch.from < from ? from : stretch.from,
      to: stretch.to > to ? to : stretch.to,
    }))
}
