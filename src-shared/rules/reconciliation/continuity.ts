import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'

/** A statement as far as its neighbours look at it: its days, and the balance it leads to where that is known. */
export interface ClosedStatement {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly closing: Fen | null
}

/** A statement does not go on where the account was left. */
export interface ContinuityBreak {
  /** Last day of the statement before, and its closing balance. */
  readonly after: PlainDate
  readonly expected: Fen
  /** First day and opening balance of this one. */
  readonly on: PlainDate
  readonly found: Fen
}

/**
 * Compares the opening balance of a statement with what the account was left with on the last day before it that was
 * imported, by the bank's own days. Null where both are the same, nothing is known of one of them, or another
 * statement holds the first day too, so that the lines they share decide.
 */
export function findBreak(
  {
    period,
    opening,
  }: { readonly period: Pick<ClosedStatement, 'from' | 'to'> | null; readonly opening: Fen | null },
  others: readonly ClosedStatement[],
): ContinuityBreak | null {
  if (period === null || opening === null) return null
  const { from: on } = period
  if (others.some(({ from, to }) => from <= on && to >= on)) return null
  const earlier = others.filter(({ to }) => to < on)
  const after = earlier.reduce((last, { to }) => (to > last ? to : last), '')
  const last = earlier.filter(({ to }) => to === after)
  const closings = last.flatMap(({ closing }) => (closing === null ? [] : [closing]))
  const [expected] = closings
  if (expected === undefined || closings.includes(opening)) return null
  return { after, expected, on, found: opening }
}
