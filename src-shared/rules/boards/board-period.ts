import { assert } from '../../base/assert.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  monthOfDate,
  type PlainDate,
  weekday,
} from '../../calendar/plain-date.ts'

/** Days in Beijing, both among them. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

export const SERIES = ['day', 'week', 'month'] as const
export type Series = (typeof SERIES)[number]

/** Most days a board is asked for at once. */
export const MOST_DAYS = 3660

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

/** The period of as many days that ends the day before. */
export function periodBefore(period: Period): Period {
  const to = addDays(period.from, -1)
  return { from: addDays(to, 1 - daysOf(period)), to }
}

/** The days, weeks from Monday, or months of a period, oldest first; the first and the last may be cut by it. */
export function piecesOf(period: Period, series: Series): Period[] {
  assert(daysOf(period) >= 1 && daysOf(period) <= MOST_DAYS, 'a period of some days')
  const pieces: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const end = lastOf(from, series)
    const to = end < period.to ? end : period.to
    pieces.push({ from, to })
    from = addDays(to, 1)
  }
  return pieces
}

function lastOf(day: PlainDate, series: Series): PlainDate {
  if (series === 'day') return day
  // Sunday ends a week: 0.
  if (series === 'week') return addDays(day, (7 - weekday(day)) % 7)
  return addDays(addMonths(firstOfMonth(monthOfDate(day)), 1), -1)
}

/** What a piece is called: its day, the Monday of its week, or its month. */
export function pieceKey({ from }: Period, series: Series): string {
  if (series === 'day') return from
  if (series === 'week') return addDays(from, -((weekday(from) + 6) % 7))
  return monthOfDate(from)
}
