import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiplyHalfAwayFromZero } from '#shared/money/rounding.ts'

describe('rounding a half away from zero', () => {
  it.each([
    [5, 1, 10, 1],
    [4, 1, 10, 0],
    [-5, 1, 10, -1],
    [-4, 1, 10, 0],
    [19_999_999, 2_000, 10_000, 4_000_000],
    [9_007_199_254_740_991, 1, 1, 9_007_199_254_740_991],
  ])('%i times %i/%i is %i', (fen, numerator, denominator, result) => {
    expect(multiplyHalfAwayFromZero(fen, numerator, denominator)).toBe(result)
  })

  it('the result is never further than half a fen from the exact value', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 10_000 }), (fen, points) => {
        const rounded = multiplyHalfAwayFromZero(fen, points, 10_000)
        expect(Math.abs(rounded * 10_000 - fen * points)).toBeLessThanOrEqual(5_000)
        expect(multiplyHalfAwayFromZero(-fen, points, 10_000) + rounded).toBe(0)
      }),
    )
  })
})
