import { isProvisional, isWorkingDay } from '#shared/calendar/working-calendar.ts'
import type { Today } from '#shared/contracts/console-engine/desk.ts'
import { countApplications } from './applications/list-applications.ts'
import { countListings } from './listings/list-listings.ts'
import type { QueryContext } from './query-context.ts'

/** What waits today, and what kind of day it is. */
export function readToday(context: QueryContext): Today {
  return {
    on: context.today,
    workingDay: isWorkingDay(context.calendar, context.today),
    provisionalCalendar: isProvisional(context.calendar, context.today),
    applications: countApplications(context),
    listings: countListings(context),
  }
}
