import { addDays, firstOfMonth, lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'

interface Days {
  readonly from: string
  readonly to: string
  /** Up to the end of the month: the next statement will tell whether the balance stood still. */
  readonly isTail: boolean
}

/** The days of a month that no statement covers; days to come are not missed. */
export function uncoveredDays(
  { month, covered }: Pick<Reconciliation, 'month' | 'covered'>,
  today: string,
): readonly Days[] {
  const last = lastOfMonth(month)
  const end = last < today ? last : addDays(today, -1)
  const holes: Days[] = []
  let from = firstOfMonth(month)
  for (const days of covered) {
    if (days.from > from) holes.push({ from, to: addDays(days.from, -1), isTail: false })
    from = addDays(days.to, 1)
  }
  if (from <= end) holes.push({ from, to: end, isTail: end === last && covered.length > 0 })
  return holes
}
