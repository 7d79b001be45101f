import { addDays, monthOfDate, type PlainDate, yearOf } from '../../calendar/plain-date.ts'
import { nthWorkingDay, type WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PayoutSection } from '../../policy/payout-section.ts'

/** When money may be asked for in the month of a day. */
export interface PayoutWindow {
  /** The last of the working days that are waited for. */
  readonly lastWorkingDay: PlainDate
  /** The first day on which it may be asked for, from 00:00 in Shanghai. */
  readonly opensOn: PlainDate
  readonly isOpen: boolean
}

/** The window of the month a day lies in; null where the year has no table of holidays: it opens nothing. Pure. */
export function payoutWindow(
  { window }: PayoutSection,
  calendar: WorkingCalendar,
  on: PlainDate,
): PayoutWindow | null {
  const counted = nthWorkingDay(calendar, monthOfDate(on), window.afterWorkingDay)
  if (counted === null || !calendar.years.has(yearOf(on))) return null
  const opensOn = addDays(counted.date, 1)
  return { lastWorkingDay: counted.date, opensOn, isOpen: on >= opensOn }
}
