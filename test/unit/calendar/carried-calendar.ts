import { loadHolidays } from '#node/resources/load-holidays.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'

/** The working calendar of the holiday tables that the program carries. */
export async function carriedCalendar() {
  return createWorkingCalendar(await loadHolidays(new URL('../../../resources/holidays/', import.meta.url)))
}
