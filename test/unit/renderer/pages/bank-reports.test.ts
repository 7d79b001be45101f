import { describe, expect, it } from 'vitest'
import { standingOf } from '#renderer/pages/bank-reports/report-standing.tsx'
import { uncoveredDays } from '#renderer/pages/bank-reports/uncovered-days.ts'

const covered = (...days: readonly (readonly [string, string])[]) => ({
  month: '2026-11',
  covered: days.map(([from, to]) => ({ from, to })),
})

describe('the days of a month without a statement', () => {
  it('are those before, between and after the statements', () => {
    const report = covered(['2026-11-03', '2026-11-10'], ['2026-11-12', '2026-11-27'])
    expect(uncoveredDays(report, '2026-12-05')).toEqual([
      { from: '2026-11-01', to: '2026-11-02', isTail: false },
      { from: '2026-11-11', to: '2026-11-11', isTail: false },
      { from: '2026-11-28', to: '2026-11-30', isTail: true },
    ])
  })

  it('leave out today and the days to come', () => {
    expect(uncoveredDays(covered(['2026-11-01', '2026-11-19']), '2026-11-20')).toEqual([])
    expect(uncoveredDays(covered(['2026-11-01', '2026-11-18']), '2026-11-20')).toEqual([
      { from: '2026-11-19', to: '2026-11-19', isTail: false },
    ])
  })

  it('are none where the whole month is covered', () => {
    expect(uncoveredDays(covered(['2026-11-01', '2026-11-30']), '2026-12-05')).toEqual([])
  })
})

describe('how a month stands', () => {
  it('says missing money before work that is left', () => {
    const month = { reconciled: false, open: 3 }
    expect(standingOf({ ...month, difference: -500 })).toBe('difference')
    expect(standingOf({ ...month, difference: null })).toBe('unknown')
    expect(standingOf({ ...month, difference: 0 })).toBe('open')
    expect(standingOf({ ...month, difference: 0, open: 0 })).toBe('uncovered')
    expect(standingOf({ difference: 0, open: 0, reconciled: true })).toBe('reconciled')
  })

  it('names a balance that jumps although the difference is nothing', () => {
    const gaps = [{ after: null, afterOn: null, on: '2026-11-02', expected: 0, found: 5 }]
    expect(standingOf({ difference: 0, open: 0, reconciled: false, gaps })).toBe('gaps')
  })
})
