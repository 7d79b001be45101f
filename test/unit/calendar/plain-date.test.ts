import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  monthOfDate,
  weekday,
} from '#shared/calendar/plain-date.ts'

const dates = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('plain dates', () => {
  it.each([
    ['2023-10-20', 12, '2024-10-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-12-31', 1, '2025-01-31'],
  ])('%s and %i months is the corresponding day, or the last day of the month: %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('a year after 29 February ends on 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('days are counted across months and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  it('Monday is 1 and Sunday is 7', () => {
    expect(weekday('2024-02-18')).toBe(7)
    expect(weekday('2024-02-19')).toBe(1)
    expect(weekday('1969-12-31')).toBe(3)
  })

  it('of two days the earlier sorts first, and a day is equal to itself', () => {
    expect(compareDates('2024-02-29', '2024-03-01')).toBe(-1)
    expect(compareDates('2024-03-01', '2024-02-29')).toBe(1)
    expect(compareDates('2024-03-01', '2024-03-01')).toBe(0)
  })

  it('a month knows its first day and its length', () => {
    expect(firstOfMonth('2024-02')).toBe('2024-02-01')
    expect(monthOfDate('2024-02-29')).toBe('2024-02')
    expect([daysInMonth('2024-02'), daysInMonth('2023-02'), daysInMonth('2024-12')]).toEqual([29, 28, 31])
  })

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('a later month never gives an earlier day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 600 }), (date, months) => {
        expect(compareDates(addMonths(date, months), addMonths(date, months + 1))).toBe(-1)
        expect(Number(addMonths(date, months).slice(8))).toBeLessThanOrEqual(Number(date.slice(8)))
      }),
    )
  })
})
