import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { addWorkingDays, isProvisional, workingDaysBetween } from '#shared/calendar/working-calendar.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'

/** Days remembered of one today; beyond, they are counted again. */
const MAX_REMEMBERED = 4096

/** Review clocks as they stand on one day. The due day is the record's own. */
export class ReviewClocks {
  readonly today: PlainDate
  /** The last due day that warns today. */
  readonly warnUntil: PlainDate
  readonly #calendar: WorkingCalendar
  readonly #left = new Map<PlainDate, { readonly days: number; readonly provisional: boolean }>()

  /** `noticeDays`: how many working days before the due day the warning begins. */
  constructor(calendar: WorkingCalendar, noticeDays: number, today: PlainDate) {
    this.#calendar = calendar
    this.today = today
    this.warnUntil = addWorkingDays(calendar, today, noticeDays).date
  }

  clock(dueOn: PlainDate): ReviewClock {
    const left = this.#daysLeft(dueOn)
    return {
      state: dueOn < this.today ? 'overdue' : dueOn <= this.warnUntil ? 'warn' : 'running',
      dueOn,
      workingDaysLeft: left.days,
      provisional: left.provisional || isProvisional(this.#calendar, dueOn),
    }
  }

  #daysLeft(dueOn: PlainDate) {
    const known = this.#left.get(dueOn)
    if (known !== undefined) return known
    const left = workingDaysBetween(this.#calendar, this.today, dueOn)
    if (this.#left.size < MAX_REMEMBERED) this.#left.set(dueOn, left)
    return left
  }
}
