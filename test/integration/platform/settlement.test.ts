import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settledOrdersName } from '#shared/contracts/console-platform/kinds/settled-orders.ts'
import { SETTLED_ORDERS_LIMIT } from '#shared/contracts/console-platform/records/settled-orders.ts'
import { stepsOfLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { totalsOf } from '#shared/rules/settlement/statement-totals.ts'
import { APPLIED, command } from './bank-desk.ts'
import { newUlid, sampleLine } from './sample-records.ts'
import { sampleSettlementLine } from './sample-settlement.ts'
import { MARKET, type SettlementDesk, startSettlementDesk } from './settlement-desk.ts'

let desk: SettlementDesk
beforeEach(async () => {
  desk = await startSettlementDesk()
})
afterEach(() => desk.under.close())

const AUGUST = '2026-08-10T02:00:00.000Z'
const SEPTEMBER = '2026-09-10T02:00:00.000Z'
const rejected = (code: string) => ({ kind: 'rejected', code })

describe('settlement.draft', () => {
  it('gives every provider a statement, the one without orders too, and each order a line', async () => {
    const [busy, quiet] = [await desk.provider(), await desk.provider()]
    const orders = [await desk.order(busy.id), await desk.order(busy.id, { cash: 50_00 })]
    expect(await desk.draft()).toMatchObject({ ...APPLIED, version: 1 })
    const statement = await desk.statementOf(busy.id)
    expect(statement.totals).toMatchObject({ orders: 2, gross: 150_00, fee: 15_00, net: 135_00 })
    expect((await desk.statementOf(quiet.id)).totals).toMatchObject({ orders: 0, net: 0 })
    const lines = await desk.lines(statement)
    expect(lines.map(({ orderId }) => orderId).sort()).toEqual(orders.map(({ id }) => id).sort())
    expect((await desk.monthOf()).draft).toMatchObject({ statements: 2, lines: 2 })
  })

  it('writes a header that is the sum of its lines, and lines whose steps have their sentences', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const statement = await desk.statementOf(id)
    const lines = await desk.lines(statement)
    expect(statement.totals).toEqual(totalsOf(lines))
    const [step] = stepsOfLine(lines[0] ?? { steps: [] }, statement)
    expect(step).toMatchObject({
      citation: { quote: expect.stringContaining('10%') },
      pack: { marketplace: MARKET },
      gives: { fee: { fen: 10_00 } },
    })
  })

  it('leaves orders as they are, and is refused before the month is over, and to others', async () => {
    const { id } = await desk.provider()
    const order = await desk.order(id)
    await desk.draft()
    expect((await desk.got('order', order)).version).toBe(order.version)
    expect(await desk.draft('2026-11')).toMatchObject(rejected('month-not-over'))
    const said = { marketplace: MARKET, month: '2026-10' }
    const given = command('settlement.draft', { id: newUlid(), version: 0 }, said)
    expect(await desk.approver.command(given)).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.finance.command({ ...given, id: newUlid() })).toMatchObject(rejected('month-exists'))
  })

  it('made again keeps the one before to compare with, and leaves nothing behind of the one before that', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const first = await desk.statementOf(id)
    await desk.order(id)
    expect(await desk.draft()).toMatchObject({ ...APPLIED, version: 2 })
    await desk.under.platform.imports.ended()
    const second = await desk.statementOf(id)
    expect(second.totals.orders).toBe(2)
    expect((await desk.monthOf()).draft?.earlier?.id).toBe(first.draftId)
    expect(await desk.lines(first)).toHaveLength(1)
    await desk.draft()
    await desk.under.platform.imports.ended()
    expect(await desk.store.get('settlementStatement', first.id)).toBeNull()
    expect(await desk.lines(first)).toEqual([])
    expect(await desk.lines(second)).toHaveLength(2)
    expect(await desk.store.stagedBatches()).toEqual([])
  })

  it('leaves nothing of an earlier draft of who has committed, once a month is drafted that follows', async () => {
    const { id } = await desk.provider()
    await desk.order(id, { paidAt: '2026-09-10T02:00:00.000Z' })
    await desk.draft('2026-09')
    const first = await desk.statementOf(id, '2026-09')
    await desk.draft('2026-09')
    await desk.commit(await desk.statementOf(id, '2026-09'))
    await desk.draft()
    await desk.under.platform.imports.ended()
    expect(await desk.store.get('settlementStatement', first.id)).toBeNull()
    expect(await desk.lines(first)).toEqual([])
  })

  it('given again under the same id is answered with the first outcome', async () => {
    const given = command('settlement.draft', await desk.month(), {
      marketplace: MARKET,
      month: '2026-10',
    })
    const first = await desk.finance.command(given)
    expect(await desk.finance.command(given)).toEqual(first)
  })

  it('leaves out who has committed the month, whose lines stay', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const committed = await desk.statementOf(id)
    expect(await desk.commit(committed)).toMatchObject(APPLIED)
    const other = await desk.provider()
    await desk.draft()
    await desk.under.platform.imports.ended()
    expect((await desk.statements()).map(({ providerId }) => providerId).sort()).toEqual(
      [id, other.id].sort(),
    )
    expect(await desk.lines(committed)).toHaveLength(1)
  })
})

describe('settlement.commit', () => {
  it('changes the statement alone, and closes the month for the provider', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const statement = await desk.statementOf(id)
    const before = await desk.lines(statement)
    expect(await desk.commit(statement)).toMatchObject({ ...APPLIED, version: 2 })
    expect(await desk.got('settlementStatement', statement)).toMatchObject({
      status: 'committed',
      committed: { byName: 'liu' },
    })
    expect(await desk.lines(statement)).toEqual(before)
    expect(await desk.adjust(id)).toMatchObject(rejected('month-closed'))
    expect(await desk.commit(statement)).toMatchObject(rejected('wrong-state'))
  })

  it('waits for earlier months, and is refused where a later one is committed', async () => {
    const { id } = await desk.provider()
    await desk.order(id, { paidAt: '2026-09-10T02:00:00.000Z' })
    await desk.draft('2026-09')
    await desk.draft('2026-10')
    await desk.skip('earlier-drafts')
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(rejected('earlier-month-open'))
    await desk.commit(await desk.statementOf(id, '2026-09'))
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(rejected('draft-outdated'))
    await desk.draft('2026-10')
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(APPLIED)
  })

  it('waits for a month in between that nobody has drafted, whose orders would stand nowhere', async () => {
    const { id } = await desk.provider()
    await desk.draft('2026-06')
    await desk.commit(await desk.statementOf(id, '2026-06'))
    await desk.order(id, { paidAt: '2026-07-10T02:00:00.000Z' })
    await desk.draft('2026-08')
    const august = await desk.statementOf(id, '2026-08')
    expect(await desk.commit(august)).toMatchObject({ ...rejected('earlier-month-open'), detail: '2026-07' })
    await desk.draft('2026-07')
    expect(await desk.commit(await desk.statementOf(id, '2026-07'))).toMatchObject(APPLIED)
    await desk.draft('2026-08')
    expect(await desk.commit(await desk.statementOf(id, '2026-08'))).toMatchObject(APPLIED)
  })

  it('waits for no month in between that nothing moved in', async () => {
    const { id } = await desk.provider()
    await desk.draft('2025-03')
    await desk.commit(await desk.statementOf(id, '2025-03'))
    await desk.draft('2025-06')
    expect(await desk.commit(await desk.statementOf(id, '2025-06'))).toMatchObject(APPLIED)
  })

  it('waits for a draft that has all adjustments and orders, or a reason to go on without the orders', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    await desk.adjust(id)
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(rejected('draft-outdated'))
    await desk.draft()
    await desk.order(id)
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject({
      ...rejected('check-open'),
      detail: 'newer-orders',
    })
    expect(await desk.skip('newer-orders')).toMatchObject(APPLIED)
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(APPLIED)
  })

  it('waits for a new draft where an order of it went to another month or provider, which would have it too', async () => {
    const { id } = await desk.provider()
    const { id: otherId } = await desk.provider()
    const later = await desk.order(id)
    const elsewhere = await desk.order(id)
    await desk.draft()
    await desk.put('order', { ...later, version: 2, paidAt: '2026-11-05T02:00:00.000Z' })
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject({
      ...rejected('draft-outdated'),
      detail: later.number,
    })
    await desk.draft()
    await desk.put('order', { ...elsewhere, version: 2, providerId: otherId })
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(rejected('draft-outdated'))
    await desk.draft()
    expect((await desk.statementOf(id)).totals.orders).toBe(0)
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(APPLIED)
    expect((await desk.statementOf(otherId)).totals.orders).toBe(1)
  })

  it('waits while a bank line of the month is unmatched, until that is done or skipped', async () => {
    const { id } = await desk.provider()
    const account = await desk.account({ marketplace: MARKET })
    await desk.put(
      'bankLine',
      sampleLine({ accountId: account.id, marketplace: MARKET, bookedOn: '2026-10-31' }),
    )
    await desk.put(
      'bankLine',
      sampleLine({ accountId: account.id, marketplace: MARKET, bookedOn: '2026-11-01' }),
    )
    await desk.draft()
    expect((await desk.monthOf()).draft?.checks).toContainEqual({ check: 'unmatched-lines', count: 1 })
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(rejected('check-open'))
    await desk.skip('unmatched-lines')
    expect(await desk.skip('unmatched-lines')).toMatchObject(rejected('wrong-state'))
    expect(await desk.commit(await desk.statementOf(id))).toMatchObject(APPLIED)
  })

  it('is refused where the month was drafted anew, or a check skipped, since it was seen', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const statement = await desk.statementOf(id)
    const raw = desk.under.rawClient(await desk.under.signIn('liu'))
    const given = command('settlement.commit', statement, { net: statement.totals.net })
    const wrong = { ...given, seenDigest: '0'.repeat(64) }
    expect(await raw.command(wrong)).toMatchObject(rejected('seen-differs'))
    expect(await raw.command({ ...given, id: newUlid() })).toMatchObject(rejected('bad-arguments'))
    const other = command('settlement.commit', statement, { net: 1 })
    expect(await desk.finance.command(other)).toMatchObject(rejected('wrong-state'))
  })

  it('names the orders that no rule settles, and waits for a reason', async () => {
    const { id } = await desk.provider('aliyun')
    const order = await desk.order(id, { marketplace: 'aliyun', category: 'api' })
    await desk.draft('2026-10', { marketplace: 'aliyun' })
    const statement = await desk.statementOf(id, '2026-10', 'aliyun')
    expect(statement.notSettled).toEqual([{ why: 'outside-policy-period', orders: 1, orderIds: [order.id] }])
    expect(await desk.commit(statement)).toMatchObject({ ...rejected('check-open'), detail: 'not-settled' })
  })
})

describe('settlement.adjust', () => {
  it('stands in exactly one statement that holds: of the month it was written for', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    expect(await desk.adjust(id)).toMatchObject(APPLIED)
    await desk.draft()
    const first = await desk.statementOf(id)
    expect(first.totals).toMatchObject({ adjustments: -30_00, net: 60_00 })
    const adjustment = await desk.store.get('settlementAdjustment', first.adjustmentIds[0] ?? '')
    expect(adjustment).toMatchObject({ version: 1, kind: 'penalty', amount: -30_00, reason: '服务中断违约' })
    await desk.commit(first)
    expect(await desk.voidIt(first)).toMatchObject(APPLIED)
    await desk.draft()
    const second = await desk.statementOf(id)
    expect(second.adjustmentIds).toEqual(first.adjustmentIds)
    expect(second.replaces).toBe(first.id)
    const holding = (await desk.statements()).filter(({ status }) => status !== 'voided')
    expect(holding.flatMap(({ adjustmentIds }) => adjustmentIds)).toEqual(first.adjustmentIds)
  })

  it('is refused for a provider of another marketplace, and an amount of nothing', async () => {
    const { id } = await desk.provider('aliyun')
    expect(await desk.adjust(id)).toMatchObject(rejected('other-marketplace'))
    expect(await desk.adjust(id, { amount: 0 })).toMatchObject(rejected('bad-arguments'))
  })
})

describe('which orders are settled', () => {
  const said = async (statement: { id: string }) =>
    desk.store.named('settledOrders', MARKET, settledOrdersName({ statementId: statement.id, part: 0 }))

  it('is said with the commit, not before, to support as well; a void takes it back', async () => {
    const { id } = await desk.provider()
    const orders = [await desk.order(id), await desk.order(id, { cash: 50_00 })]
    await desk.draft()
    const statement = await desk.statementOf(id)
    expect(await said(statement)).toBeNull()
    await desk.commit(statement)
    const committed = await said(statement)
    expect(committed).toMatchObject({ month: '2026-10', status: 'committed' })
    expect(committed?.orderIds.toSorted()).toEqual(orders.map((order) => order.id).toSorted())
    expect(maySee(['support'], 'settledOrders')).toBe(true)
    await desk.voidIt(statement)
    expect(await said(statement)).toMatchObject({ version: 2, status: 'voided' })
  })

  it('is said in parts that one position of the feed can take', async () => {
    const { id } = await desk.provider()
    await desk.draft()
    const statement = await desk.statementOf(id)
    const lines = Array.from({ length: SETTLED_ORDERS_LIMIT + 1 }, () =>
      sampleSettlementLine({ statementId: statement.id, providerId: id }),
    )
    await desk.store.write((transaction) => transaction.putNew('settlementLine', lines))
    await desk.commit(statement)
    const parts = await desk.store.ofProvider('settledOrders', MARKET, id)
    const sizes = parts.toSorted((one, other) => one.part - other.part).map(({ orderIds }) => orderIds.length)
    expect(sizes).toEqual([SETTLED_ORDERS_LIMIT, 1])
    const named = new Set(parts.flatMap(({ orderIds }) => orderIds))
    expect(named).toEqual(new Set(lines.map(({ orderId }) => orderId)))
  })

  it('names none where the month had none', async () => {
    const { id } = await desk.provider()
    await desk.draft()
    const statement = await desk.statementOf(id)
    expect(await desk.commit(statement)).toMatchObject(APPLIED)
    expect(await said(statement)).toBeNull()
    expect(await desk.voidIt(statement)).toMatchObject(APPLIED)
  })
})

describe('settlement.void', () => {
  it('is for the approver, keeps the lines, and opens the month for the provider again', async () => {
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const statement = await desk.statementOf(id)
    await desk.commit(statement)
    const seen = await desk.got('settlementStatement', statement)
    const byFinance = command('settlement.void', seen, { reason: '订单归属有误' })
    expect(await desk.finance.command(byFinance)).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.voidIt(statement)).toMatchObject(APPLIED)
    expect(await desk.lines(statement)).toHaveLength(1)
    expect(await desk.adjust(id)).toMatchObject(APPLIED)
    await desk.draft()
    await desk.under.platform.imports.ended()
    expect((await desk.got('settlementStatement', statement)).status).toBe('voided')
    expect((await desk.statementOf(id)).status).toBe('draft')
  })

  it('names the later committed month that rests on it', async () => {
    const { id } = await desk.provider()
    await desk.order(id, { paidAt: '2026-09-10T02:00:00.000Z' })
    await desk.draft('2026-09')
    const september = await desk.statementOf(id, '2026-09')
    await desk.commit(september)
    await desk.draft()
    const october = await desk.statementOf(id)
    await desk.commit(october)
    expect(await desk.voidIt(september)).toMatchObject({
      ...rejected('later-month-rests'),
      detail: october.id,
    })
    await desk.voidIt(october)
    expect(await desk.voidIt(september)).toMatchObject(APPLIED)
  })
})

describe('what comes after a month is committed', () => {
  it('a refund counts once, in the month it happened', async () => {
    const { id } = await desk.provider()
    const order = await desk.order(id, { paidAt: SEPTEMBER })
    await desk.draft('2026-09')
    await desk.commit(await desk.statementOf(id, '2026-09'))
    await desk.order(id, {
      ...{ number: `${order.number}-R`, kind: 'refund', refundOf: order.id, cash: -40_00 },
    })
    await desk.draft()
    const october = await desk.statementOf(id)
    expect(october.totals).toMatchObject({ refunds: 1, refunded: 40_00, fee: -4_00, net: 0 })
    expect(october.carriedOut).toEqual([{ category: null, taxBasisPoints: null, amount: -36_00 }])
    expect((await desk.statementOf(id, '2026-09')).totals.refunds).toBe(0)
  })

  it('an order of a closed month that comes late is taken into the next, once', async () => {
    const { id } = await desk.provider()
    await desk.order(id, { paidAt: AUGUST })
    await desk.draft('2026-08')
    await desk.commit(await desk.statementOf(id, '2026-08'))
    const late = await desk.order(id, { cash: 70_00, paidAt: AUGUST })
    await desk.draft('2026-09')
    const september = await desk.statementOf(id, '2026-09')
    expect((await desk.lines(september)).map(({ orderId }) => orderId)).toEqual([late.id])
    expect(september.differences).toEqual([])
    await desk.commit(september)
    await desk.draft()
    expect((await desk.statementOf(id)).totals.orders).toBe(0)
  })
})

describe('the second accountant', () => {
  it('finds nothing to say in months of every market', async () => {
    const at = (day: string) => `2026-10-${day}T02:00:00.000Z`
    const shared = { category: 'saas', mode: 'joint', agreedBasisPoints: 8_333, repaidAt: at('12') }
    for (const marketplace of ['kubesphere', 'ksyun', 'huawei']) {
      const { id } = await desk.provider(marketplace)
      for (const [index, cash] of [333_33, 1_005, 999_999_99, 1].entries()) {
        const paidAt = at(String(index + 10))
        const more = { marketplace, cash, paidAt, startsAt: paidAt, activatedAt: paidAt, completedAt: paidAt }
        const order = await desk.order(id, { ...more, ...(marketplace === 'huawei' ? shared : {}) })
        const went = { kind: 'refund', refundOf: order.id, number: `${order.number}-R`, cash: -1 } as const
        await desk.put('order', { ...order, id: newUlid(), ...went, paidAt: at('29') })
      }
      await desk.draft('2026-10', { marketplace })
      const statement = await desk.statementOf(id, '2026-10', marketplace)
      expect(statement.totals).toMatchObject({ orders: 4, refunds: 4 })
      expect(statement.differences).toEqual([])
    }
    const { id } = await desk.provider('aliyun')
    for (const [cash, distributed] of [
      [60_000_000, false],
      [40_000_000, true],
      [33, false],
    ] as const) {
      const paidAt = '2020-10-10T02:00:00.000Z'
      await desk.order(id, { marketplace: 'aliyun', category: 'site-building', cash, distributed, paidAt })
    }
    await desk.draft('2020-10', { marketplace: 'aliyun' })
    const statement = await desk.statementOf(id, '2020-10', 'aliyun')
    expect(statement).toMatchObject({ totals: { orders: 3, rebate: 6_000_004 }, differences: [] })
  })

  it('agrees about the free turnover of a first year, where it is crossed', async () => {
    const { id } = await desk.provider()
    const provider = await desk.got('provider', { id })
    await desk.put('provider', { ...provider, version: 2, joinedOn: '2023-10-20' })
    for (const [cash, day] of [
      [19_000_000, '05'],
      [3_000_000, '20'],
      [100_00, '21'],
    ] as const) {
      await desk.order(id, { cash, paidAt: `2024-02-${day}T02:00:00.000Z` })
    }
    await desk.draft('2024-02')
    expect(await desk.statementOf(id, '2024-02')).toMatchObject({
      totals: { base: 2_010_000, fee: 201_000 },
      differences: [],
    })
  })
})
