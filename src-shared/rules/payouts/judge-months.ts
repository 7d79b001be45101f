import type { PlainDate, PlainMonth } from '../../calendar/plain-date.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PayoutSection } from '../../policy/payout-section.ts'
import { monthsAsked, type PayableMonth } from './payout-months.ts'
import { payoutWindow } from './payout-window.ts'

/** What becomes of a choice of months by a pack alone: the first that applies. */
export const MONTHS_RULINGS = [
  'empty-selection',
  'no-such-month',
  'already-withdrawn',
  'month-not-finished',
  'calendar-unknown',
  'window-not-open',
  'gap-in-range',
  'below-minimum',
  'allowed',
] as const
export type MonthsRuling = (typeof MONTHS_RULINGS)[number]

/** Whether a provider may ask for these months on a day, by the pack alone; or the first reason why not. Pure. */
export function judgeMonths(
  section: PayoutSection,
  months: readonly PayableMonth[],
  chosen: readonly PlainMonth[],
  calendar: WorkingCalendar,
  on: PlainDate,
): MonthsRuling {
  const asked = monthsAsked(section, months, chosen, on)
  if (chosen.length === 0) return 'empty-selection'
  if (asked.unknown.length > 0) return 'no-such-month'
  if (asked.taken.length > 0) return 'already-withdrawn'
  if (asked.unfinished.length > 0) return 'month-not-finished'
  const window = payoutWindow(section, calendar, on)
  if (window === null) return 'calendar-unknown'
  if (!window.isOpen) return 'window-not-open'
  if (asked.leftOut.length > 0) return 'gap-in-range'
  return asked.missing > 0 ? 'below-minimum' : 'allowed'
}
