import { z } from 'zod'
import { assert } from '../base/assert.ts'

/** A day without a time or zone, `2024-02-29`; sorts as text. In this program: a day in Asia/Shanghai. */
export const plainDateSchema = z.iso.date()
export type PlainDate = z.infer<typeof plainDateSchema>

/** A calendar month, `2024-02`; sorts as text. */
export const plainMonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month like 2024-02')
export type PlainMonth = z.infer<typeof plainMonthSchema>

const DAY_MS = 86_400_000

/** Days since 1970-01-01. */
function dayNumber(date: PlainDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`)
  assert(!Number.isNaN(ms), `${date} is a day`)
  return ms / DAY_MS
}

function fromDayNumber(day: number): PlainDate {
  const ms = day * DAY_MS
  assert(Math.abs(ms) <= 8.64e15, 'the day is within the range of dates')
  const text = new Date(ms).toISOString().slice(0, 10)
  assert(plainDateSchema.safeParse(text).success, 'the year has four digits')
  return text
}

/** The day `days` after `date`; negative counts back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Days from `from` to `to`, negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The corresponding day `months` later, or the last day of that month where it has none (民法典 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const target = monthOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
  return `${target}-${pad(Math.min(day, daysInMonth(target)), 2)}`
}

/** The corresponding day `years` later; 29 February becomes 28 where there is none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Negative, zero or positive, for sorting. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0
}

export function monthOfDate(date: PlainDate): PlainMonth {
  return date.slice(0, 7)
}

export function firstOfMonth(month: PlainMonth): PlainDate {
  return `${month}-01`
}

export function lastOfMonth(month: PlainMonth): PlainDate {
  return `${month}-${daysInMonth(month)}`
}

export function yearOf(date: PlainDate | PlainMonth): number {
  return Number(date.slice(0, 4))
}

/** 28 to 31. */
export function daysInMonth(month: PlainMonth): number {
  return new Date(Date.UTC(yearOf(month), Number(month.slice(5, 7)), 0)).getUTCDate()
}

function partsOf(date: PlainDate): readonly [number, number, number] {
  return [yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function monthOf(year: number, month: number): PlainMonth {
  assert(year >= 0 && year <= 9999, 'the year has four digits')
  return `${pad(year, 4)}-${pad(month, 2)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
