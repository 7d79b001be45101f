import type { PlainDate } from '../calendar/plain-date.ts'
import { daysInMonth } from '../calendar/plain-date.ts'

/** Wall time in Asia/Shanghai. */
export interface Moment {
  readonly date: PlainDate
  /** `HH:MM:SS` */
  readonly time: string | null
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/s
const COMPACT_WITH_TIME = /^(\d{4})(\d{2})(\d{2})(\d{6})$/
const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?(.*)$/s
const TIME = /^(\d{1,2})[:.时](\d{2})(?:[:.分](\d{2}))?(?:秒|\.\d+)?$/
const COMPACT_TIME = /^(\d{2})(\d{2})(\d{2})$/

/** Reads a day, with the time of day in the same text or in one of its own. Null where there is no day. */
export function readMoment(dateText: string, timeText: string): Moment | null {
  const text = dateText.normalize('NFKC').trim()
  const match = COMPACT_WITH_TIME.exec(text) ?? COMPACT.exec(text) ?? SEPARATED.exec(text)
  if (match === null) return null
  const [, year = '', month = '', day = '', rest = ''] = match
  const date = plainDate(Number(year), Number(month), Number(day))
  if (date === null) return null
  return { date, time: readTime(rest.replace(/^[T\s]+/, '')) ?? readTime(timeText) }
}

/** `9:12`, `09:12:33`, `091233` as `HH:MM:SS`; null where the text is no time of day. */
function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const match = TIME.exec(plain) ?? COMPACT_TIME.exec(plain)
  if (match === null) return null
  const [, hour = '', minute = '', second = '00'] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}:${second}`
}

/** The day as text; null where the calendar has none, or it lies outside the years banks write. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  const inMonth = `${year}-${String(month).padStart(2, '0')}`
  return day > daysInMonth(inMonth) ? null : `${inMonth}-${String(day).padStart(2, '0')}`
}

const SHANGHAI_MINUTES = 8 * 60

/** Moves a wall time from a zone that is `offset` minutes east of UTC to Asia/Shanghai. */
export function toShanghai({ date, time }: Moment, offset: number): Moment {
  if (time === null || offset === SHANGHAI_MINUTES) return { date, time }
  const shifted = new Date(
    Date.parse(`${date}T${time}Z`) + (SHANGHAI_MINUTES - offset) * 60_000,
  ).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 19) }
}
