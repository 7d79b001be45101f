import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { addWorkingDays, type CountedDay, type WorkingCalendar } from '../../calendar/working-calendar.ts'

/**
 * The first day on which an account may be paid to 变更冻结期: the day after so many whole working days have gone by since
 * the hold began; that day itself where there is no hold.
 */
export function holdEnds(calendar: WorkingCalendar, begunOn: PlainDate, workingDays: number): CountedDay {
  if (workingDays === 0) return { date: begunOn, provisional: false }
  const last = addWorkingDays(calendar, begunOn, workingDays)
  return { date: addDays(last.date, 1), provisional: last.provisional }
}
