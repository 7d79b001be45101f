import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { billDayOf } from '#shared/rules/supervision/bill-day.ts'
import { guaranteesOf } from '#shared/rules/supervision/guarantees.ts'
import {
  completesBy,
  isSupervised,
  reviewSteps,
  type SupervisedOrder,
} from '#shared/rules/supervision/supervision-rules.ts'
import { WAITING_STATES, waitingFor } from '#shared/rules/supervision/waiting-for.ts'

const packs = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))
const calendar = createWorkingCalendar((await loadPolicies()).tables)
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

describe('what a marketplace promises the buyers of a category', () => {
  it.each([
    ['aliyun', '服务流程监管'],
    ['ksyun', '服务流程监督'],
  ])('is, of site building on %s, a full refund and supervision of the process', (marketplace, word) => {
    const pack = packInForce(packs, marketplace, '2026-03-01')
    const promised = guaranteesOf(pack, 'site-building')
    expect(promised.map(({ name }) => name.zh)).toEqual(['不满意全额退款', word])
    expect(promised[1]?.citation).toMatchObject({
      ...{ ruleId: 'guarantees.process-supervision', reading: false },
      quote: `项目进程中的${word}等云市场相关服务保障策略`,
    })
  })
  it('is nothing of another category, or where the pack says nothing', () => {
    expect(guaranteesOf(packInForce(packs, 'aliyun', '2026-03-01'), 'api')).toEqual([])
    expect(guaranteesOf(huawei, 'license')).toEqual([])
    expect(guaranteesOf(null, 'site-building')).toEqual([])
  })
})

describe('whom a supervised order waits for', () => {
  it('is whoever has the next step; the marketplace while its own review goes on', () => {
    expect(WAITING_STATES.map((state) => [state, waitingFor(state, false)])).toEqual([
      ['pending', 'provider'],
      ['delivered', 'buyer'],
      ['confirmed', 'clock'],
      ['rejected', 'provider'],
      ['appealed', 'us'],
      ['decided', 'clock'],
      ['completed', 'bill'],
    ])
    expect(waitingFor('confirmed', true)).toBe('marketplace')
  })
})

describe('the day a bill is made', () => {
  it('is the 3rd of its month, or the next working day; nothing where the pack names none', () => {
    expect(billDayOf(huawei, calendar, '2026-12')).toBe('2026-12-03')
    // The 3rd of May 2026 is a holiday, and the two days after it.
    expect(billDayOf(huawei, calendar, '2026-05')).toBe('2026-05-06')
    expect(billDayOf(packInForce(packs, 'kubesphere', '2026-03-01'), calendar, '2026-12')).toBeNull()
  })
})
