import { addDays, firstOfMonth, type PlainDate, type PlainMonth } from '../../calendar/plain-date.ts'
import { rollToNextWorkingDay, type WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'

/**
 * The day on which the bill of a month is made, moved to the next working day; null where the pack names none.
 *
 * @param month whose bill it is, as `shareOrder` gives it.
 */
export function billDayOf(
  pack: PolicyPack | null,
  calendar: WorkingCalendar,
  month: PlainMonth,
): PlainDate | null {
  const rules = pack?.fees?.rules
  if (rules?.model !== 'provider-share') return null
  return rollToNextWorkingDay(calendar, addDays(firstOfMonth(month), rules.billDay.day - 1)).date
}
