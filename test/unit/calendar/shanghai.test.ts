import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate, shanghaiDateTime, startOfShanghaiDay } from '#shared/calendar/shanghai.ts'

describe('days in Asia/Shanghai', () => {
  it('a day begins at 16:00 UTC of the day before', () => {
    expect(startOfShanghaiDay('2024-03-01')).toBe('2024-02-29T16:00:00.000Z')
    expect(shanghaiDate('2024-02-29T15:59:59.999Z')).toBe('2024-02-29')
    expect(shanghaiDate('2024-02-29T16:00:00.000Z')).toBe('2024-03-01')
  })

  it('a time is told as the clock in Shanghai shows it', () => {
    expect(shanghaiDateTime('2026-11-21T06:05:00.000Z')).toBe('2026-11-21 14:05:00')
    expect(shanghaiDateTime('2026-12-31T16:00:09.999Z')).toBe('2027-01-01 00:00:09')
  })

  it('every instant lies between the start of its day and the start of the next', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (at) => {
          const instant = at.toISOString()
          const day = shanghaiDate(instant)
          expect(startOfShanghaiDay(day) <= instant).toBe(true)
          expect(instant < startOfShanghaiDay(addDays(day, 1))).toBe(true)
        },
      ),
    )
  })
})
