import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commission, CommissionedOrder } from '#shared/rules/fees/month-commission.ts'
import { monthCommission } from '#shared/rules/fees/month-commission.ts'
import { packsOf } from './packs.ts'

function commission(month: string, name: string, orders: readonly CommissionedOrder[]) {
  return monthCommission(
    packsOf('aliyun'),
    month,
    (rows) => rows.find((row) => row.name === name) ?? null,
    orders,
  )
}

function ok(name: string, ...amounts: readonly number[]): Commission {
  const orders = amounts.map((amount) => ({ amount, distributed: false }))
  const found = commission('2020-10', name, orders)
  if (found.outcome !== 'ok') throw new Error(found.outcome)
  return found
}

describe('the commission of a month', () => {
  it.each([
    [19_999_999, 4_000_000, 2_000_000],
    [20_000_000, 3_000_000, 1_000_000],
    [49_999_999, 7_500_000, 2_500_000],
    [50_000_000, 5_000_000, 1_500_000],
  ])('%i fen stand in their tier, one rate on the whole', (amount, siteBuilding, other) => {
    expect(ok('网站建设', amount).due).toBe(siteBuilding)
    expect(ok('企业应用', amount).due).toBe(other)
  })

  it('the tier counts distributed customers, the base does not', () => {
    const found = commission('2020-10', '网站建设', [
      { amount: 40_000_000, distributed: true },
      { amount: 20_000_000, distributed: false },
    ])
    expect(found).toMatchObject({ total: 60_000_000, base: 20_000_000, due: 2_000_000, rebate: 2_000_000 })
  })

  it('who stands just below a tier is told what is missing and what it would save', () => {
    expect(ok('网站建设', 49_999_999).ahead).toEqual({ missing: 1, saves: 2_500_000 })
    expect(ok('网站建设', 49_999_000).ahead).toEqual({ missing: 1_000, saves: 2_499_850 })
    expect(ok('网站建设', 50_000_000).ahead).toBeNull()
  })

  it.each([
    ['2016-10', 'outside-policy-period'],
    ['2016-11', 'ok'],
    ['2021-03', 'ok'],
    ['2021-04', 'outside-policy-period'],
  ])('%s: a month of which a day lies in the period counts, no other', (month, outcome) => {
    expect(commission(month, '企业应用', [{ amount: 1, distributed: false }]).outcome).toBe(outcome)
  })

  it.each(['新零售市场', '开发运维', '零售通'])('%s has no row: nothing is guessed', (name) => {
    expect(commission('2020-10', name, [{ amount: 1, distributed: false }]).outcome).toBe(
      'no-rate-for-category',
    )
  })

  it('a refusal explains nothing', () => {
    const one = [{ amount: 1, distributed: false }]
    expect(commission('2021-04', '企业应用', one)).toEqual({ outcome: 'outside-policy-period', steps: [] })
    expect(commission('2020-10', '零售通', one)).toEqual({ outcome: 'no-rate-for-category', steps: [] })
    expect(monthCommission(packsOf('kubesphere'), '2024-02', (rows) => rows[0] ?? null, one)).toEqual({
      outcome: 'outside-policy-period',
      steps: [],
    })
  })

  it.each([
    [true, true, 60_000_000, 60_000_000],
    [true, false, 60_000_000, 20_000_000],
    [false, true, 20_000_000, 60_000_000],
    [false, false, 20_000_000, 20_000_000],
  ])(
    'distributed customers choose the tier (%s) and bear commission (%s) as the pack says',
    (chooseTier, bearCommission, total, base) => {
      const changed = packsOf('aliyun').map((pack) => {
        const rules = pack.fees?.rules
        if (pack.fees === null || rules?.model !== 'monthly-tiers') return pack
        const distributed = { ...rules.distributed, chooseTier, bearCommission }
        return { ...pack, fees: { ...pack.fees, rules: { ...rules, distributed } } }
      })
      const found = monthCommission(changed, '2020-10', (rows) => rows[0] ?? null, [
        { amount: 40_000_000, distributed: true },
        { amount: 20_000_000, distributed: false },
      ])
      expect(found).toMatchObject({ total, base })
    },
  )

  it('no total above zero has no tier', () => {
    const found = commission('2020-10', '企业应用', [{ amount: -5, distributed: false }])
    expect(found).toMatchObject({ outcome: 'nothing-to-settle', total: -5 })
  })

  it('what was charged is what is due and what is paid back', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 60_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(amounts, (given) => {
        const { charged, due, rebate } = ok('企业应用', ...given)
        expect(due + rebate).toBe(charged)
        // Each order rounds by half a fen at most, the category by another half.
        expect(rebate).toBeGreaterThanOrEqual(-Math.ceil((given.length + 1) / 2))
      }),
    )
  })
})
