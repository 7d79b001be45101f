import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { tellOfFailures } from '#platform/interface-calls/failing-products.ts'
import { takeCalls } from '#platform/interface-calls/take-calls.ts'
import { tellOfDeposits } from '#platform/notices/tell-of-deposits.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { CallSaid } from '#shared/contracts/console-platform/records/interface-call.ts'
import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import { type PlatformUnderTest, START, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleCallSaid } from './sample-calls.ts'
import { sampleNotice } from './sample-notices.ts'
import { PAID, sampleObligation, sampleProvider } from './sample-records.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let under: PlatformUnderTest
beforeAll(async () => {
  under = await startPlatformUnderTest()
})
afterAll(() => under.close())
beforeEach(() => {
  under.time.now = START
})

const store = () => under.platform.store
let providers = 0
async function provider(marketplace = 'kubesphere'): Promise<string> {
  providers += 1
  const id = `clock-${providers}`
  await store().write((tx) => tx.put('provider', sampleProvider({ id, marketplace })))
  return id
}
const told = async (marketplace: string, providerId: string): Promise<string[]> =>
  (await store().ofProvider('notice', marketplace, providerId)).map(({ occasion }) => occasion).sort()
const noticesOf = (marketplace: string, providerId: string): Promise<Notice[]> =>
  store().ofProvider('notice', marketplace, providerId)

/** A deposit that nobody paid, of a provider of its own, with the day it is due. */
async function unpaid(change: Partial<DepositObligation> = {}) {
  const providerId = await provider()
  const facts = { ...sampleObligation().facts, firstListedOn: '2026-11-02', paidProductOn: '2026-11-02' }
  const deposit = sampleObligation({ providerId, entries: [], facts, ...change })
  await store().write((tx) => tx.put('depositObligation', deposit))
  const { dueOn } = depositOnDay(under.platform.policies, deposit, '2026-11-20')
  return { providerId, deposit, dueOn: dueOn ?? '' }
}
const moveTo = (day: string) => {
  under.time.now = Date.parse(`${day}T02:00:00.000Z`)
}

it('a provider is told once of a deposit that comes to be due, and once when its day has passed', async () => {
  const { providerId, dueOn } = await unpaid()
  moveTo(addDays(dueOn, -90))
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', providerId)).toEqual([])
  moveTo(addDays(dueOn, -1))
  await tellOfDeposits(under.platform)
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', providerId)).toEqual(['deposit-due'])
  moveTo(addDays(dueOn, 1))
  await tellOfDeposits(under.platform)
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', providerId)).toEqual(['deposit-due', 'deposit-overdue'])
  const overdue = (await noticesOf('kubesphere', providerId)).find(
    (each) => each.occasion === 'deposit-overdue',
  )
  expect(overdue?.said?.texts.zh.text).toContain(`已于 ${dueOn} 到期`)
  expect(overdue?.said?.texts.zh.text).toContain('5,000.00')
})

it('is told what is missing of a deposit that lies here in part, not the whole of it', async () => {
  const part = PAID.map((entry) => ({ ...entry, amount: 300_000 })) as DepositObligation['entries']
  const { providerId, dueOn } = await unpaid({ entries: part })
  moveTo(addDays(dueOn, 1))
  await tellOfDeposits(under.platform)
  const [notice] = await noticesOf('kubesphere', providerId)
  expect(notice).toMatchObject({ said: { values: { amount: { zh: '2,000.00' } } } })
})

it('is not told of one that is paid, that a decision told of, or that was overdue long before, and not once it has left', async () => {
  const paid = await unpaid({ entries: PAID })
  const long = await unpaid()
  const closed = await unpaid()
  await store().write(async (tx) => {
    const before = await tx.get('provider', closed.providerId)
    if (before !== null)
      await tx.put('provider', { ...before, version: before.version + 1, status: 'closed' })
  })
  moveTo(addDays(long.dueOn, 1))
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', paid.providerId)).toEqual([])
  expect(await told('kubesphere', closed.providerId)).toEqual([])
  const known = await unpaid()
  const day = { zh: known.dueOn, en: known.dueOn }
  const { said } = sampleNotice()
  const notice = sampleNotice({
    ...{
      providerId: known.providerId,
      occasion: 'deposit-due',
      said: said && { ...said, values: { dueOn: day } },
    },
    about: { kind: 'depositObligation', id: known.deposit.id },
  })
  await store().write((tx) => tx.put('notice', notice))
  moveTo(addDays(known.dueOn, -1))
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', known.providerId)).toEqual(['deposit-due'])
  const late = await unpaid()
  moveTo(addDays(late.dueOn, 40))
  await tellOfDeposits(under.platform)
  expect(await told('kubesphere', late.providerId)).toEqual([])
})

function failing(providerId: string, order: number, change: Partial<CallSaid> = {}): CallSaid {
  return sampleCallSaid({
    ...{
      callId: `${providerId}-${order}-${change.at ?? ''}`,
      providerId,
      orderId: `${providerId}-CS${order}`,
    },
    ...{ orderLineId: null, instanceId: null, resultCode: '000005', resultMessage: 'internal error' },
    at: new Date(under.time.now - HOUR_MS).toISOString(),
    ...change,
  })
}
const take = (calls: readonly CallSaid[]) => takeCalls(under.platform, 'huawei', calls)

it('a provider is told of each call of its interface that failed, once, and of none that failed days before', async () => {
  const providerId = await provider('huawei')
  const call = failing(providerId, 1)
  const old = failing(providerId, 2, { at: new Date(START - 3 * DAY_MS).toISOString() })
  const well = failing(providerId, 3, { resultCode: '000000' })
  await take([call, old, well])
  await take([call])
  const [notice, ...others] = await noticesOf('huawei', providerId)
  expect(others).toEqual([])
  expect(notice).toMatchObject({ occasion: 'interface-call-failed', about: { kind: 'interfaceCall' } })
  expect(notice?.said?.texts.zh.text).toContain('“创建实例”')
  expect(notice?.said?.texts.zh.text).toContain('000005 internal error')
  expect(notice?.said?.texts.en.text).toContain(call.callId)
})

it('a provider is told once a month that more orders of a product failed than the rule allows, when they are given up', async () => {
  const providerId = await provider('huawei')
  const six = [1, 2, 3, 4, 5, 6].map((order) => failing(providerId, order))
  await take(six)
  const overLimit = async () =>
    (await noticesOf('huawei', providerId)).filter(({ occasion }) => occasion === 'interface-failures')
  await tellOfFailures(under.platform)
  expect(await overLimit()).toEqual([])
  under.time.now += 2 * HOUR_MS
  await tellOfFailures(under.platform)
  await tellOfFailures(under.platform)
  const [notice, ...others] = await overLimit()
  expect(others).toEqual([])
  expect(notice?.said?.texts.zh.text).toContain('企业网盘 的生产接口在 2026-11 有 6 笔失败订单（上限 5 笔）')
  expect(notice?.about).toEqual({ kind: 'provider', id: providerId })
  // Calls that are reported go into the same count, and make no second one.
  await take([failing(providerId, 7, { at: new Date(under.time.now - 3 * HOUR_MS).toISOString() })])
  expect(await overLimit()).toHaveLength(1)
})

it('an order has failed of which one line was never answered, whatever was answered for another line or product', async () => {
  const providerId = await provider('huawei')
  const line = (order: number, change: Partial<CallSaid>) =>
    failing(providerId, order, { callId: `${providerId}-${order}-${JSON.stringify(change)}`, ...change })
  const answered = { resultCode: '000000', instanceId: 'i-1' }
  await take(
    [1, 2, 3, 4, 5, 6].flatMap((order) => [
      line(order, { orderLineId: '1' }),
      line(order, { orderLineId: '2' }),
      line(order, { orderLineId: '2', ...answered }),
      line(order, { orderLineId: '1', productName: '堡垒机', ...answered }),
    ]),
  )
  under.time.now += 3 * HOUR_MS
  await tellOfFailures(under.platform)
  const failures = (await noticesOf('huawei', providerId)).filter(
    ({ occasion }) => occasion === 'interface-failures',
  )
  expect(failures.map(({ said }) => said?.texts.zh.text)).toEqual([
    expect.stringContaining('企业网盘 的生产接口在 2026-11 有 6 笔失败订单（上限 5 笔）'),
  ])
})

it('five failed orders are as many as the rule allows, and one that was answered in the end has not failed', async () => {
  const providerId = await provider('huawei')
  await take([1, 2, 3, 4, 5, 6].map((order) => failing(providerId, order)))
  await take([
    failing(providerId, 6, { callId: `${providerId}-answered`, resultCode: '000000', instanceId: 'i-6' }),
  ])
  under.time.now += 3 * HOUR_MS
  await tellOfFailures(under.platform)
  expect(await told('huawei', providerId)).not.toContain('interface-failures')
})
