import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportOrders } from '#main/engine/queries/orders/export-orders.ts'
import { listOrders, ORDERS } from '#main/engine/queries/orders/list-orders.ts'
import { readOrderCase } from '#main/engine/queries/orders/order-case.ts'
import { orderFilter } from '#main/engine/queries/orders/order-filter.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { cursorText } from '#main/engine/queries/window/cursor.ts'
import { windowShape } from '#main/engine/queries/window/read-window.ts'
import { windowKeysSql } from '#main/engine/queries/window/window-sql.ts'
import {
  ORDER_SORT_COLUMNS,
  type OrderFilter,
  orderFilterSchema,
} from '#shared/contracts/console-engine/orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { newUlid, sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import {
  sampleSettledOrders,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { explainsFee } from '#test/unit/rules/fees/explains-fee.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

function put(orders: readonly Order[], joinedOn = '2023-10-20') {
  desk.put('provider', [sampleProvider({ joinedOn })])
  desk.put('order', orders)
  desk.index()
}
function listed(filter: Partial<OrderFilter> = {}, column: (typeof ORDER_SORT_COLUMNS)[number] = 'paidAt') {
  const sort = { column, descending: false }
  const question = { filter: orderFilterSchema.parse(filter), sort, after: null, limit: 50 }
  return listOrders(desk.desk(), question).rows.map(({ id }) => id)
}
const feeOf = (id: string) => readOrderCase(desk.desk(), id).fee

describe('where an order is settled', () => {
  it('is the statement that has it, and none where that was voided', () => {
    const order = sampleOrder()
    const held = sampleSettlement({ status: 'committed' })
    const voided = sampleSettlement({ status: 'voided' })
    const other = sampleOrder({ number: '2' })
    desk.put('settlementStatement', [held, voided])
    desk.put('settlementLine', [
      sampleSettlementLine({ statementId: held.id, orderId: order.id }),
      sampleSettlementLine({ statementId: voided.id, orderId: other.id }),
    ])
    desk.put('settledOrders', [
      sampleSettledOrders({ statementId: held.id, orderIds: [order.id] }),
      sampleSettledOrders({ statementId: voided.id, orderIds: [other.id], status: 'voided' }),
    ])
    put([order, other])
    expect(readOrderCase(desk.desk(), order.id).settled).toEqual({
      ...{ statementId: held.id, month: '2026-10', status: 'committed' },
    })
    expect(readOrderCase(desk.desk(), other.id).settled).toBeNull()
    expect(readOrderCase(desk.desk(), order.id).order.settledIn).toBe('2026-10')
    expect(readOrderCase(desk.desk(), other.id).order.settledIn).toBeNull()
  })

  it('is known, with the month and no figure, to who receives no statements', () => {
    desk.close()
    desk = deskUnderTest({ ...ACCOUNT, roles: ['support'] })
    const [settled, waiting] = [sampleOrder({ number: '1' }), sampleOrder({ number: '2' })]
    desk.put('settledOrders', [sampleSettledOrders({ orderIds: [settled.id], month: '2026-09' })])
    put([settled, waiting])
    expect(readOrderCase(desk.desk(), settled.id)).toMatchObject({
      order: { settledIn: '2026-09' },
      settled: null,
    })
    expect(listed({ statuses: ['settled'] })).toEqual([settled.id])
    expect(listed({ statuses: ['unsettled'] })).toEqual([waiting.id])
  })

  it('follows what comes later: another statement, and one that is voided or goes', () => {
    const [one, two] = [sampleOrder({ number: '1' }), sampleOrder({ number: '2' })]
    put([one, two])
    const first = sampleSettledOrders({ orderIds: [one.id] })
    const second = sampleSettledOrders({ orderIds: [two.id], month: '2026-11' })
    const months = () => [one, two].map(({ id }) => readOrderCase(desk.desk(), id).order.settledIn)
    desk.put('settledOrders', [first, second])
    expect(months()).toEqual(['2026-10', '2026-11'])
    desk.put('settledOrders', [{ ...first, version: 2, status: 'voided' }])
    expect(months()).toEqual([null, '2026-11'])
    // Drafted anew and committed, then the old part is forgotten: it takes nothing along.
    desk.put('settledOrders', [sampleSettledOrders({ orderIds: [one.id], month: '2026-12' })])
    desk.cache.sql.prepare('DELETE FROM settled_orders WHERE id IN (?, ?)').run(first.id, second.id)
    expect(months()).toEqual(['2026-12', null])
  })

  it('is said by the list and its filter as well, for a committed statement and no draft', () => {
    const [committed, draft] = [
      sampleSettlement({ status: 'committed' }),
      sampleSettlement({ status: 'draft' }),
    ]
    const [settled, drafted, byItself] = [
      sampleOrder({ number: '1' }),
      sampleOrder({ number: '2' }),
      sampleOrder({ number: '3', settledIn: '2024-02' }),
    ]
    desk.put('settlementStatement', [committed, draft])
    desk.put('settlementLine', [
      sampleSettlementLine({ statementId: committed.id, orderId: settled.id }),
      sampleSettlementLine({ statementId: draft.id, orderId: drafted.id }),
    ])
    desk.put('settledOrders', [sampleSettledOrders({ statementId: committed.id, orderIds: [settled.id] })])
    put([settled, drafted, byItself])
    expect(listed({ statuses: ['settled'] }).toSorted()).toEqual([settled.id, byItself.id].toSorted())
    expect(listed({ statuses: ['unsettled'] })).toEqual([drafted.id])
    expect(listed({ statuses: ['settled', 'unsettled'] })).toHaveLength(3)
  })
})

describe('the list of orders', () => {
  const early = sampleOrder({ paidAt: '2024-01-31T15:59:59.000Z', cash: 9 })
  const late = sampleOrder({ paidAt: '2024-01-31T16:00:00.000Z', cash: 5, productName: '日志审计' })
  const waits = sampleOrder({ paidAt: '2024-03-01T00:00:00.000Z', supervision: 'pending', cash: 7 })
  const done = sampleOrder({ paidAt: '2024-04-01T00:00:00.000Z', settledIn: '2024-04', cash: 1 })
  beforeEach(() => put([waits, done, late, early]))

  it('sorts by payment, by cash and by the name of the provider', () => {
    expect(listed()).toEqual([early, late, waits, done].map(({ id }) => id))
    expect(listed({}, 'cash')).toEqual([done, late, waits, early].map(({ id }) => id))
  })

  it('is narrowed by days of Beijing, state and a text in any of its names', () => {
    expect(listed({ paidFrom: '2024-02-01', paidTo: '2024-02-01' })).toEqual([late.id])
    expect(listed({ statuses: ['in-supervision'] })).toEqual([waits.id])
    expect(listed({ statuses: ['settled', 'unsettled'] })).toEqual([early.id, late.id, done.id])
    expect(listed({ text: '志' })).toEqual([late.id])
    expect(listed({ text: late.number })).toEqual([late.id])
  })

  it.each(ORDER_SORT_COLUMNS)('by %s walks an index of each state', (column) => {
    for (const filter of [{}, { paidFrom: '2024-01-01' }, { marketplaces: ['kubesphere'] }]) {
      const sql = orderFilter(orderFilterSchema.parse(filter))
      const sort = { column, descending: true }
      const { shape, bindings } = windowShape(
        ORDERS,
        sql,
        { sort, after: cursorText(['a', 'b']), limit: 50 },
        200_000,
      )
      const plan = desk.cache.sql
        .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${windowKeysSql(shape)}`)
        .all(bindings)
        .map(({ detail }) => detail)
      const walks = plan.filter(
        (step) => step.startsWith('SEARCH r') && step.includes('by_market_order_status'),
      )
      expect(walks).toHaveLength(sql.states.length)
    }
  })

  it('leaves as a file with amounts as numbers, as filtered', async () => {
    const asked = { sort: { column: 'paidAt', descending: false }, language: 'zh', format: 'csv' } as const
    const file = await exportOrders(desk.desk(), {
      ...asked,
      filter: orderFilterSchema.parse({ text: '日志' }),
    })
    const text = new TextDecoder().decode(Buffer.from(file.base64, 'base64'))
    expect(text.split('\r\n')[0]).toContain('订单号')
    expect(text).toContain('日志审计')
    expect(text).toContain('0.05')
    expect(text).not.toContain(early.number)
  })

  it('says in the file what went back of an order, and the fee it was settled with to who receives statements', async () => {
    const order = sampleOrder({ number: 'S1' })
    const back = sampleOrder({ number: 'S1-R', kind: 'refund', refundOf: order.id, cash: -2_50 })
    const held = sampleSettlement({ status: 'committed' })
    desk.put('settlementStatement', [held])
    desk.put('settlementLine', [sampleSettlementLine({ statementId: held.id, orderId: order.id, fee: 7_70 })])
    put([order, back])
    const asked = { sort: { column: 'paidAt', descending: false }, language: 'zh', format: 'csv' } as const
    const rowOf = async () => {
      const file = await exportOrders(desk.desk(), {
        ...asked,
        filter: orderFilterSchema.parse({ text: 'S1' }),
      })
      const [head = '', ...rows] = new TextDecoder().decode(Buffer.from(file.base64, 'base64')).split('\r\n')
      return [head, rows.find((row) => row.includes('S1,')) ?? '']
    }
    const [head, row] = await rowOf()
    expect(head).toContain('已退买家（元）,已结算服务费（元）')
    expect(row).toContain('2.50,7.70')
  })
})

describe('the fee of an order on screen', () => {
  it('goes by what the provider sold before it, and its steps come to it', () => {
    const first = sampleOrder({ cash: 19_000_000 })
    const second = sampleOrder({ cash: 3_000_000, paidAt: '2024-02-02T00:00:00.000Z' })
    const later = sampleOrder({ cash: 1, paidAt: '2024-02-03T00:00:00.000Z' })
    put([later, second, first])
    expect(feeOf(second.id)).toMatchObject({
      outcome: 'fee',
      exempt: 1_000_000,
      base: 2_000_000,
      fee: 200_000,
    })
    expect(explainsFee(feeOf(second.id))).toBe(true)
  })

  it('of a refund is its order’s own, taken back, and the two lead to each other', () => {
    const order = sampleOrder({ cash: 100_00 })
    const refund = sampleOrder({
      ...{ kind: 'refund', refundOf: order.id, cash: -50_00 },
      paidAt: '2024-03-01T00:00:00.000Z',
    })
    put([order, refund], '2024-01-01')
    expect(feeOf(refund.id)).toMatchObject({ outcome: 'fee', fee: -5_00 })
    expect(readOrderCase(desk.desk(), refund.id).original?.id).toBe(order.id)
    expect(readOrderCase(desk.desk(), order.id).refunds.map(({ id }) => id)).toEqual([refund.id])
  })

  it('where the month decides, is the month so far of provider and category', () => {
    const sold = { marketplace: 'aliyun', category: 'site-building' }
    const own = sampleOrder({ ...sold, cash: 60_000_000, paidAt: '2020-10-31T15:59:59.000Z' })
    const distributed = sampleOrder({
      ...{ ...sold, cash: 40_000_000, distributed: true },
      paidAt: '2020-09-30T16:00:00.000Z',
    })
    const other = sampleOrder({ ...sold, cash: 9_999_999, paidAt: '2020-10-31T16:00:00.000Z' })
    put([own, distributed, other])
    const expected = { total: 100_000_000, base: 60_000_000, tier: 3, due: 6_000_000, rebate: 6_000_000 }
    expect(feeOf(own.id)).toMatchObject({ outcome: 'month', month: '2020-10', ...expected })
    expect(explainsFee(feeOf(own.id))).toBe(true)
  })

  it('after the last day of a policy is refused with that reason, never zero', () => {
    const order = sampleOrder({ marketplace: 'aliyun', category: 'api', paidAt: '2021-03-31T16:00:00.000Z' })
    put([order])
    expect(feeOf(order.id)).toEqual({ outcome: 'none', why: 'outside-policy-period', steps: [] })
  })

  it('where the cash is shared, is what the provider does not get', () => {
    const order = sampleOrder({
      ...{ marketplace: 'huawei', category: 'saas', mode: 'joint', cash: 100_01, agreedBasisPoints: 7_000 },
      ...{ startsAt: '2024-02-01T02:00:00.000Z', repaidAt: '2024-02-05T02:00:00.000Z' },
    })
    put([order])
    expect(feeOf(order.id)).toMatchObject({ outcome: 'share', share: 70_01, fee: 30_00, billedIn: '2024-02' })
    expect(explainsFee(feeOf(order.id))).toBe(true)
  })

  it('an order that is not here is said to be missing', () => {
    put([])
    expect(() => readOrderCase(desk.desk(), newUlid())).toThrow(RecordMissing)
  })
})
