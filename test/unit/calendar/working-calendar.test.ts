import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '#shared/calendar/plain-date.ts'
import {
  addWorkingDays,
  createWorkingCalendar,
  isWorkingDay,
  nthWorkingDay,
  rollToNextWorkingDay,
  workingDaysBetween,
} from '#shared/calendar/working-calendar.ts'
import { carriedCalendar } from './carried-calendar.ts'

const calendar = await carriedCalendar()
const table = new URL('../../fixtures/calendar/tenth_working_day_2020-2023.csv', import.meta.url)
const tenthWorkingDays = readFileSync(table, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))

const dates = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the working calendar', () => {
  it('the table has all 48 months of 2020 to 2023', () => {
    expect(tenthWorkingDays).toHaveLength(48)
  })

  it.each(tenthWorkingDays)('the tenth working day of %s is %s', (month = '', tenth = '', dayAfter = '') => {
    expect(nthWorkingDay(calendar, month, 10)).toEqual({ date: tenth, provisional: false })
    expect(addDays(tenth, 1)).toBe(dayAfter)
  })

  it.each([
    ['2024-01', '2024-01-16'],
    ['2024-02', '2024-02-20'],
    ['2024-03', '2024-03-15'],
    ['2024-04', '2024-04-16'],
    ['2024-05', '2024-05-17'],
    ['2024-06', '2024-06-18'],
    ['2024-07', '2024-07-13'],
    ['2024-08', '2024-08-15'],
    ['2024-09', '2024-09-14'],
    ['2024-10', '2024-10-19'],
    ['2024-11', '2024-11-15'],
    ['2024-12', '2024-12-14'],
  ])('the day after the tenth working day of %s is %s', (month, opening) => {
    const tenth = nthWorkingDay(calendar, month, 10)
    expect(tenth && addDays(tenth.date, 1)).toBe(opening)
  })

  it('a make-up Sunday is worked and a holiday Monday is not', () => {
    expect(isWorkingDay(calendar, '2024-02-18')).toBe(true)
    expect(isWorkingDay(calendar, '2024-02-12')).toBe(false)
  })

  it('a table may rule days of the year before it', () => {
    expect(isWorkingDay(calendar, '2018-12-29')).toBe(true)
    expect(isWorkingDay(calendar, '2018-12-31')).toBe(false)
  })

  it('a year without a table counts Monday to Friday and is provisional', () => {
    expect(nthWorkingDay(calendar, '2027-10', 10)).toEqual({ date: '2027-10-14', provisional: true })
    expect(addWorkingDays(calendar, '2027-10-01', 1)).toEqual({ date: '2027-10-04', provisional: true })
    expect(rollToNextWorkingDay(calendar, '2027-10-02').provisional).toBe(true)
    expect(workingDaysBetween(calendar, '2027-10-01', '2027-10-08')).toEqual({ days: 5, provisional: true })
  })

  it('a count that runs into a year without a table is provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, '2026-12-30', 2).provisional).toBe(true)
    expect(addWorkingDays(calendar, '2018-12-31', 1)).toEqual({ date: '2019-01-02', provisional: false })
  })

  it('is made of the years, days off and make-up days of its tables', () => {
    const made = createWorkingCalendar([
      {
        year: 2023,
        papers: [],
        off: [{ date: '2023-01-02', name: '元旦' }],
        makeUp: [{ date: '2023-01-07', name: '元旦' }],
      },
    ])
    expect(isWorkingDay(made, '2023-01-02')).toBe(false)
    expect(isWorkingDay(made, '2023-01-07')).toBe(true)
    expect(nthWorkingDay(made, '2023-01', 1)).toEqual({ date: '2023-01-03', provisional: false })
  })

  it('a day off moved over the turn of the year is provisional where either year has no table', () => {
    const of = (year: number) => createWorkingCalendar([{ year, papers: [], off: [], makeUp: [] }])
    const monday = { date: '2023-01-02', provisional: true }
    expect(rollToNextWorkingDay(of(2022), '2022-12-31')).toEqual(monday)
    expect(rollToNextWorkingDay(of(2023), '2022-12-31')).toEqual(monday)
  })

  it('a month has no fortieth working day', () => {
    expect(nthWorkingDay(calendar, '2024-03', 21)).toEqual({ date: '2024-03-29', provisional: false })
    expect(nthWorkingDay(calendar, '2024-03', 22)).toBeNull()
  })

  it.each([
    ['2024-10-25', '2024-10-25'],
    ['2025-01-05', '2025-01-06'],
    ['2024-10-02', '2024-10-08'],
  ])('a deadline on %s rolls to %s', (date, rolled) => {
    expect(rollToNextWorkingDay(calendar, date)).toEqual({ date: rolled, provisional: false })
  })

  it('counting forward and counting between agree', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 250 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count).date
        expect(workingDaysBetween(calendar, from, to).days).toBe(count)
        expect(workingDaysBetween(calendar, to, from).days).toBe(0 - count)
      }),
    )
  })

  it('rolling ends on a working day and leaves a working day alone', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const rolled = rollToNextWorkingDay(calendar, date).date
        expect(isWorkingDay(calendar, rolled)).toBe(true)
        expect(rollToNextWorkingDay(calendar, rolled).date).toBe(rolled)
        expect(rolled >= date).toBe(true)
      }),
    )
  })

  it('without any table the week decides', () => {
    const bare = createWorkingCalendar([])
    fc.assert(
      fc.property(dates, (date) => {
        expect(isWorkingDay(bare, date)).toBe(weekday(date) <= 5)
      }),
    )
  })
})
