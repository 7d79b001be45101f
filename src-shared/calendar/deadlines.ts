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

/** Both in working days: the first from a policy pack, the second the company's own. */
export interface SlaTerms {
  readonly workingDays: number
  /** How many before its due day it begins to warn. */
  readonly noticeDays: number
}

/** Judges an SLA at an instant: it warns `noticeDays` before the due day, at the earliest from the start. */
export function slaClock(
  calendar: WorkingCalendar,
  terms: SlaTerms,
  submittedAt: Instant,
  now: Instant,
): SlaClock {
  const submittedOn = shanghaiDate(submittedAt)
  const today = shanghaiDate(now)
  const due = addWorkingDays(calendar, submittedOn, terms.workingDays)
  const warnFrom = addWorkingDays(calendar, submittedOn, Math.max(0, terms.workingDays - terms.noticeDays))
  const left = workingDaysBetween(calendar, today, due.date)
  return {
    state: today > due.date ? 'overdue' : today >= warnFrom.date ? 'warn' : 'running',
    dueOn: due.date,
    workingDaysLeft: left.days,
    provisional: due.provisional || left.provisional,
  }
}
