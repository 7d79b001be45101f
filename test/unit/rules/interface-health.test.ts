import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { failedOrdersByMonth, givenUpAt, isTooMany } from '#shared/rules/interface-health/failed-orders.ts'
import { lastsUntil } from '#shared/rules/interface-health/frozen-until.ts'
import { type CallToJudge, judgeCall } from '#shared/rules/interface-health/judge-call.ts'
import { type FailedCall, mailsDue } from '#shared/rules/interface-health/mails-due.ts'
import { probeRun } from '#shared/rules/interface-health/probe-run.ts'

const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
const section = packInForce(packs, 'huawei', '2026-03-01')?.interfaces
if (section == null) throw new Error('the pack tells of production interfaces')
const call = (change: Partial<CallToJudge> = {}): CallToJudge => ({
  ...{ scene: 'new-instance', orderId: 'CS1', orderLineId: 'CS1-1', productId: 'p-1', onDemand: false },
  ...{ resultCode: '000000', ...change },
})

describe('a call of a production interface', () => {
  it('ended as its code says; an unknown code, or none, is a failure', () => {
    const outcome = (resultCode: string | null) => judgeCall(section, call({ resultCode }))?.outcome
    expect([outcome('000000'), outcome('000004')]).toEqual(['ok', 'in-process'])
    for (const code of ['000001', '000002', '000003', '000005', '000100', '999999', null]) {
      expect(outcome(code)).toBe('failed')
    }
  })
  it('is to be answered alike by order and line, on demand by order and product, of a licence by its request', () => {
    const key = (change: Partial<CallToJudge>) => judgeCall(section, call(change))?.repeatKey
    expect(key({})).toBe('create CS1 CS1-1')
    expect(key({ onDemand: true })).toBe('create CS1 p-1')
    expect(key({ scene: 'licence' })).toBe('licence CS1 CS1-1')
    expect(key({ scene: 'update-instance' })).toBeNull()
    expect(key({ orderId: null })).toBeNull()
    expect(judgeCall(section, call({ scene: 'no-such-scene' }))).toBeNull()
  })
})

describe('orders that fail because of the interface', () => {
  it('are given up two hours after their first call, the first of two figures that the source has', () => {
    expect(givenUpAt(section, '2026-11-20T01:00:00.000Z')).toBe('2026-11-20T03:00:00.000Z')
    const retry = section.scenes.find(({ id }) => id === 'new-instance')?.retry
    expect(retry).toMatchObject({ hours: 2, everyMinutes: 2 })
    expect(retry?.contradiction?.quote).toContain('3小时')
  })
  it('count in the calendar month of Beijing in which they were given up, once each and unless answered', () => {
    const creations = [
      { orderId: 'a', firstAt: '2026-10-31T13:59:59.999Z', answered: false },
      { orderId: 'b', firstAt: '2026-10-31T14:00:00.000Z', answered: false },
      { orderId: 'c', firstAt: '2026-11-03T02:00:00.000Z', answered: true },
      { orderId: 'd', firstAt: '2026-11-20T01:00:00.000Z', answered: false },
    ]
    const months = failedOrdersByMonth(section, creations, '2026-11-20T02:59:59.999Z')
    expect([...months]).toEqual([
      ['2026-10', ['a']],
      ['2026-11', ['b']],
    ])
  })
  it('are too many from the sixth on', () => {
    expect([5, 6].map((count) => isTooMany(section, count))).toEqual([false, true])
    expect(section.failedOrders.quote).toContain('失败订单超过5个')
  })
})

describe('a probe', () => {
  const day = fc.record({ ok: fc.nat(1), failed: fc.nat(2) })
  it('fails for as many probed days in a row as go back from the last, and for long from the fifth on', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), (told) => {
        const days = told.map((each, at) => ({ on: `2026-11-${String(at + 1).padStart(2, '0')}`, ...each }))
        let count = 0
        while (count < days.length && days[days.length - 1 - count]?.ok === 0) count += 1
        const run = probeRun(section, days)
        expect(run?.days ?? 0).toBe(count)
        expect(run?.isLong ?? false).toBe(count >= 5)
        expect(run?.since ?? null).toBe(days[days.length - count]?.on ?? null)
      }),
      { seed: 7 },
    )
  })
})

it('an instance that was not updated is frozen for fifteen days after it runs out, and then released', () => {
  const lasts = (today: string) => lastsUntil(section, '2026-11-10T16:30:00.000Z', today)
  expect(lasts('2026-11-11')).toEqual({
    ...{ expiresOn: '2026-11-11', frozenUntil: '2026-11-26', isFrozen: false, daysLeft: 15 },
  })
  expect(lasts('2026-11-12')).toMatchObject({ isFrozen: true, daysLeft: 14 })
  expect(lasts('2026-11-27').daysLeft).toBe(-1)
})

it('a failed call is told to the service mailbox and to the one the account is bound to, one that went well to nobody', () => {
  const failed: FailedCall = {
    ...{ callId: 'call-9', at: '2026-11-20T01:00:00.000Z', outcome: 'failed' },
    ...{ providerName: '云栈科技', productName: '企业网盘', sceneName: { zh: '创建实例', en: 'Create' } },
    ...{ orderId: 'CS1', instanceId: null, resultCode: null, resultMessage: null },
  }
  const mails = mailsDue([failed, { ...failed, outcome: 'ok' }])
  expect(mails.map(({ to, callId }) => [to, callId])).toEqual([
    ['service', 'call-9'],
    ['bound', 'call-9'],
  ])
  expect(mails[0]?.body).toContain('于 2026-11-20 09:00:00（北京时间）调用失败，返回：未响应。')
  expect(mails[0]?.body).toContain('订单号：CS1')
})
