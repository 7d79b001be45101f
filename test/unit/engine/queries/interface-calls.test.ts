import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callBoard, countCalls } from '#main/engine/queries/interface-calls/call-board.ts'
import { readCallCase } from '#main/engine/queries/interface-calls/call-case.ts'
import { listCalls } from '#main/engine/queries/interface-calls/list-calls.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { type CallFilter, callFilterSchema } from '#shared/contracts/console-engine/interface-calls.ts'
import type { InterfaceCall } from '#shared/contracts/console-platform/records/interface-call.ts'
import { sampleCall } from '#test/integration/platform/sample-calls.ts'
import { newUlid, sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest()
  desk.put('provider', [sampleProvider({ marketplace: 'huawei' })])
  desk.index()
})
afterAll(() => desk.close())
beforeEach(() => desk.cache.sql.exec('DELETE FROM interface_call'))

const NOVEMBER = { marketplaces: [], providerId: null, from: '2026-11-01', to: '2026-11-20' }
const board = (asked = NOVEMBER) => callBoard(desk.desk(), asked)
const listed = (filter: Partial<CallFilter>) =>
  listCalls(desk.desk(), {
    ...{ sort: { column: 'at', descending: true }, after: null, limit: 500 },
    filter: callFilterSchema.parse(filter),
  }).rows
const failing = (change: Partial<InterfaceCall>) =>
  sampleCall({ outcome: 'failed', resultCode: '000005', instanceId: null, ...change })

describe('the health of production interfaces', () => {
  it('proposes to take a product off from its sixth failed order in a month on, and names the orders', () => {
    const orders = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        failing({ orderId: `CS${at}`, at: `2026-11-1${at}T02:00:00.000Z`, repeatKey: `create CS${at} 1` }),
      )
    desk.put('interfaceCall', orders(5))
    expect(board().products[0]).toMatchObject({ failed: 5, delist: false })
    desk.put('interfaceCall', orders(6))
    const [product] = board().products
    expect(product?.months).toEqual([
      { month: '2026-11', orders: ['CS0', 'CS1', 'CS2', 'CS3', 'CS4', 'CS5'], tooMany: true },
    ])
    expect(product?.delist).toBe(true)
    expect(countCalls(desk.desk())).toEqual({ delist: 1, repeats: 0, updates: 0 })
  })

  it('counts an order as failed, once, of which a line was never answered, whatever was answered for its other lines', () => {
    const at = '2026-11-10T02:00:00.000Z'
    const line = (orderLineId: string, change: Partial<InterfaceCall> = {}) =>
      failing({ orderLineId, at, repeatKey: `create CS1 ${orderLineId}`, ...change })
    const answered = { outcome: 'ok', resultCode: '000000', instanceId: 'inst-1' } as const
    desk.put('interfaceCall', [
      ...[line('1'), line('1', answered), line('2'), line('3')],
      line('4', { productName: '堡垒机' }),
      line('4', { ...answered, productName: '堡垒机' }),
    ])
    const found = board().products.map(({ productName, months }) => [productName, months])
    expect(Object.fromEntries(found)).toEqual({
      企业网盘: [{ month: '2026-11', orders: ['CS1'], tooMany: false }],
      堡垒机: [],
    })
  })

  it('names repeated calls that were answered differently, with each answer and its first call', () => {
    const first = sampleCall({ at: '2026-11-10T02:00:00.000Z' })
    const same = sampleCall({ at: '2026-11-10T02:02:00.000Z' })
    const other = sampleCall({ at: '2026-11-10T02:04:00.000Z', instanceId: 'inst-2' })
    desk.put('interfaceCall', [first, same, failing({ at: '2026-11-10T02:03:00.000Z' })])
    expect(board().repeats).toEqual([])
    desk.put('interfaceCall', [other])
    const [found] = board().repeats
    expect(found).toMatchObject({ orderId: 'CS1', repeatKey: 'create CS1 CS1-000001' })
    expect(found?.answers).toEqual([
      { answer: 'inst-1', callId: first.id, at: first.at },
      { answer: 'inst-2', callId: other.id, at: other.at },
    ])
  })

  it('lists customers whose instance was not updated by the days left, until an update goes well', () => {
    const update = (change: Partial<InterfaceCall>) =>
      failing({ scene: 'update-instance', repeatKey: null, at: '2026-11-18T02:00:00.000Z', ...change })
    desk.put('interfaceCall', [
      update({ instanceId: 'later', expiresAt: '2026-11-19T02:00:00.000Z' }),
      update({ instanceId: 'sooner', expiresAt: '2026-11-08T02:00:00.000Z' }),
      update({ instanceId: 'unknown' }),
      update({ instanceId: 'mended', expiresAt: '2026-11-08T02:00:00.000Z' }),
      sampleCall({ scene: 'update-instance', instanceId: 'mended', at: '2026-11-18T03:00:00.000Z' }),
    ])
    expect(
      board().updates.map(({ instanceId, daysLeft, isFrozen }) => [instanceId, daysLeft, isFrozen]),
    ).toEqual([
      ['sooner', 3, true],
      ['later', 14, true],
      ['unknown', null, false],
    ])
    expect(board().updates[0]?.contact).toEqual(sampleProvider().contact)
  })

  it('has each failed call told to two mailboxes', () => {
    const call = failing({ at: '2026-11-18T02:00:00.000Z' })
    desk.put('interfaceCall', [call])
    expect(board().mails.map(({ id, to, address }) => [id, to, address])).toEqual([
      [call.id, 'service', sampleProvider().contact?.email ?? null],
      [call.id, 'bound', null],
    ])
  })

  it('shows beside a call the others of its order and the order on record', () => {
    const order = sampleOrder({ marketplace: 'huawei', number: 'CS1' })
    desk.put('order', [order])
    const [one, two] = [failing({}), sampleCall({ at: '2026-11-21T02:00:00.000Z' })]
    desk.put('interfaceCall', [one, two])
    expect(readCallCase(desk.desk(), one.id)).toMatchObject({
      ...{ order: { id: order.id, number: 'CS1' }, others: [{ id: two.id }] },
      retry: { hours: 2, everyMinutes: 2, contradiction: { reading: false } },
    })
  })

  it('keeps customers by name from nobody who may see them, and calls from who sees none', () => {
    const finance = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
    finance.index()
    expect(callBoard(finance.desk(), NOVEMBER).products).toEqual([])
    finance.close()
  })
})

describe('the figures of the board', () => {
  const told = fc.array(
    fc.record({
      product: fc.constantFrom('企业网盘', '堡垒机'),
      scene: fc.constantFrom('new-instance', 'query-instance', 'probe'),
      order: fc.nat(4),
      outcome: fc.constantFrom('ok' as const, 'failed' as const, 'in-process' as const),
      at: fc
        .tuple(
          fc.constantFrom('2026-10-30', '2026-10-31', '2026-11-01', '2026-11-19', '2026-11-20'),
          fc.constantFrom('13:59:59.999', '14:00:00.000', '15:59:59.999', '16:00:00.000', '01:00:00.000'),
        )
        .map(([day, time]) => `${day}T${time}Z`),
      instance: fc.constantFrom('inst-1', 'inst-2', null),
    }),
    { maxLength: 40 },
  )

  it('are those of the calls counted one by one, and lead to as many rows', () => {
    fc.assert(
      fc.property(told, (history) => {
        desk.cache.sql.exec('DELETE FROM interface_call')
        const calls = history.map(({ product, scene, order, outcome, at, instance }) =>
          sampleCall({
            ...{ id: newUlid(), productName: product, scene, outcome, at, instanceId: instance },
            ...{ orderId: `${product}-${order}`, repeatKey: null },
          }),
        )
        desk.put('interfaceCall', calls)
        const isIn = ({ at }: InterfaceCall) =>
          shanghaiDate(at) >= '2026-11-01' && shanghaiDate(at) <= '2026-11-20'
        const inside = calls.filter(isIn)
        const { products } = board()
        expect(products.reduce((sum, each) => sum + each.calls, 0)).toBe(inside.length)
        for (const { productName, calls: count, failed, months, scenes } of products) {
          const own = inside.filter((each) => each.productName === productName)
          expect(count).toBe(own.length)
          expect(failed).toBe(own.filter(({ outcome }) => outcome === 'failed').length)
          expect(scenes.reduce((sum, each) => sum + each.calls, 0)).toBe(count)
          const days = { from: '2026-11-01', to: '2026-11-20' }
          expect(listed({ productName, ...days })).toHaveLength(count)
          expect(listed({ productName, outcomes: ['failed'], ...days })).toHaveLength(failed)
          expect(months.flatMap(({ orders }) => orders).sort()).toEqual(failedIn(calls, productName))
        }
      }),
      { numRuns: 40, seed: 5 },
    )
  })

  /** Orders given up in November: two hours after the first call, unless any was answered, and not later than now. */
  function failedIn(calls: readonly InterfaceCall[], product: string): string[] {
    const creating = calls.filter(
      ({ productName, scene }) => productName === product && scene === 'new-instance',
    )
    return [...new Set(creating.map(({ orderId }) => orderId ?? ''))]
      .filter((orderId) => {
        const own = creating.filter((each) => each.orderId === orderId)
        if (own.some(({ outcome }) => outcome !== 'failed')) return false
        const first = Math.min(...own.map(({ at }) => Date.parse(at)))
        const end = new Date(first + 7_200_000).toISOString()
        return end <= '2026-11-20T02:00:00.000Z' && shanghaiDate(end).startsWith('2026-11')
      })
      .sort()
  }
})
