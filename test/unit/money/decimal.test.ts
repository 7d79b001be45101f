import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  type Decimal,
  decimal,
  decimalText,
  fenHalfAwayFromZero,
  fenOrNull,
  fenTowardsZero,
  least,
  minus,
  plus,
  sumOf,
  times,
} from '#shared/money/decimal.ts'

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]): Decimal => ({ units: BigInt(units), scale }))

describe('a decimal', () => {
  it.each([
    ['0', '0'],
    ['0.0035', '0.0035'],
    ['0012.50', '12.5'],
    ['100', '100'],
    ['100.00', '100'],
    ['999999999999.99999999', '999999999999.99999999'],
  ])('%s is read and said exactly, without zeros at its end', (text, said) => {
    expect(decimalText(decimal(text))).toBe(said)
  })

  it('below zero has its sign', () => {
    expect(decimalText(minus(decimal('0.5'), decimal('0.75')))).toBe('-0.25')
    expect(decimalText(minus(decimal('1'), decimal('0.95')))).toBe('0.05')
  })

  it.each(['', '-1', '1.', '.5', '1e3', '1,000', '0.123456789', '1234567890123', '１'])(
    '%j is none, and was to be refused where it came in',
    (text) => expect(() => decimal(text)).toThrow('checked'),
  )

  it('is what its text says, however it was come by', () => {
    fc.assert(
      fc.property(decimals, decimals, (one, other) => {
        expect(compare(decimal(decimalText(one)), one)).toBe(0)
        expect(compare(minus(plus(one, other), other), one)).toBe(0)
        expect(compare(times(one, other), times(other, one))).toBe(0)
        expect(compare(least(one, other), one)).toBeLessThanOrEqual(0)
        expect(compare(sumOf([one, other, one]), plus(plus(one, one), other))).toBe(0)
      }),
    )
  })

  it('of tenths adds up to whole ones, as floats do not', () => {
    expect(decimalText(sumOf(Array.from({ length: 10 }, () => decimal('0.1'))))).toBe('1')
  })
})

describe('an amount of many decimals', () => {
  it.each([
    ['0.005', 1],
    ['0.0049999', 0],
    ['1.005', 101],
    ['1.004', 100],
    ['2.675', 268],
    ['3', 300],
  ])('%s yuan is %i fen, a half rounded away from zero', (text, fen) => {
    expect(fenHalfAwayFromZero(decimal(text))).toBe(BigInt(fen))
    expect(fenHalfAwayFromZero(minus(decimal('0'), decimal(text)))).toBe(-BigInt(fen))
  })

  it('is cut off where that is asked for, and never farther from it than a fen', () => {
    expect(fenTowardsZero(decimal('2.679'))).toBe(267n)
    fc.assert(
      fc.property(decimals, (amount) => {
        const [rounded, cut] = [fenHalfAwayFromZero(amount), fenTowardsZero(amount)]
        expect([0n, 1n]).toContain(rounded - cut)
      }),
    )
  })

  it('is kept as far as fen can hold it', () => {
    expect(fenOrNull(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991)
    expect(fenOrNull(9_007_199_254_740_992n)).toBeNull()
  })
})
