import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import {
  completesBy,
  isSupervised,
  reviewSteps,
  type SupervisedOrder,
} from '#shared/rules/supervision/supervision-rules.ts'

const packs = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))
const huawei = packInForce(packs, 'huawei', '2026-03-01')
const section = huawei?.supervision
if (section == null) throw new Error('the pack tells of supervision')
const order = (change: Partial<SupervisedOrder> = {}): SupervisedOrder => ({
  ...{ category: 'saas', mode: 'joint', kind: 'new', paidAt: '2026-03-01T02:00:00.000Z' },
  ...change,
})
const verdict = (change: Partial<SupervisedOrder>, delivery: 'online' | 'offline' | null) =>
  isSupervised(huawei, order(change), delivery)

describe('whether an order is supervised', () => {
  it('goes by the way of delivery: SaaS delivered offline is', () => {
    expect(verdict({ category: 'saas' }, 'offline')).toMatchObject({
      supervised: 'yes',
      citation: { ruleId: 'supervision.orders.saas-offline', quote: '按照交付方式来区分: 线下交付的SaaS类' },
    })
  })
  it('is so of a license, however it is delivered, by our reading', () => {
    for (const delivery of ['online', 'offline', null] as const) {
      expect(verdict({ category: 'license' }, delivery)).toMatchObject({
        supervised: 'yes',
        citation: { reading: true },
      })
    }
  })
  it('is left open where the source is cut off', () => {
    for (const [category, delivery] of [
      ['saas', 'online'],
      ['saas', null],
      ['manual-service', 'offline'],
      ['hardware', 'offline'],
    ] as const) {
      expect(verdict({ category }, delivery)).toMatchObject({
        supervised: 'open',
        citation: { ruleId: 'supervision.others', reading: true },
      })
    }
  })
  it('is not so of a renewal: none starts a supervision of its own', () => {
    expect(verdict({ category: 'license', kind: 'renewal' }, 'offline')).toMatchObject({
      supervised: 'no',
      citation: { quote: '服务监管类订单续费后不再生成新的服务监管流程' },
    })
  })
  it('is not asked of a refund, nor where the pack tells of no supervision', () => {
    expect(verdict({ kind: 'refund' }, 'offline')).toBeNull()
    expect(isSupervised(packInForce(packs, 'kubesphere', '2026-03-01'), order(), 'offline')).toBeNull()
    expect(isSupervised(null, order(), 'offline')).toBeNull()
  })
})

describe("the marketplace's own review", () => {
  const steps = (paidAt: string, governmentVoucher: boolean, mode = 'joint') =>
    reviewSteps(section, { mode, paidAt }, governmentVoucher).map(({ id }) => id)
  const CHAIN = ['base-manager', 'representative-office']

  it('is needed of a joint order for which a government voucher was used', () => {
    expect(steps('2026-03-01T02:00:00.000Z', true)).toEqual(CHAIN)
    expect(steps('2026-03-01T02:00:00.000Z', false)).toEqual([])
  })
  it('was needed of every joint order paid up to the 28th of April 2023 in Beijing', () => {
    expect(steps('2023-04-28T15:59:59.999Z', false)).toEqual(CHAIN)
    expect(steps('2023-04-28T16:00:00.000Z', false)).toEqual([])
  })
  it('is of no other mode of business', () => {
    expect(steps('2023-01-02T02:00:00.000Z', true, 'general')).toEqual([])
  })
  it('marks the step at which the source is cut off', () => {
    expect(reviewSteps(section, order(), true).map(({ gap }) => gap)).toEqual([false, true])
  })
})

it('an order is completed three hours after the confirmation at the latest', () => {
  expect(completesBy(section, '2026-10-31T13:00:00.000Z')).toBe('2026-10-31T16:00:00.000Z')
})
