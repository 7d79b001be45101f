import { assert } from '../base/assert.ts'
import type { HolidayYear } from './holiday-year.ts'
import type { PlainDate, PlainMonth } from './plain-date.ts'
import { addDays, daysBetween, daysInMonth, firstOfMonth, weekday, yearOf } from './plain-date.ts'

/**
 * Which days are worked (工作日): the State Council's tables where there is one for the year, Monday to
 * Friday where there is none yet. Every answer that leaned on a year without a table is `provisional`.
 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>
  readonly off: ReadonlySet<PlainDate>
  readonly makeUp: ReadonlySet<PlainDate>
}

/** A day found by counting. */
export interface CountedDay {
  readonly date: PlainDate
  readonly provisional: boolean
}

/** No count may run further than this many calendar days (about 30 years). */
const MAX_DAYS = 11_000

export function createWorkingCalendar(tables: readonly HolidayYear[]): WorkingCalendar {
  return {
    years: new Set(tables.map((table) => table.year)),
    off: new Set(tables.flatMap((table) => table.off.map((day) => day.date))),
    makeUp: new Set(tables.flatMap((table) => table.makeUp.map((day) => day.date))),
  }
}

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  if (calendar.makeUp.has(date)) return true
  return weekday(date) <= 5 && !calendar.off.has(date)
}

/** Whether the answer for this day may still change, because its year has no table. */
export function isProvisional(calendar: WorkingCalendar, date: PlainDate): boolean {
  return !calendar.years.has(yearOf(date))
}

/** The `count`th working day after `date` (count >= 0), the day itself not counted; `date` when count is 0. */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, count: number): CountedDay {
  assert(Number.isInteger(count) && count >= 0, 'working days are counted forward in whole days')
  let day = date
  let provisional = false
  for (let left = count, steps = 0; left > 0; steps += 1) {
    assert(steps < MAX_DAYS, `a count of working days ends within ${MAX_DAYS} days`)
    day = addDays(day, 1)
    provisional ||= isProvisional(calendar, day)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return { date: day, provisional }
}

/** The `n`th working day of a month (n >= 1), or null where the month has fewer. */
export function nthWorkingDay(calendar: WorkingCalendar, month: PlainMonth, n: number): CountedDay | null {
  assert(Number.isInteger(n) && n >= 1, 'working days of a month are counted from one')
  const first = firstOfMonth(month)
  let seen = 0
  for (let offset = 0; offset < daysInMonth(month); offset += 1) {
    const date = addDays(first, offset)
    if (isWorkingDay(calendar, date)) seen += 1
    if (seen === n) return { date, provisional: isProvisional(calendar, date) }
  }
  return null
}

/** How many working days lie after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): { readonly days: number; readonly provisional: boolean } {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from)
    return { days: 0 - back.days, provisional: back.provisional }
  }
  const span = daysBetween(from, to)
  assert(span <= MAX_DAYS, `a span of working days is at most ${MAX_DAYS} days`)
  let days = 0
  let provisional = false
  for (let offset = 1; offset <= span; offset += 1) {
    const date = addDays(from, offset)
    provisional ||= isProvisional(calendar, date)
    if (isWorkingDay(calendar, date)) days += 1
  }
  return { days, provisional }
}

/** The day itself if it is worked, else the next one that is: where a deadline falls on a day off. */
export function rollToNextWorkingDay(calendar: WorkingCalendar, date: PlainDate): CountedDay {
  const provisional = isProvisional(calendar, date)
  if (isWorkingDay(calendar, date)) return { date, provisional }
  const next = addWorkingDays(calendar, date, 1)
  return { date: next.date, provisional: provisional || next.provisional }
}
