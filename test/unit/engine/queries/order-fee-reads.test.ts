import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { feeAfterOthers } from '#main/engine/queries/orders/orders-before.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { feesOn } from '#shared/rules/fees/fees-on.ts'
import { type ChargedOrder, orderFees } from '#shared/rules/fees/order-fees.ts'
import { sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('provider', [sampleProvider()])
  desk.index()
})
afterEach(() => desk.close())

const JOINED = '2023-10-20'
const provider = { joinedOn: JOINED, approvedOn: JOINED }
const DAY_MS = 86_400_000
const atDay = (day: number) => new Date(Date.parse('2023-10-01T01:00:00.000Z') + day * DAY_MS).toISOString()

const sold = fc.record({
  kind: fc.constant('sold' as const),
  day: fc.integer({ min: 0, max: 400 }),
  cash: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15_000_000 })),
  channel: fc.constantFrom('online' as const, 'online' as const, 'private' as const),
  agreedBasisPoints: fc.constantFrom(null, 250),
})
const takenBack = fc.record({
  kind: fc.constant('back' as const),
  of: fc.nat({ max: 30 }),
  later: fc.integer({ min: 0, max: 300 }),
  /** Of the order's amount, per cent. */
  share: fc.integer({ min: 1, max: 100 }),
})
type Event =
  | {
      kind: 'sold'
      day: number
      cash: number
      channel: 'online' | 'private'
      agreedBasisPoints: number | null
    }
  | { kind: 'back'; of: number; later: number; share: number }

function ordersOf(events: readonly Event[]): Order[] {
  const orders: Order[] = []
  for (const event of events) {
    if (event.kind === 'sold') {
      const { day, cash, channel, agreedBasisPoints } = event
      orders.push(sampleOrder({ paidAt: atDay(day), cash, channel, agreedBasisPoints }))
      continue
    }
    const bought = orders.filter(({ refundOf }) => refundOf === null)
    const original = bought[event.of % Math.max(bought.length, 1)]
    if (original === undefined) continue
    const cash = -Math.floor((original.cash * event.share) / 100)
    const paidAt = new Date(Date.parse(original.paidAt) + event.later * DAY_MS).toISOString()
    orders.push(
      sampleOrder({ ...{ kind: 'refund', refundOf: original.id, cash, paidAt }, channel: original.channel }),
    )
  }
  return orders
}
const charged = ({ cash, ...order }: Order): ChargedOrder => ({ ...order, amount: cash })

it('a fee that reads only what used free turnover is the fee of all orders in a row, step by step', () => {
  const packs = desk.desk().packs.filter(({ marketplace }) => marketplace === 'kubesphere')
  fc.assert(
    fc.property(fc.array(fc.oneof(sold, sold, takenBack), { minLength: 1, maxLength: 25 }), (events) => {
      const orders = ordersOf(events)
      desk.cache.sql.exec('DELETE FROM market_order')
      desk.put('order', orders)
      const all = orderFees((on) => feesOn(packs, on), provider, orders.map(charged))
      for (const order of orders) {
        const whole = all.find(({ id }) => id === order.id)
        const own = feeAfterOthers(desk.desk(), packs, provider, { ...order, amount: order.cash })
        const { allowanceLeft: _a, ...expected } = { allowanceLeft: 0, ...whole }
        expect(own).toMatchObject(expected)
      }
    }),
    { numRuns: 60 },
  )
})

it('once the free turnover is used up, no further order is read, however many there are', () => {
  const packs = desk.desk().packs.filter(({ marketplace }) => marketplace === 'kubesphere')
  const first = sampleOrder({ paidAt: atDay(30), cash: 25_000_000 })
  const later = Array.from({ length: 3000 }, (_, at) =>
    sampleOrder({ paidAt: new Date(Date.parse(atDay(31)) + at * 1000).toISOString(), cash: 100 }),
  )
  const last = sampleOrder({ paidAt: atDay(200), cash: 10_000 })
  desk.put('order', [first, ...later, last])
  const read: number[] = []
  const context = {
    statements: {
      prepare: <Row>(sql: string) => {
        const statement = desk.desk().statements.prepare<Row>(sql)
        return {
          ...statement,
          get: (bindings: Record<string, never>) => statement.get(bindings),
          all: (bindings: Record<string, never>) => {
            const rows = statement.all(bindings)
            read.push(rows.length)
            return rows
          },
        }
      },
    },
    // All it asks of a context is this.
  } as unknown as Parameters<typeof feeAfterOthers>[0]
  const own = feeAfterOthers(context, packs, provider, { ...last, amount: last.cash })
  expect(own).toMatchObject({ outcome: 'ok', exempt: 0, base: 10_000, fee: 1000 })
  expect(read.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(500)
})
