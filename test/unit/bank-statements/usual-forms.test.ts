import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalAmount, readAmount } from '#shared/bank-statements/amount.ts'
import { readMoment } from '#shared/bank-statements/moment.ts'

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const two = (value: number) => String(value).padStart(2, '0')

describe('an amount', () => {
  test('is read digit by digit, in whatever width it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }), (fen) => {
        const text = decimalAmount(fen)
        expect([readAmount(text), readAmount(wide(text)), readAmount(` ${text}`)]).toEqual([fen, fen, fen])
      }),
    )
  })

  test.each([
    ['0.00', 0],
    ['007.50', 750],
    ['12345678901234.56', 1_234_567_890_123_456],
    ['1234567890123456.78', null],
    ['1.2.34', null],
    ['.50', 50],
    ['1a.50', null],
    ['12.5٣', null],
  ])('%s is %s fen', (text, fen) => {
    expect(readAmount(text)).toBe(fen)
  })
})

describe('a day with its time', () => {
  const moments = fc.record({
    year: fc.integer({ min: 1960, max: 2210 }),
    ...{ month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) },
    ...{ hour: fc.nat(25), minute: fc.nat(61), second: fc.nat(61) },
  })

  test('is the same in one column and in two, and none where the calendar or the clock has none', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom('', '-', '/'), ({ year, month, day, ...clock }, mark) => {
        const date = [year, two(month), two(day)].join(mark)
        const time = [clock.hour, clock.minute, clock.second].map(two).join(':')
        const read = readMoment(`${date} ${time}`, '')
        expect(read).toEqual(readMoment(date, time))
        expect(read).toEqual(readMoment(wide(date), time))
        expect(read).toEqual(readMoment(`${date} ${time}`, `${date} ${time}`))
      }),
    )
  })

  test.each([
    ['20261121 09:12:33', { date: '2026-11-21', time: '09:12:33' }],
    ['2026/11/21 24:00:00', { date: '2026-11-21', time: null }],
    ['2026-02-29 09:12:33', null],
    ['2024-02-29 09:12:33', { date: '2024-02-29', time: '09:12:33' }],
    ['2026-11/21 09:12:33', { date: '2026-11-21', time: '09:12:33' }],
  ])('%s is read', (text, moment) => {
    expect(readMoment(text, '')).toEqual(moment)
  })
})
