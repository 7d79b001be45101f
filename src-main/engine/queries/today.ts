import { isProvisional, isWorkingDay } from '#shared/calendar/working-calendar.ts'
import type { Today } from '#shared/contracts/console-engine/desk.ts'
import { countApplications } from './applications/list-applications.ts'
import type { Desk } from './desk.ts'
import { countListings } from './listings/list-listings.ts'

/** What waits today, and what kind of day it is. */
export function readToday(desk: Desk): Today {
  return {
    on: desk.today,
    workingDay: isWorkingDay(desk.calendar, desk.today),
    provisionalCalendar: isProvisional(desk.calendar, desk.today),
    applications: countApplications(desk),
    listings: countListings(desk),
  }
}
