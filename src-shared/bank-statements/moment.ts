import type { PlainDate } from '../calendar/plain-date.ts'
import { daysInMonth } from '../calendar/plain-date.ts'

/** A day with its time on the bank's own clock. */
export interface Moment {
  readonly date: PlainDate
  /** `HH:MM:SS` */
  readonly time: string | null
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/s
const COMPACT_WITH_TIME = /^(\d{4})(\d{2})(\d{2})(\d{6})$/
const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?(.*)$/s
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)(.*)$/s
const TIME =
  /^(?:(上午|下午)\s*)?(\d{1,2})[:.时](\d{2})(?:[:.分](\d{2}))?(?:秒|\.\d+)?(?:\s*([AP])\.?M\.?)?$/i
const COMPACT_TIME = /^(\d{2})(\d{2})(\d{2})$/

/** Which of two numbers is the day where the year comes last. */
export type DateOrder = 'day-first' | 'month-first'

/**
 * Reads a day, with the time of day in a text of its own or behind the day. Null where there is no day. Without an order the year
 * comes first.
 */
export function readMoment(
  dateText: string,
  timeText: string,
  order: DateOrder | null = null,
): Moment | null {
  const usual = readUsual(dateText)
  if (usual !== null && (timeText === '' || timeText === dateText)) return usual
  const text = dateText.normalize('NFKC').trim()
  const match =
    COMPACT_WITH_TIME.exec(text) ?? COMPACT.exec(text) ?? SEPARATED.exec(text) ?? yearLast(text, order)
  if (match === null) return null
  const [, year = '', month = '', day = '', rest = ''] = match
  const date = plainDate(Number(year), Number(month), Number(day))
  if (date === null) return null
  // One column often holds both: with a day in it, it is no time of day.
  const apart = timeText === dateText ? null : readTime(timeText)
  return { date, time: apart ?? readTime(rest.replace(/^[T\s]+/, '')) }
}

const USUAL = /^\d{4}([-/]?)\d\d\1\d\d [0-2]\d:[0-5]\d:[0-5]\d$/

/** `20261121 09:12:33` or `2026-11-21 09:12:33`, as most rows have it; null where it is written otherwise. */
function readUsual(text: string): Moment | null {
  if (!USUAL.test(text)) return null
  const [month, day] = text.length === 19 ? [5, 8] : [4, 6]
  const date = plainDate(
    Number(text.slice(0, 4)),
    Number(text.slice(month, month + 2)),
    Number(text.slice(day, day + 2)),
  )
  return date === null || Number(text.slice(-8, -6)) > 23 ? null : { date, time: text.slice(-8) }
}

/** Year, month, day and what follows them. */
function yearLast(text: string, order: DateOrder | null): readonly string[] | null {
  const [whole = '', one = '', two = '', year = '', rest = ''] = YEAR_LAST.exec(text) ?? []
  if (order === null || whole === '') return null
  return order === 'day-first' ? [whole, year, two, one, rest] : [whole, year, one, two, rest]
}

/** `9:12`, `09:12:33`, `091233`, `9:12 PM`, `下午 9:12` as `HH:MM:SS`; null where the text is no time of day. */
function readTime(text: string): string | null {
  if (text === '') return null
  const plain = text.normalize('NFKC').trim()
  const compact = COMPACT_TIME.exec(plain)
  const [, native, hour = '', minute = '', second = '00', half] = compact
    ? ['', undefined, compact[1], compact[2], compact[3], undefined]
    : (TIME.exec(plain) ?? [])
  if (hour === '' || Number(minute) > 59 || Number(second) > 59) return null
  const hours = hourOfDay(Number(hour), native === '下午' || half?.toUpperCase() === 'P', native ?? half)
  return hours === null ? null : `${String(hours).padStart(2, '0')}:${minute}:${second}`
}

/** The hour from 0 to 23; `mark` is the half of the day where the text names one. */
function hourOfDay(hour: number, isAfternoon: boolean, mark: string | undefined): number | null {
  if (mark === undefined) return hour <= 23 ? hour : null
  // `下午 21:12` is written too.
  if (hour > 12) return isAfternoon && hour <= 23 ? hour : null
  return (hour % 12) + (isAfternoon ? 12 : 0)
}

/** The day as text; null where the calendar has none, or it lies outside the years banks write. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  const inMonth = `${year}-${String(month).padStart(2, '0')}`
  return day > 28 && day > daysInMonth(inMonth) ? null : `${inMonth}-${String(day).padStart(2, '0')}`
}
