import type { Instant } from '../base/ids.ts'
import type { PlainDate } from './plain-date.ts'
import { shanghaiDate } from './shanghai.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { addWorkingDays, workingDaysBetween } from './working-calendar.ts'

/** How a service level stands. Day 1 is the first working day after the submission. */
export interface SlaClock {
  readonly state: 'running' | 'warn' | 'overdue'
  /** The last day on which an answer is in time, until 24:00 Asia/Shanghai. */
  readonly dueOn: PlainDate
  /** Working days after today up to the due day; 0 on it, negative once it has passed. */
  readonly workingDaysLeft: number
  readonly provisional: boolean
}

/** `workingDays` and `warnOnDay` come from a policy pack, both counted in working days. */
export interface SlaTerms {
  readonly workingDays: number
  readonly warnOnDay: number
}

/** Judges an SLA at an instant: warns from `warnOnDay` on and is overdue after day `workingDays`. */
export function slaClock(
  calendar: WorkingCalendar,
  terms: SlaTerms,
  submittedAt: Instant,
  now: Instant,
): SlaClock {
  const submittedOn = shanghaiDate(submittedAt)
  const today = shanghaiDate(now)
  const due = addWorkingDays(calendar, submittedOn, terms.workingDays)
  const warnFrom = addWorkingDays(calendar, submittedOn, terms.warnOnDay)
  const left = workingDaysBetween(calendar, today, due.date)
  return {
    state: today > due.date ? 'overdue' : today >= warnFrom.date ? 'warn' : 'running',
    dueOn: due.date,
    workingDaysLeft: left.days,
    provisional: due.provisional || left.provisional,
  }
}
