import { z } from 'zod'
import { type HolidayYear, holidayYearSchema } from './holiday-year.ts'
import { addDays, compareDates, type PlainDate, plainDateSchema, weekday, yearOf } from './plain-date.ts'

/** The table that the public project holiday-cn publishes of a year. */
const publishedSchema = z
  .object({
    year: z.int(),
    papers: z.array(z.url()),
    days: z.array(z.object({ name: z.string(), date: plainDateSchema, isOffDay: z.boolean() })),
  })
  .transform(({ year, papers, days }) => {
    const of = (isOff: boolean) =>
      days.filter(({ isOffDay }) => isOffDay === isOff).map(({ date, name }) => ({ date, name }))
    return { year, papers, off: of(true), makeUp: of(false) }
  })
  .pipe(holidayYearSchema)

/** A year's table as the program keeps it, or as holiday-cn publishes it. */
export const holidayTableSchema: z.ZodType<HolidayYear> = z.union([holidayYearSchema, publishedSchema])

/** What no notice of the State Council says: each with the day. */
export const HOLIDAY_TROUBLES = [
  'of-another-year',
  'twice',
  /** A day of work in lieu is a Saturday or Sunday. */
  'make-up-on-weekday',
  /** A new year's day is always off. */
  'new-year-worked',
] as const
export type HolidayTrouble = (typeof HOLIDAY_TROUBLES)[number]

/** Days of a table that cannot be right, in their order. The turn of the year may reach into December before. */
export function holidayTroubles(table: HolidayYear): { date: PlainDate; trouble: HolidayTrouble }[] {
  const found: { date: PlainDate; trouble: HolidayTrouble }[] = []
  const seen = new Set<PlainDate>()
  const newYear = `${String(table.year).padStart(4, '0')}-01-01`
  for (const { date } of [...table.off, ...table.makeUp]) {
    if (seen.has(date)) found.push({ date, trouble: 'twice' })
    seen.add(date)
    const isNear = date < newYear && addDays(date, 7) >= newYear
    if (yearOf(date) !== table.year && !isNear) found.push({ date, trouble: 'of-another-year' })
  }
  const off = new Set(table.off.map(({ date }) => date))
  for (const { date } of table.makeUp) {
    // A holiday that was lengthened ends on a weekday by name: 2020-02-03.
    if (weekday(date) <= 5 && !off.has(addDays(date, -1))) found.push({ date, trouble: 'make-up-on-weekday' })
  }
  if (table.off.every(({ date }) => date !== newYear))
    found.push({ date: newYear, trouble: 'new-year-worked' })
  return found.sort((one, other) => compareDates(one.date, other.date))
}

/** What a day is by a table: off, worked in lieu, or as its weekday. */
export const DAY_KINDS = ['off', 'make-up', 'usual'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** A day that is otherwise by one table than by another. */
export interface HolidayDifference {
  readonly date: PlainDate
  readonly name: string
  readonly before: DayKind
  readonly after: DayKind
}

/** The days that are otherwise by another table of the year; null is no table: every day as its weekday. */
export function holidayDifferences(before: HolidayYear | null, after: HolidayYear): HolidayDifference[] {
  const days = [before, after].flatMap((table) => (table === null ? [] : [...table.off, ...table.makeUp]))
  const named = new Map(days.map(({ date, name }) => [date, name]))
  return [...named]
    .map(([date, name]) => ({ date, name, before: kindOf(before, date), after: kindOf(after, date) }))
    .filter((day) => day.before !== day.after)
    .sort((one, other) => compareDates(one.date, other.date))
}

function kindOf(table: HolidayYear | null, date: PlainDate): DayKind {
  if (table?.makeUp.some((day) => day.date === date)) return 'make-up'
  return table?.off.some((day) => day.date === date) ? 'off' : 'usual'
}
