import { describe, expect, it } from 'vitest'
import { slaClock } from '#shared/calendar/deadlines.ts'
import { carriedCalendar } from './carried-calendar.ts'

const calendar = await carriedCalendar()
const terms = { workingDays: 3, noticeDays: 1 }
/** Noon in Shanghai. */
const noon = (date: string) => `${date}T04:00:00.000Z`

describe('the review clock of 1-3 working days', () => {
  it.each([
    // Submitted on Monday 2024-03-04.
    ['2024-03-04', '2024-03-04', 'running', 3],
    ['2024-03-04', '2024-03-05', 'running', 2],
    ['2024-03-04', '2024-03-06', 'warn', 1],
    ['2024-03-04', '2024-03-07', 'warn', 0],
    ['2024-03-04', '2024-03-08', 'overdue', -1],
    // Submitted on a Friday: the weekend is not counted.
    ['2024-03-08', '2024-03-10', 'running', 3],
    ['2024-03-08', '2024-03-12', 'warn', 1],
    ['2024-03-08', '2024-03-13', 'warn', 0],
    // Submitted before the Spring Festival of 2024 with its make-up Sunday.
    ['2024-02-09', '2024-02-17', 'running', 3],
    ['2024-02-09', '2024-02-19', 'warn', 1],
    ['2024-02-09', '2024-02-20', 'warn', 0],
    ['2024-02-09', '2024-02-21', 'overdue', -1],
  ])('submitted on %s, on %s it is %s with %i working days left', (submitted, today, state, left) => {
    expect(slaClock(calendar, terms, noon(submitted), noon(today))).toMatchObject({
      state,
      workingDaysLeft: left,
      provisional: false,
    })
  })

  it('warns as many working days before its due day as the company says, at the earliest from the start', () => {
    const on = (noticeDays: number, today: string) =>
      slaClock(calendar, { workingDays: 3, noticeDays }, noon('2024-03-04'), noon(today)).state
    expect([on(0, '2024-03-06'), on(0, '2024-03-07')]).toEqual(['running', 'warn'])
    expect([on(2, '2024-03-04'), on(2, '2024-03-05')]).toEqual(['running', 'warn'])
    expect(on(9, '2024-03-04')).toBe('warn')
  })

  it('the due day lasts until 24:00 in Shanghai', () => {
    const submitted = noon('2024-03-04')
    expect(slaClock(calendar, terms, submitted, '2024-03-07T15:59:59.999Z').state).toBe('warn')
    expect(slaClock(calendar, terms, submitted, '2024-03-07T16:00:00.000Z').state).toBe('overdue')
    expect(slaClock(calendar, terms, submitted, '2024-03-07T16:00:00.000Z').dueOn).toBe('2024-03-07')
  })

  it('a clock that runs into a year without a table is provisional', () => {
    expect(slaClock(calendar, terms, noon('2026-12-30'), noon('2026-12-30')).provisional).toBe(true)
    // Due in a year with a table, looked at from one without.
    expect(slaClock(calendar, terms, noon('2026-03-04'), noon('2027-03-04')).provisional).toBe(true)
  })
})
