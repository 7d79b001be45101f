import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import type { OfflineOrderSaid } from '#shared/contracts/console-platform/records/offline-order.ts'
import { APPLIED, type BankDesk, command, startBankDesk } from './bank-desk.ts'
import { newUlid, sampleOfflineOrder, sampleOrder, sampleProvider } from './sample-records.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await startBankDesk()
  await desk.put('provider', sampleProvider({ id: 'provider-1', name: '北京云栈科技有限公司' }))
})
afterAll(() => desk.under.close())

/** What a person writes down of a private order. */
function said(change: Partial<OfflineOrderSaid> = {}): OfflineOrderSaid {
  const {
    id: _i,
    version: _v,
    providerName: _n,
    recorded: _r,
    verdict: _e,
    history: _h,
    updatedAt: _u,
    ...rest
  } = sampleOfflineOrder()
  return { ...rest, ...change }
}
async function recorded(change: Partial<OfflineOrderSaid> = {}) {
  const id = newUlid()
  const sent = command('order.record-offline', { id, version: 0 }, said(change))
  expect(await desk.finance.command(sent)).toMatchObject({ ...APPLIED, version: 1 })
  return desk.got('offlineOrder', { id })
}
type Verdict = 'order.confirm-offline' | 'order.refuse-offline'
async function verdict(type: Verdict, { id }: { readonly id: string }, given: object = {}) {
  const record = await desk.got('offlineOrder', { id })
  const at = new Date().toISOString()
  const seen = { platform: desk.under.platform, transaction: desk.store, at }
  const seenDigest = await seenOnRecord(seen, 'offlineOrder', record)
  return { ...command(type, record, given), seenDigest }
}

describe('an order written down by hand', () => {
  it('becomes an order once another person has confirmed it, and not before', async () => {
    const record = await recorded()
    expect(await desk.store.get('order', record.id)).toBeNull()
    const sent = await verdict('order.confirm-offline', record)
    expect(await desk.finance.command(sent)).toMatchObject({ code: 'same-person', detail: 'liu' })
    expect(await desk.store.get('order', record.id)).toBeNull()
    const again = await verdict('order.confirm-offline', record)
    expect(await desk.approver.command(again)).toMatchObject({ ...APPLIED, version: 2 })
    expect(await desk.got('order', record)).toMatchObject({
      ...{ version: 1, number: record.number, channel: 'private', agreedBasisPoints: 250, settledIn: null },
    })
    expect(await desk.got('offlineOrder', record)).toMatchObject({
      verdict: { outcome: 'confirmed', byName: 'wang' },
    })
    const audited = (await desk.store.auditAfter(0, 1000)).filter(({ commandId }) => commandId === again.id)
    expect(audited.map(({ recordKind }) => recordKind)).toEqual(['order', 'offlineOrder'])
  })

  it('that is refused is no order, and its number may be written down again', async () => {
    const record = await recorded()
    const sent = await verdict('order.refuse-offline', record, { reason: '合同金额不符' })
    expect(await desk.approver.command(sent)).toMatchObject(APPLIED)
    expect(await desk.store.get('order', record.id)).toBeNull()
    const late = await verdict('order.confirm-offline', record)
    expect(await desk.approver.command(late)).toMatchObject({ code: 'wrong-state' })
    await recorded({ number: record.number })
  })

  it('is taken back by whoever wrote it down', async () => {
    const record = await recorded()
    const sent = await verdict('order.refuse-offline', record, { reason: '登记有误' })
    expect(await desk.finance.command(sent)).toMatchObject(APPLIED)
  })

  it('is refused where its number is on record by the time it is confirmed', async () => {
    const record = await recorded()
    await desk.put('order', sampleOrder({ number: record.number }))
    const sent = await verdict('order.confirm-offline', record)
    expect(await desk.approver.command(sent)).toMatchObject({ code: 'orders-known', detail: record.number })
  })

  it.each([
    ['no such provider', { providerId: 'nobody' }, 'unknown-provider'],
    ['a provider of another marketplace', { marketplace: 'aliyun' }, 'unknown-provider'],
    ['a category that the marketplace has not', { category: 'nothing' }, 'bad-arguments'],
    ['a day to come', { paidAt: '2099-01-01T00:00:00.000Z' }, 'day-impossible'],
    ['one completed on a day to come', { completedAt: '2099-01-01T00:00:00.000Z' }, 'day-impossible'],
    ['money that goes back and no order it is of', { kind: 'refund', cash: -1 }, 'bad-arguments'],
    ['an order below nothing', { cash: -1 }, 'bad-arguments'],
  ] as const)('is refused with %s', async (_what, change, code) => {
    const sent = command('order.record-offline', { id: newUlid(), version: 0 }, said(change))
    expect(await desk.finance.command(sent)).toMatchObject({ code })
  })

  it('takes back from an order of its provider, at most what was paid', async () => {
    const order = await desk.put('order', sampleOrder({ cash: 100_00 }))
    const back = { kind: 'refund', refundOf: order.id, listPrice: 0 } as const
    const give = (change: Partial<OfflineOrderSaid>) =>
      desk.finance.command(command('order.record-offline', { id: newUlid(), version: 0 }, said(change)))
    expect(await give({ ...back, cash: -100_01 })).toMatchObject({ code: 'unknown-original' })
    const record = await recorded({ ...back, cash: -40_00 })
    const sent = await verdict('order.confirm-offline', record)
    expect(await desk.approver.command(sent)).toMatchObject(APPLIED)
    expect(await desk.got('order', record)).toMatchObject({
      kind: 'refund',
      refundOf: order.id,
      cash: -40_00,
    })
    // Two that wait for somebody may each be right; the second to be confirmed is too much.
    const [rest, again] = [
      await recorded({ ...back, cash: -60_00 }),
      await recorded({ ...back, cash: -60_00 }),
    ]
    const last = await verdict('order.confirm-offline', rest)
    expect(await desk.approver.command(last)).toMatchObject(APPLIED)
    const tooMuch = await verdict('order.confirm-offline', again)
    expect(await desk.approver.command(tooMuch)).toMatchObject({ code: 'unknown-original' })
  })
})
