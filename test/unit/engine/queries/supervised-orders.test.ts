import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countSupervised, listSupervised } from '#main/engine/queries/supervision/list-supervised.ts'
import { unbilledOrders } from '#main/engine/queries/supervision/unbilled.ts'
import {
  type SupervisionFilter,
  supervisionFilterSchema,
} from '#shared/contracts/console-engine/supervisions.ts'
import { type Order, supervisionStateSchema } from '#shared/contracts/console-platform/records/order.ts'
import type { SupervisionStep } from '#shared/contracts/console-platform/records/supervision.ts'
import { NO_FILES } from '#test/integration/platform/sample-attachment.ts'
import {
  AT,
  DELIVERY_SAID,
  newUlid,
  sampleOrder,
  sampleProvider,
  sampleSupervision,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['ops'] })
  desk.put('provider', [sampleProvider({ marketplace: 'huawei' })])
  desk.index()
})
afterEach(() => desk.close())

const supervised = (change: Partial<Order> = {}) =>
  sampleOrder({
    ...{ marketplace: 'huawei', category: 'license', mode: 'joint', supervision: 'pending' },
    ...{ agreedBasisPoints: 8_000, cash: 300_000, repaidAt: '2026-10-02T02:00:00.000Z' },
    ...{
      paidAt: '2026-10-01T02:00:00.000Z',
      completedAt: null,
      updatedAt: '2026-10-05T02:00:00.000Z',
      ...change,
    },
  })
const by = { by: 'zhou', byName: '周敏' }
const delivered = (at: string): SupervisionStep => ({
  ...{ step: 'delivered', at, ...by, said: { ...DELIVERY_SAID, deliveredAt: at } },
})
const rejected = (rejectedAt: string): SupervisionStep => ({
  ...{ step: 'rejected', at: AT, ...by },
  said: { rejectedAt, reason: '缺少培训记录', evidence: '驳回截图', attachments: NO_FILES },
})
const confirmed = (confirmedAt: string): SupervisionStep => ({
  ...{ step: 'confirmed', at: AT, ...by },
  said: { confirmedAt, evidence: '验收截图', attachments: NO_FILES },
})
const list = (filter: Partial<SupervisionFilter> = {}, column: 'since' | 'amount' = 'since') =>
  listSupervised(desk.desk(), {
    ...{ sort: { column, descending: false }, after: null, limit: 100 },
    filter: supervisionFilterSchema.parse(filter),
  }).rows

describe('the orders under supervision', () => {
  it('say for whom each waits and since when: what happened last, not when it was written down', () => {
    const [waiting, sent, sentBack, taken] = [supervised(), supervised(), supervised(), supervised()]
    desk.put('order', [
      waiting,
      { ...sent, supervision: 'delivered' },
      { ...sentBack, supervision: 'rejected' },
      { ...taken, supervision: 'confirmed' },
    ])
    const [first, second] = ['2026-11-01T02:00:00.000Z', '2026-11-02T02:00:00.000Z']
    desk.put('supervision', [
      sampleSupervision({ id: sent.id, steps: [delivered(first)] }),
      sampleSupervision({
        id: sentBack.id,
        steps: [delivered(first), rejected(first), delivered(second), rejected(second)],
      }),
      sampleSupervision({ id: taken.id, steps: [delivered(first), confirmed('2026-11-20T01:00:00.000Z')] }),
    ])
    expect(
      list().map(({ id, waitsFor, since, dueAt, rejections, mayAppeal }) => [
        ...[id, waitsFor, since, dueAt, rejections, mayAppeal],
      ]),
    ).toEqual([
      [waiting.id, 'provider', '2026-10-01T02:00:00.000Z', null, 0, false],
      [sent.id, 'buyer', first, null, 0, false],
      [sentBack.id, 'provider', second, null, 2, true],
      [taken.id, 'clock', '2026-11-20T01:00:00.000Z', '2026-11-20T04:00:00.000Z', 0, false],
    ])
    expect(countSupervised(desk.desk())).toEqual({
      waiting: { us: 0, marketplace: 0, provider: 2, buyer: 1, clock: 1, bill: 0 },
      late: 3,
    })
    expect(list({ late: true })).toHaveLength(3)
    expect(list({ waitsFor: ['buyer'] }).map(({ id }) => id)).toEqual([sent.id])
  })

  it('are billed in the month after their completion, on the third or the next working day', () => {
    const done = supervised({ supervision: 'completed', completedAt: '2026-09-20T02:00:00.000Z' })
    const later = supervised({ supervision: 'completed', completedAt: '2026-11-19T02:00:00.000Z' })
    const open = supervised({
      supervision: 'completed',
      completedAt: '2026-11-19T02:00:00.000Z',
      repaidAt: null,
    })
    desk.put('order', [done, later, open])
    const bills = new Map(list().map(({ id, billedIn, billsOn }) => [id, [billedIn, billsOn]]))
    // The buyer repaid in October only; 2026-12-03 is a Thursday.
    expect(bills.get(done.id)).toEqual(['2026-11', '2026-11-03'])
    expect(bills.get(later.id)).toEqual(['2026-12', '2026-12-03'])
    expect(bills.get(open.id)).toEqual([null, null])
    expect(list({ billedIn: '2026-12' }).map(({ id }) => id)).toEqual([later.id])
    expect(list({ billedIn: 'none' }).map(({ id }) => id)).toEqual([open.id])
  })

  it('are no more of them once a statement has them, and are less what went back', () => {
    const [kept, gone] = [supervised(), supervised({ settledIn: '2026-10', supervision: 'completed' })]
    desk.put('order', [kept, gone])
    expect(list().map(({ id, amount }) => [id, amount])).toEqual([[kept.id, 300_000]])
    desk.put('order', [supervised({ kind: 'refund', refundOf: kept.id, cash: -100_000 })])
    expect(list().map(({ id, amount }) => [id, amount])).toEqual([[kept.id, 200_000]])
    desk.put('order', [{ ...kept, version: 2, supervision: 'ended' }])
    expect(list()).toEqual([])
  })

  it('are told as they are after a record that could not be read', () => {
    const orders = [supervised(), supervised(), supervised()]
    desk.put('order', orders)
    list()
    const moved = orders.map((order) => ({ ...order, version: 2, cash: 500_000 }))
    desk.put('order', moved)
    const broken = moved.slice(1, 2)
    for (const { id } of broken) {
      desk.cache.sql.prepare("UPDATE market_order SET body = '{}' WHERE id = ?").run(id)
    }
    expect(() => list()).toThrow()
    desk.put('order', broken)
    expect(list().map(({ amount }) => amount)).toEqual([500_000, 500_000, 500_000])
  })

  it('are none for who may not see orders', () => {
    const admin = deskUnderTest({ ...ACCOUNT, roles: ['admin'] })
    const filter = supervisionFilterSchema.parse({})
    const sort = { column: 'since', descending: false } as const
    expect(listSupervised(admin.desk(), { sort, after: null, limit: 9, filter }).total).toBe(0)
    admin.close()
  })
})

describe('what is not billed', () => {
  const states = fc.constantFrom(...supervisionStateSchema.options)
  const history = fc.array(
    fc.record({
      supervision: states,
      provider: fc.constantFrom('p-1', 'p-2'),
      product: fc.constantFrom('企业网盘', '堡垒机'),
      cash: fc.integer({ min: 1, max: 900_000 }),
      back: fc.constantFrom(0, 0, 1, 2),
      settled: fc.boolean(),
      month: fc.constantFrom('2026-08', '2026-09', '2026-10'),
      again: states,
    }),
    { maxLength: 25 },
  )

  it('comes to the same by provider, by product, by bill and counted order by order, after every change', () => {
    fc.assert(
      fc.property(history, (told) => {
        desk.cache.sql.exec('DELETE FROM market_order')
        const orders = told.map(({ supervision, provider, product, cash, settled, month }) =>
          supervised({
            ...{ id: newUlid(), supervision, providerId: provider, productName: product, cash },
            completedAt: supervision === 'completed' ? `${month}-20T02:00:00.000Z` : null,
            ...{ repaidAt: `${month}-21T02:00:00.000Z`, settledIn: settled ? '2026-09' : null },
          }),
        )
        desk.put('order', orders)
        unbilledOrders(desk.desk(), { by: 'provider', marketplaces: [] })
        const refunds = orders.flatMap((order, at) => {
          const back = Math.floor((order.cash * (told[at]?.back ?? 0)) / 2)
          return back === 0 ? [] : [supervised({ kind: 'refund', refundOf: order.id, cash: -back })]
        })
        const moved = orders.map((order, at) => ({
          ...order,
          ...{ version: 2, supervision: told[at]?.again ?? order.supervision },
        }))
        desk.put('order', [...refunds, ...moved])
        const waits = moved.filter(
          ({ supervision, settledIn }) =>
            settledIn === null && supervision !== 'none' && supervision !== 'ended',
        )
        const net = ({ id, cash }: Order) =>
          refunds.reduce((sum, each) => sum + (each.refundOf === id ? each.cash : 0), cash)
        const sum = (some: readonly Order[]) => ({
          orders: some.length,
          amount: some.reduce((all, each) => all + net(each), 0),
        })
        const isDone = ({ supervision }: Order) => supervision === 'completed'
        const expected = { total: sum(waits), unfinished: sum(waits.filter((each) => !isDone(each))) }
        for (const by of ['provider', 'product'] as const) {
          const { rows, total, unfinished, bills } = unbilledOrders(desk.desk(), { by, marketplaces: [] })
          expect({ total, unfinished }).toEqual(expected)
          for (const row of rows) {
            const own = waits.filter(
              ({ providerId, productName }) =>
                providerId === row.providerId && (row.productName ?? productName) === productName,
            )
            expect({ orders: row.orders, amount: row.amount }).toEqual(sum(own))
            expect(row.completed).toEqual(sum(own.filter(isDone)))
          }
          expect(rows.reduce((all, row) => all + row.amount, 0)).toBe(total.amount)
          expect(bills.reduce((all, bill) => all + bill.amount, unfinished.amount)).toBe(total.amount)
        }
      }),
      { numRuns: 20, seed: 11 },
    )
  })
})
