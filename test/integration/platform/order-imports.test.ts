import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedOrder } from '#shared/contracts/console-platform/imported-orders.ts'
import { APPLIED, type BankDesk, command, startBankDesk } from './bank-desk.ts'
import { importedOrder, importingOrders } from './order-desk.ts'
import { newUlid, sampleOfflineOrder, sampleOrder, sampleProvider } from './sample-records.ts'
import { sampleSettlement, sampleSettlementLine } from './sample-settlement.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await startBankDesk()
  await desk.put('provider', sampleProvider({ id: 'provider-1', name: '北京云栈科技有限公司' }))
})
afterAll(() => desk.under.close())

const give = (orders: readonly ImportedOrder[], change: Parameters<typeof importingOrders>[1] = {}) =>
  desk.finance.command(
    command('order.import', { id: newUlid(), version: 0 }, importingOrders(orders, change)),
  )
const countOf = async (kind: 'order' | 'orderImport') => (await desk.store.digest([kind])).kinds[kind]?.count

describe('an import of orders', () => {
  it('adds new orders and itself in one decision, links the audit chain, and adds nothing again', async () => {
    const id = newUlid()
    const orders = [importedOrder(), importedOrder({ cash: 250_00, voucher: 50_00 })]
    const sent = command('order.import', { id, version: 0 }, importingOrders(orders))
    expect(await desk.finance.command(sent)).toMatchObject({ ...APPLIED, version: 1 })
    expect(await desk.got('orderImport', { id })).toMatchObject({
      ...{ added: 2, changed: 0, paid: 350_00, refunded: 0, vouchers: 50_00, byName: 'liu' },
      period: { from: '2024-02-01', to: '2024-02-01' },
    })
    for (const { id: orderId, number } of orders) {
      expect(await desk.got('order', { id: orderId })).toMatchObject({
        ...{ version: 1, number, providerName: '北京云栈科技有限公司', settledIn: null },
      })
    }
    const audited = (await desk.store.auditAfter(0, 1000)).filter(({ commandId }) => commandId === sent.id)
    expect(audited.map(({ recordKind }) => recordKind)).toEqual(['order', 'orderImport'])
    expect(await desk.finance.command(sent)).toMatchObject(APPLIED)
    const again = orders.map((order) => ({ ...order, id: newUlid() }))
    expect(await give(again)).toMatchObject({ code: 'orders-known', detail: orders[0]?.number })
  })

  it('leaves nothing staged where it is refused', async () => {
    const before = await countOf('order')
    expect(await give([importedOrder(), importedOrder({ providerId: 'nobody' })])).toMatchObject({
      code: 'unknown-provider',
      detail: 'nobody',
    })
    expect(await desk.store.stagedBatches()).toEqual([])
    expect(await countOf('order')).toBe(before)
  })

  it('links a refund with its order, of the same file or on record, and with no other provider’s', async () => {
    const order = importedOrder()
    const back = { kind: 'refund', cash: -40_00, listPrice: 0 } as const
    const refund = importedOrder({ ...back, refundOfNumber: order.number })
    expect(await give([refund, order])).toMatchObject(APPLIED)
    expect(await desk.got('order', { id: refund.id })).toMatchObject({ refundOf: order.id, cash: -40_00 })
    const later = importedOrder({ ...back, refundOfNumber: order.number })
    expect(await give([later])).toMatchObject(APPLIED)
    expect(await desk.got('order', { id: later.id })).toMatchObject({ refundOf: order.id })
    expect(await give([importedOrder({ ...back, refundOfNumber: 'no such order' })])).toMatchObject({
      code: 'unknown-original',
    })
    await desk.put('provider', sampleProvider({ id: 'provider-2' }))
    const others = importedOrder({ ...back, providerId: 'provider-2', refundOfNumber: order.number })
    expect(await give([others])).toMatchObject({ code: 'unknown-original' })
  })

  it('changes an order only as it was seen, and never one whose month is closed', async () => {
    const order = await desk.put('order', sampleOrder())
    const change = (seenVersion: number, of = order) =>
      importedOrder({ id: of.id, seenVersion, cash: 80_00, number: of.number }, of)
    expect(await give([change(1)])).toMatchObject(APPLIED)
    expect(await desk.got('order', order)).toMatchObject({ version: 2, cash: 80_00 })
    expect(await give([change(1)])).toMatchObject({ code: 'order-changed', detail: order.number })
    const settled = await desk.put('order', sampleOrder({ settledIn: '2024-02' }))
    expect(await give([change(1, settled)])).toMatchObject({ code: 'order-settled', detail: settled.number })
    expect(await desk.got('order', settled)).toMatchObject({ version: 1, cash: 100_00 })
  })

  it('corrects the provider of an order', async () => {
    const order = await desk.put('order', sampleOrder())
    await desk.put('provider', sampleProvider({ id: 'provider-3', name: '深圳云图有限公司' }))
    const corrected = importedOrder(
      { id: order.id, seenVersion: 1, number: order.number, providerId: 'provider-3' },
      order,
    )
    expect(await give([corrected])).toMatchObject(APPLIED)
    expect(await desk.got('order', order)).toMatchObject({
      version: 2,
      providerId: 'provider-3',
      providerName: '深圳云图有限公司',
    })
  })

  it('changes no order that a person wrote down and another confirmed', async () => {
    const order = await desk.put('order', sampleOrder({ channel: 'private', agreedBasisPoints: 250 }))
    await desk.put('offlineOrder', sampleOfflineOrder({ id: order.id, number: order.number }))
    const change = importedOrder(
      { id: order.id, seenVersion: 1, number: order.number, agreedBasisPoints: 0 },
      order,
    )
    expect(await give([change])).toMatchObject({ code: 'order-confirmed', detail: order.number })
    expect(await desk.got('order', order)).toMatchObject({ version: 1, agreedBasisPoints: 250 })
  })

  it('changes no order that a committed statement has, and one of a draft', async () => {
    const order = await desk.put('order', sampleOrder())
    const draft = sampleSettlement({ providerId: order.providerId, status: 'draft' })
    const on = { statementId: draft.id, orderId: order.id, adjustmentId: null }
    await desk.put('settlementStatement', draft)
    await desk.put('settlementLine', sampleSettlementLine(on))
    const change = (seenVersion: number, cash: number) =>
      importedOrder({ id: order.id, seenVersion, cash, number: order.number }, order)
    expect(await give([change(1, 90_00)])).toMatchObject(APPLIED)
    await desk.put('settlementStatement', { ...draft, version: 2, status: 'committed' })
    expect(await give([change(2, 80_00)])).toMatchObject({ code: 'order-settled', detail: order.number })
    expect(await desk.store.stagedBatches()).toEqual([])
  })

  it.each([
    ['counts', { added: 2 }],
    ['sums', { sums: { paid: 1, refunded: 0, vouchers: 0, period: null } }],
    ['torn orders', { packedOrders: 'AAAA' }],
  ])('is refused where its %s are not those of its orders', async (_what, change) => {
    expect(await give([importedOrder()], change)).toMatchObject({ code: 'orders-differ' })
  })

  it('is refused where a refund names no order, an order takes back, or a number comes twice', async () => {
    const order = importedOrder()
    for (const odd of [
      [importedOrder({ kind: 'refund', cash: -1 })],
      [importedOrder({ cash: -1 })],
      [importedOrder({ refundOfNumber: order.number })],
      [order, importedOrder({ number: order.number })],
      [],
    ]) {
      expect(await give(odd)).toMatchObject({ code: 'orders-differ' })
    }
  })

  it('is for finance alone', async () => {
    const sent = command('order.import', { id: newUlid(), version: 0 }, importingOrders([importedOrder()]))
    expect(await desk.approver.command(sent)).toMatchObject({ kind: 'not-allowed' })
  })

  it('gives way to what another commits meanwhile: two files with the same order leave one', async () => {
    const order = importedOrder()
    const outcomes = await Promise.all([give([order]), give([{ ...order, id: newUlid() }])])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['applied', 'rejected'])
  })
})
