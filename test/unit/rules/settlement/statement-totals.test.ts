import { describe, expect, it } from 'vitest'
import { carryOn, monthAfter, monthBefore } from '#shared/rules/settlement/carry.ts'
import { EMPTY_LINE, LINE_KINDS, type SettledLine } from '#shared/rules/settlement/statement-line.ts'
import { totalsOf } from '#shared/rules/settlement/statement-totals.ts'

function line(more: Partial<SettledLine> & Pick<SettledLine, 'kind' | 'amount'>): SettledLine {
  return { ...EMPTY_LINE, ...more }
}

describe('the header of a statement', () => {
  it('counts orders and refunds apart, and sums what they were reckoned from', () => {
    const totals = totalsOf([
      line({ kind: 'fee', gross: 100, base: 60, fee: 6, amount: 94 }),
      line({ kind: 'fee', gross: 50, base: 50, fee: 5, amount: 45 }),
      line({ kind: 'refund', gross: -30, base: -20, fee: -2, amount: -28 }),
    ])
    expect(totals).toMatchObject({
      orders: 2,
      refunds: 1,
      gross: 150,
      refunded: 30,
      base: 90,
      fee: 9,
      net: 111,
    })
  })

  it('has what a person wrote among the adjustments, whatever kind it is of and whether it names its record', () => {
    const byHand = ['correction', 'penalty', 'deposit-set-off', 'manual'] as const
    for (const kind of byHand) {
      expect(totalsOf([line({ kind, amount: -30 })])).toMatchObject({ adjustments: -30, net: -30 })
    }
    for (const kind of LINE_KINDS) {
      const totals = totalsOf([line({ kind, adjustmentId: 'A', gross: 7, amount: 40 })])
      expect(totals).toMatchObject({ adjustments: 40, net: 40, orders: 0, refunds: 0, setOff: 0, carried: 0 })
    }
  })

  it('has set off and carried apart from the adjustments', () => {
    const totals = totalsOf([
      line({ kind: 'rebate', amount: 12 }),
      line({ kind: 'carry-forward', amount: -5 }),
    ])
    expect(totals).toMatchObject({ setOff: 12, carried: -5, adjustments: 0, net: 7 })
  })

  it('groups the net by rate of tax, the lowest first and what has none last, without a group of nothing', () => {
    const rates = [1300, null, 0, 600, 1300]
    const totals = totalsOf([
      ...rates.map((taxBasisPoints) => line({ kind: 'fee', taxBasisPoints, gross: 106, amount: 106 })),
      line({ kind: 'fee', taxBasisPoints: 300, amount: 0 }),
    ])
    expect(totals.taxGroups.map(({ basisPoints, gross }) => [basisPoints, gross])).toEqual([
      [0, 106],
      [600, 106],
      [1300, 212],
      [null, 106],
    ])
    const noneFirst = totalsOf([
      line({ kind: 'fee', taxBasisPoints: null, gross: 1, amount: 1 }),
      line({ kind: 'fee', taxBasisPoints: 600, gross: 1, amount: 1 }),
    ])
    expect(noneFirst.taxGroups.map(({ basisPoints }) => basisPoints)).toEqual([600, null])
  })
})

describe('what goes from month to month', () => {
  it('goes to the month after and comes from the one before, over the end of a year too', () => {
    expect([monthAfter('2024-12'), monthBefore('2025-01')]).toEqual(['2025-01', '2024-12'])
    expect([monthAfter('2024-01'), monthBefore('2024-03')]).toEqual(['2024-02', '2024-02'])
  })

  it('goes by a line that takes it out, with no more steps than it was given', () => {
    expect(carryOn('2024-12', 'saas', 600, -70)).toEqual({
      ...EMPTY_LINE,
      kind: 'carry-forward',
      category: 'saas',
      taxBasisPoints: 600,
      amount: 70,
      carried: '2025-01',
      steps: [],
    })
  })
})
