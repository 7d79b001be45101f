import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeDue } from '#platform/supervision/complete-due.ts'
import { supervisionState } from '#shared/contracts/console-platform/records/supervision.ts'
import { APPLIED, command } from './bank-desk.ts'
import { importedOrder, importingOrders } from './order-desk.ts'
import { DELIVERY_SAID, newUlid, sampleOrder } from './sample-records.ts'
import { type SupervisionDesk, startSupervisionDesk } from './supervision-desk.ts'

let desk: SupervisionDesk
beforeEach(async () => {
  desk = await startSupervisionDesk()
})
afterEach(() => desk.under.close())

const sweep = () => completeDue(desk.under.platform)
const orderOf = ({ id }: { readonly id: string }) => desk.got('order', { id })
const stateOf = async ({ id }: { readonly id: string }) => {
  const record = await desk.got('supervision', { id })
  const order = await orderOf(record)
  // One truth: the order stands where the steps lead.
  expect(order.supervision).toBe(supervisionState(record))
  return order.supervision
}

describe('the supervision of an order', () => {
  it('goes from its delivery by the confirmation to its completion, and the order follows each time', async () => {
    const order = await desk.supervised()
    expect(await desk.deliver(order)).toMatchObject({ ...APPLIED, version: 1 })
    expect(await stateOf(order)).toBe('delivered')
    expect(await desk.confirm(order)).toMatchObject({ ...APPLIED, version: 2 })
    expect(await stateOf(order)).toBe('confirmed')
    expect(await sweep()).toBe(1)
    expect(await stateOf(order)).toBe('completed')
    expect(await orderOf(order)).toMatchObject({ version: 4, completedAt: '2026-10-21T05:00:00.000Z' })
    const steps = (await desk.got('supervision', order)).steps.map(({ step, byName }) => [step, byName])
    expect(steps).toEqual([
      ['delivered', 'chen'],
      ['confirmed', 'chen'],
      ['completed', 'Marketdesk'],
    ])
  })

  it('is completed by the clock, not before the three hours are over, and once', async () => {
    const order = await desk.supervised()
    await desk.deliver(order, { deliveredAt: '2026-11-20T00:00:00.000Z' })
    await desk.confirm(order, '2026-11-20T01:00:00.000Z')
    desk.clock('2026-11-20T03:59:59.999Z')
    expect(await sweep()).toBe(0)
    expect(await stateOf(order)).toBe('confirmed')
    desk.clock('2026-11-20T04:00:00.000Z')
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect(await orderOf(order)).toMatchObject({ completedAt: '2026-11-20T04:00:00.000Z' })
  })

  it('given twice is written once, and a second device that saw less is told what is there', async () => {
    const order = await desk.supervised()
    const said = { ...DELIVERY_SAID, deliveredAt: '2026-10-20T02:00:00.000Z' }
    const first = await desk.asked('supervision.record-delivery', order, said)
    const other = { ...first, id: newUlid() }
    expect(await desk.ops.command(first)).toMatchObject(APPLIED)
    expect(await desk.ops.command(first)).toMatchObject(APPLIED)
    // The very decision under another id, as a device gives it that lost the answer.
    expect(await desk.ops.command(other)).toMatchObject({ kind: 'already-applied' })
    const late = { ...first, id: newUlid(), arguments: { ...said, filedAt: '另一档案' } }
    expect(await desk.manager.command(late)).toMatchObject({ kind: 'conflict', currentVersion: 1 })
    expect((await desk.got('supervision', order)).steps).toHaveLength(1)
  })

  it('leaves each step on the audit log, with the order before the record', async () => {
    const order = await desk.supervised()
    const sent = await desk.asked('supervision.record-delivery', order, {
      ...{ deliveredAt: '2026-10-20T02:00:00.000Z', deliverable: '验收报告', filedAt: '档案', sha256: null },
      attachments: [],
      governmentVoucher: false,
    })
    await desk.ops.command(sent)
    const audited = (await desk.store.auditAfter(0, 1000)).filter(({ commandId }) => commandId === sent.id)
    expect(audited.map(({ recordKind }) => recordKind)).toEqual(['order', 'supervision'])
  })

  it('is appealed only after the buyer has rejected twice, and decided by who recorded no delivery', async () => {
    const order = await desk.supervised()
    await desk.deliver(order)
    await desk.reject(order)
    expect(await desk.appeal(order)).toMatchObject({ code: 'appeal-too-early', detail: '1 < 2' })
    await desk.deliver(order, { deliveredAt: '2026-10-22T02:00:00.000Z' }, desk.manager)
    await desk.reject(order, '2026-10-23T02:00:00.000Z')
    expect(await desk.appeal(order)).toMatchObject(APPLIED)
    expect(await stateOf(order)).toBe('appealed')
    expect(await desk.ruled(order, 'accepted', desk.ops)).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.ruled(order, 'accepted')).toMatchObject({ code: 'same-person' })
    const other = await desk.signIn('zhao', 'ops-manager')
    expect(await desk.ruled(order, 'accepted', other)).toMatchObject(APPLIED)
    expect(await stateOf(order)).toBe('decided')
    expect(await sweep()).toBe(0)
    desk.clock('2026-11-20T05:00:00.000Z')
    expect(await sweep()).toBe(1)
    expect(await stateOf(order)).toBe('completed')
  })

  it('that goes back in full ends, and waits for nothing any more', async () => {
    const order = await desk.supervised()
    await desk.deliver(order)
    await desk.reject(order)
    await desk.deliver(order, { deliveredAt: '2026-10-22T02:00:00.000Z' })
    await desk.reject(order, '2026-10-23T02:00:00.000Z')
    await desk.appeal(order)
    expect(await desk.ruled(order, 'refund')).toMatchObject(APPLIED)
    expect(await stateOf(order)).toBe('ended')
    expect(await sweep()).toBe(0)
    const of = { marketplace: 'huawei', providerId: desk.seller.id }
    expect(await desk.store.ordersUnderSupervision(of, '2027-01-01T00:00:00.000Z')).toBe(0)
  })

  it('waits for the review where a government voucher was used, step by step', async () => {
    const order = await desk.supervised()
    await desk.deliver(order, { governmentVoucher: true })
    await desk.confirm(order)
    expect(await sweep()).toBe(0)
    expect(await desk.review(order, 'representative-office')).toMatchObject({
      ...{ code: 'other-review-step', detail: 'base-manager' },
    })
    expect(await desk.review(order, 'base-manager')).toMatchObject(APPLIED)
    expect(await sweep()).toBe(0)
    expect(await desk.review(order, 'representative-office')).toMatchObject(APPLIED)
    expect(await sweep()).toBe(1)
    // The review took longer than the hours: completed with its last step.
    expect(await orderOf(order)).toMatchObject({ completedAt: '2026-11-20T02:00:00.000Z' })
  })

  it('takes no review where none is due', async () => {
    const order = await desk.supervised()
    await desk.deliver(order)
    await desk.confirm(order)
    expect(await desk.review(order, 'base-manager')).toMatchObject({ code: 'other-review-step' })
  })

  it('takes its refund along: it shares the moments of its order', async () => {
    const order = await desk.supervised()
    const refund = await desk.supervised({
      ...{ kind: 'refund', refundOf: order.id, cash: -100_000, supervision: 'pending' },
    })
    const other = await desk.supervised()
    await desk.deliver(order)
    await desk.confirm(order)
    await sweep()
    expect(await orderOf(refund)).toMatchObject({
      ...{ supervision: 'completed', completedAt: '2026-10-21T05:00:00.000Z' },
    })
    expect(await orderOf(other)).toMatchObject({ version: 1, supervision: 'pending' })
  })
})

describe('an order the marketplace has not put under supervision', () => {
  const opening = { delivery: 'offline', reason: '合同约定线下交付并验收' }
  const open = (order: { readonly id: string }, client = desk.manager) =>
    desk.give(client, 'supervision.open', order, opening)

  it('is put there by a manager with the reason, where the rules leave it open', async () => {
    const order = await desk.supervised({ category: 'manual-service', supervision: 'none' })
    expect(await open(order, desk.ops)).toMatchObject({ kind: 'not-allowed' })
    expect(await open(order)).toMatchObject(APPLIED)
    expect(await stateOf(order)).toBe('pending')
    expect(await desk.deliver(order)).toMatchObject(APPLIED)
  })
  it('is not, as a renewal or where the marketplace supervises none', async () => {
    const renewal = await desk.supervised({ kind: 'renewal', supervision: 'none' })
    expect(await open(renewal)).toMatchObject({ code: 'not-supervised', detail: 'supervision.renewals' })
    const seller = await desk.provider()
    const elsewhere = await desk.order(seller.id)
    expect(await open(elsewhere)).toMatchObject({ code: 'not-supervised' })
  })
  it('is not, once a statement has settled it', async () => {
    const order = await desk.supervised({ supervision: 'none', settledIn: '2026-10' })
    expect(await open(order)).toMatchObject({ code: 'order-settled', detail: order.number })
  })
})

describe('what the marketplace reports by a file of orders', () => {
  const imported = async (order: { readonly id: string }, change: object) => {
    const known = await orderOf(order)
    const one = importedOrder(
      { id: known.id, seenVersion: known.version, number: known.number, ...change },
      known,
    )
    const said = importingOrders([one])
    const file = { ...said.file, marketplace: 'huawei' as const }
    return desk.finance.command(command('order.import', { id: newUlid(), version: 0 }, { ...said, file }))
  }

  it('is a step of the record, and an earlier completion stands', async () => {
    const order = await desk.supervised()
    await desk.deliver(order)
    await desk.confirm(order)
    const completedAt = '2026-10-21T02:30:00.000Z'
    expect(await imported(order, { supervision: 'completed', completedAt })).toMatchObject(APPLIED)
    expect(await stateOf(order)).toBe('completed')
    const { steps } = await desk.got('supervision', order)
    expect(steps.at(-1)).toMatchObject({ step: 'reported', byName: 'liu', said: { state: 'completed' } })
    expect(await sweep()).toBe(0)
    expect(await orderOf(order)).toMatchObject({ completedAt })
  })
  it('makes no record of its own, and is written down from its delivery on', async () => {
    const order = await desk.supervised({ supervision: 'delivered' })
    expect(await desk.store.get('supervision', order.id)).toBeNull()
    expect(await desk.confirm(order)).toMatchObject({ code: 'unknown-record' })
    expect(await desk.deliver(order)).toMatchObject(APPLIED)
    expect(await desk.got('supervision', order)).toMatchObject({ began: 'delivered' })
    expect(await desk.confirm(order)).toMatchObject(APPLIED)
  })
})

describe('a month of a marketplace that supervises orders', () => {
  const linesOf = async (month: string) => {
    await desk.draft(month, { marketplace: 'huawei' })
    const statement = await desk.statementOf(desk.seller.id, month, 'huawei')
    return (await desk.lines(statement)).filter(({ kind }) => kind === 'fee').map(({ orderId }) => orderId)
  }
  const unfinished = async (month: string) => {
    await desk.draft(month, { marketplace: 'huawei' })
    const { draft } = await desk.monthOf(month, 'huawei')
    return draft?.checks.find(({ check }) => check === 'unfinished-supervision')?.count
  }

  it('bills an order in the month after its completion, and counts it as unfinished until then', async () => {
    const order = await desk.supervised({
      ...{ paidAt: '2026-08-10T02:00:00.000Z', repaidAt: '2026-08-12T02:00:00.000Z' },
    })
    expect(await unfinished('2026-08')).toBe(1)
    expect(await linesOf('2026-08')).toEqual([])
    await desk.deliver(order, { deliveredAt: '2026-09-20T02:00:00.000Z' })
    await desk.confirm(order, '2026-09-21T02:00:00.000Z')
    expect(await unfinished('2026-08')).toBe(1)
    expect(await sweep()).toBe(1)
    expect(await unfinished('2026-08')).toBe(0)
    expect(await linesOf('2026-08')).toEqual([])
    expect(await linesOf('2026-09')).toEqual([])
    expect(await linesOf('2026-10')).toEqual([order.id])
  })
  it('bills no order whose supervision has ended', async () => {
    await desk.supervised({ paidAt: '2026-08-10T02:00:00.000Z', supervision: 'ended' })
    expect(await unfinished('2026-08')).toBe(0)
    for (const month of ['2026-08', '2026-09', '2026-10']) expect(await linesOf(month)).toEqual([])
  })
  it('has a draft made anew after an order of it was completed', async () => {
    const order = await desk.supervised()
    await desk.deliver(order)
    await desk.confirm(order)
    await desk.draft('2026-10', { marketplace: 'huawei' })
    await desk.skip('unfinished-supervision', '2026-10', 'huawei')
    await sweep()
    const statement = await desk.statementOf(desk.seller.id, '2026-10', 'huawei')
    expect(await desk.commit(statement)).toMatchObject({ code: 'check-open', detail: 'newer-orders' })
  })
})

it('an order of no name is none to supervise', async () => {
  const { id } = sampleOrder()
  expect(await desk.deliver({ id })).toMatchObject({ code: 'unknown-record' })
})
