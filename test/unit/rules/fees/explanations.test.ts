import { describe, expect, it } from 'vitest'
import type { ChargedProvider } from '#shared/rules/fees/fee-exemptions.ts'
import { monthCommission } from '#shared/rules/fees/month-commission.ts'
import { componentFee } from '#shared/rules/fees/order-component.ts'
import { type ChargedOrder, orderFees } from '#shared/rules/fees/order-fees.ts'
import { billTypes, rulesOf, type SharedOrder, shareOrder } from '#shared/rules/fees/provider-share.ts'
import { told } from '../told-step.ts'
import { feesOf, packsOf } from './packs.ts'

const order = {
  channel: 'online' as const,
  refundOf: null,
  agreedBasisPoints: null,
  paidAt: '2024-02-01T01:00:00.000Z',
}

describe('the explanation of a fee by order names all it rests on', () => {
  const provider = { joinedOn: '2023-10-20', approvedOn: null }
  const explained = (
    orders: readonly ChargedOrder[],
    marketplace = 'kubesphere',
    of: ChargedProvider = provider,
  ) =>
    orderFees(feesOf(marketplace), of, orders).map((each) =>
      each.outcome === 'ok' ? each.steps.map(told) : [],
    )

  it('free turnover and rate', () => {
    const found = explained([
      { ...order, id: '1', amount: 19_000_000 },
      { ...order, id: '2', amount: 3_000_000 },
    ])
    expect(found).toEqual([
      [
        'fees.first-year-turnover | Joined on: 2023-10-20 | Channel: Online | Paid on: 2024-02-01 | ' +
          'Amount of the order: ¥190,000.00 | Free turnover before: ¥200,000.00 | Free of fee: ¥190,000.00 | ' +
          'Free turnover left: ¥10,000.00',
      ],
      [
        'fees.first-year-turnover | Joined on: 2023-10-20 | Channel: Online | Paid on: 2024-02-01 | ' +
          'Amount of the order: ¥30,000.00 | Free turnover before: ¥10,000.00 | Free of fee: ¥10,000.00 | ' +
          'Free turnover left: ¥0.00',
        'fees.platform-fee | Base: ¥20,000.00 | Rate: 10% | Platform fee: ¥2,000.00 | Rounding: Half away from zero, to the fen',
      ],
    ])
  })

  it('a refund', () => {
    const back = { id: 'r', amount: -5_000_000, refundOf: '1', paidAt: '2024-03-01T01:00:00.000Z' }
    const found = explained([
      { ...order, id: '1', amount: 25_000_000 },
      { ...order, ...back },
    ])
    expect(found[1]).toEqual([
      'fees.platform-fee.refund | Order: 1 | Amount of the order: -¥50,000.00 | Charged: ¥5,000.00 | ' +
        'Free of fee: -¥40,000.00 | Free turnover left: ¥40,000.00 | Platform fee: -¥1,000.00 | ' +
        'Rounding: Half away from zero, to the fen',
    ])
  })

  it('the days before there was a fee', () => {
    const found = explained(
      [{ ...order, id: '1', amount: 100, paidAt: '2023-12-01T00:00:00.000Z' }],
      'kubesphere',
      {
        joinedOn: '2023-11-01',
        approvedOn: null,
      },
    )
    expect(found[0]?.at(-1)).toBe(
      'fees.before | Paid on: 2023-12-01 | Amount of the order: ¥1.00 | Free of fee: ¥1.00',
    )
  })

  it('a free period', () => {
    const approved = { joinedOn: null, approvedOn: '2024-01-15' }
    expect(explained([{ ...order, id: '1', amount: 100 }], 'ksyun', approved)[0]).toEqual([
      'fees.first-year | Approved on: 2024-01-15 | Paid on: 2024-02-01 | Amount of the order: ¥1.00 | Free of fee: ¥1.00',
    ])
  })

  it('an agreed share', () => {
    const found = explained([
      { ...order, id: '1', amount: 10_001, channel: 'private', agreedBasisPoints: 250 },
    ])
    expect(found[0]).toEqual([
      'fees.agreed-share | Base: ¥100.01 | Rate: 2.5% | Platform fee: ¥2.50 | Rounding: Half away from zero, to the fen',
    ])
  })
})

describe('a component of a fee', () => {
  const [pack] = packsOf('kubesphere')
  const rules = feesOf('kubesphere')('2024-02-01')?.fees.rules
  const whole = rules?.model === 'per-order' ? rules.components[0] : undefined
  if (pack === undefined || whole?.kind !== 'percentage') throw new Error('there is a percentage')
  const of = (base: number, more: object) => componentFee(pack, { ...whole, ...more }, base)

  it.each([
    [100_00, 20_00, 'below the minimum'],
    [300_00, 30_00, 'between'],
    [900_00, 50_00, 'above the maximum'],
    [0, 0, 'nothing'],
    [-900_00, -90_00, 'money back'],
  ])('of %i fen with 10%%, at least 20, at most 50 yuan is %i: %s', (base, fee) => {
    expect(of(base, { minimum: '20.00', maximum: '50.00' }).fee).toBe(fee)
  })

  it('says what it is at least and at most where the pack does, and only there', () => {
    expect(told(of(100_00, { minimum: '20.00', maximum: '50.00' }).step)).toBe(
      'fees.platform-fee | Base: ¥100.00 | Rate: 10% | At least: ¥20.00 | At most: ¥50.00 | Platform fee: ¥20.00 | ' +
        'Rounding: Half away from zero, to the fen',
    )
    expect(told(of(100_00, {}).step)).not.toMatch(/At (least|most)/)
  })

  it.each([
    [1, 5_00],
    [0, 0],
    [-1, 0],
  ])('that is fixed at 5 yuan: of %i fen it is %i', (base, fee) => {
    const { basisPoints: _share, minimum: _least, maximum: _most, ...rest } = whole
    const fixed = componentFee(pack, { ...rest, kind: 'fixed', yuan: '5.00' }, base)
    expect(fixed.fee).toBe(fee)
    expect(told(fixed.step)).toContain(`| Platform fee: ¥${fee / 100}.00`)
  })
})

describe('the explanation of a commission', () => {
  it('names orders, totals, tier, both rates and the rebate', () => {
    const found = monthCommission(
      packsOf('aliyun'),
      '2020-10',
      (rows) => rows.find(({ name }) => name === '网站建设') ?? null,
      [
        { amount: 40_000_000, distributed: true },
        { amount: 20_000_000, distributed: false },
      ],
    )
    expect(found.steps.map(told)).toEqual([
      'fees.distributed | Orders: 2 | Total that chooses the tier: ¥600,000.00 | Base: ¥200,000.00',
      'fees.charged | Orders: 1 | Tier: 1 | Rate: 20% | Charged: ¥40,000.00 | Rounding: Half away from zero, to the fen',
      'fees.tiers | Total that chooses the tier: ¥600,000.00 | Tier: 3',
      'fees.rate | Category: 网站建设 | Tier: 3 | Base: ¥200,000.00 | Rate: 10% | Platform fee: ¥20,000.00 | ' +
        'Rounding: Half away from zero, to the fen',
      'fees.rebate | Charged: ¥40,000.00 | Due: ¥20,000.00 | Rebate: ¥20,000.00',
    ])
  })

  it('of a total that is not above zero names orders and total alone', () => {
    const found = monthCommission(packsOf('aliyun'), '2020-10', (rows) => rows[0] ?? null, [
      { amount: 0, distributed: false },
    ])
    expect(found).toMatchObject({ outcome: 'nothing-to-settle', total: 0 })
    expect(found.steps.map(told)).toEqual([
      'fees.distributed | Orders: 1 | Total that chooses the tier: ¥0.00 | Base: ¥0.00',
    ])
  })
})

describe('the explanation of a share', () => {
  const paid = '2023-05-10T02:00:00.000Z'
  const shared: SharedOrder = {
    id: 'o',
    productType: 'saas',
    mode: 'joint',
    cash: 100_01,
    moments: { payment: paid, completion: null, activation: null, start: paid },
    supervised: false,
    renewal: false,
    repaidAt: paid,
    agreedBasisPoints: 7_000,
  }
  const steps = (more: Partial<SharedOrder>) =>
    shareOrder(feesOf('huawei'), { ...shared, ...more }).steps.map(told)

  const since =
    'fees.effective | Type of product: SaaS | Supervised: No | Paid on: 2023-05-10 | In effect on: 2023-05-10'
  const repaid = 'fees.repaid | Repaid by the buyer: 2023-05-10 10:00'
  const split =
    'fees.share.joint | Mode of business: Joint | Amount of the order: ¥100.01 | Rate: 70% | Platform fee: ¥30.00 | ' +
    "Provider's share: ¥70.01 | Billed in: 2023-05 | Rounding: Half away from zero, to the fen"

  it.each([
    [
      'the moment that counts, the repayment, mode and rate, and the month of the bill',
      {},
      [since, repaid, split],
    ],
    [
      'the rule of renewals where it is one',
      { renewal: true },
      [since.replace('fees.effective', 'fees.renewals'), repaid, split],
    ],
    [
      'what is still awaited of a supervised order',
      { supervised: true },
      ['fees.supervised | Type of product: SaaS | Supervised: Yes | Paid on: 2023-05-10 | In effect on: —'],
    ],
    ['that the buyer has not repaid', { repaidAt: null }, [since, 'fees.repaid | Repaid by the buyer: —']],
    [
      'that no share is agreed',
      { agreedBasisPoints: null },
      [since, repaid, 'fees.share.joint | Mode of business: Joint | Rate: —'],
    ],
    ['no rule of a mode there is not', { mode: 'moon' }, [since, repaid]],
    [
      'that consulting is traded outside',
      { productType: 'consulting' },
      ['fees.effective | Type of product: Consulting | Supervised: No | Paid on: 2023-05-10'],
    ],
  ])('names %s', (_, more, expected) => {
    expect(steps(more)).toEqual(expected)
  })

  it('names orders, threshold and sum of a type in the bill', () => {
    const rules = rulesOf(feesOf('huawei')('2023-05-01'))
    const one = shareOrder(feesOf('huawei'), shared)
    if (rules === null || one.outcome !== 'ok') throw new Error('there are rules')
    expect(billTypes(rules, [one], { saas: 5 }).map(({ steps: [step] }) => step && told(step))).toEqual([
      'fees.threshold | Orders: 1 | Type of product: SaaS | At least: ¥1,000.00 | Billed now: No | ' +
        "Provider's share: ¥70.06",
    ])
  })
})
