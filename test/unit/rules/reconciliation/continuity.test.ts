import { describe, expect, test } from 'vitest'
import { type ClosedStatement, findBreak } from '#shared/rules/reconciliation/continuity.ts'

const days = (from: string, to: string, closing: number | null = 100): ClosedStatement => ({
  from,
  to,
  closing,
})
const OCTOBER = days('2026-10-01', '2026-10-31')
const november = (opening: number | null, from = '2026-11-01') => ({
  period: { from, to: '2026-11-30' },
  opening,
})

describe('a statement goes on where the account was left', () => {
  test('and where it does not, gap and difference are named by the bank’s own days', () => {
    expect(findBreak(november(100), [OCTOBER])).toBeNull()
    expect(findBreak(november(130, '2026-11-03'), [OCTOBER])).toEqual({
      after: '2026-10-31',
      expected: 100,
      on: '2026-11-03',
      found: 130,
    })
  })

  test('the last day before it counts, in whatever order the others were imported', () => {
    const september = days('2026-09-01', '2026-09-30', 7)
    const december = days('2026-12-01', '2026-12-31', 9)
    for (const others of [
      [december, OCTOBER, september],
      [september, december, OCTOBER],
    ]) {
      expect(findBreak(november(7), others)).toMatchObject({ after: '2026-10-31', expected: 100 })
      expect(findBreak(november(100), others)).toBeNull()
    }
  })

  test('one of several that end on one day is enough', () => {
    const cut = days('2026-10-31', '2026-10-31', 90)
    expect(findBreak(november(100), [cut, OCTOBER])).toBeNull()
    expect(findBreak(november(80), [cut, OCTOBER])).toMatchObject({ expected: 90, found: 80 })
  })

  test('nothing is said where a balance is not known, nothing came before, or another holds its first day', () => {
    expect(findBreak(november(null), [OCTOBER])).toBeNull()
    expect(findBreak(november(1), [days('2026-10-01', '2026-10-31', null)])).toBeNull()
    expect(findBreak(november(1), [])).toBeNull()
    expect(findBreak({ period: null, opening: 1 }, [OCTOBER])).toBeNull()
    expect(findBreak(november(1), [days('2026-11-30', '2026-12-02')])).toBeNull()
    for (const [from, to] of [
      ['2026-10-20', '2026-11-01'],
      ['2026-11-01', '2026-11-01'],
    ] as const) {
      expect(findBreak(november(1), [OCTOBER, days(from, to)])).toBeNull()
    }
  })
})
