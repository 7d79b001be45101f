import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '#platform/vendor-api/vendor.ts'
import type { BillSaid } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleBillSaid } from './sample-bills.ts'
import { sampleProvider } from './sample-records.ts'

let under: PlatformUnderTest
const keys: Record<string, string> = {}
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.platform.store.write(async (tx) => {
    await tx.put('provider', sampleProvider({ marketplace: 'huawei' }))
    await tx.put('provider', sampleProvider({ id: 'provider-2', marketplace: 'ksyun' }))
  })
  for (const marketplace of ['huawei', 'ksyun']) {
    keys[marketplace] = await createApiKey(under.platform, { marketplace, providerId: '', label: 'market' })
  }
})
afterAll(() => under.close())

async function report(bills: readonly unknown[], token = keys.huawei) {
  const response = await fetch(`${under.url}/apis/marketplace/v1/metered-bills`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ bills }),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}
const said = (change: Partial<BillSaid> = {}) =>
  sampleBillSaid({ billedAt: '2026-11-20T01:00:00.000Z', ...change })
const stored = (billId: string) => under.platform.store.named('meteredBill', 'huawei', billId)

describe('bills of metered use that a marketplace reports', () => {
  it('are taken once however often they are said, each held against the rules with every step', async () => {
    const bill = said({ amount: 160 })
    expect((await report([bill])).body).toEqual({ taken: 1, known: 0, refused: [] })
    expect((await report([bill, bill])).body).toEqual({ taken: 0, known: 2, refused: [] })
    const record = await stored(bill.billId)
    expect(record?.check).toMatchObject({ amount: 190, difference: -30, causes: ['as-tier'], late: 0 })
    expect(record?.check.steps.map(({ citation }) => citation.ruleId)).toEqual([
      ...['metering.repeats', 'metering.step', 'metering.step', 'metering.rounding'],
    ])
    const acts = await under.platform.store.auditAfter(0, 1000)
    expect(acts.filter(({ recordId }) => recordId === record?.id).map(({ action }) => action)).toEqual([
      'metered-bill.take',
    ])
  })

  it('are refused one by one, with why: none keeps another out, and what is there is never written over', async () => {
    const known = said()
    await report([known])
    const dear = { mode: 'fixed' as const, bands: [{ upTo: null, unitPrice: '999999999999' }] }
    const much = known.records.map((each) => ({ ...each, quantity: '999999999999' }))
    const bills = [
      said(),
      { ...known, amount: 1 },
      { ...known, records: [] },
      said({ from: '2001-01-01T00:00:00.000Z' }),
      said({ providerId: 'nobody' }),
      said({ billedAt: '2036-01-01T00:00:00.000Z' }),
      said({ price: dear, records: much }),
    ]
    const { body } = await report(bills)
    expect(body).toEqual({
      ...{ taken: 1, known: 0 },
      refused: [
        { billId: bills[1]?.billId, why: 'other-content' },
        { billId: bills[2]?.billId, why: 'other-content' },
        { billId: bills[3]?.billId, why: 'not-metered' },
        { billId: bills[4]?.billId, why: 'unknown-provider' },
        { billId: bills[5]?.billId, why: 'time-ahead' },
        { billId: bills[6]?.billId, why: 'amount-too-large' },
      ],
    })
    expect((await stored(known.billId))?.amount).toBe(190)
    expect((await report([said({ providerId: 'provider-2' })], keys.ksyun)).body).toMatchObject({
      refused: [{ why: 'not-metered' }],
    })
  })

  it('come by a key of the marketplace alone, as many at once as its rules have, and in whole', async () => {
    const vendor = await createApiKey(under.platform, {
      ...{ marketplace: 'huawei', providerId: 'provider-1', label: 'laptop' },
    })
    expect((await report([said()], vendor)).status).toBe(403)
    expect(await report(Array.from({ length: 101 }, () => said()))).toEqual({
      status: 400,
      body: { message: 'At most 100 bills at once: send them in parts.' },
    })
    expect((await report(Array.from({ length: 100 }, () => said()))).body).toMatchObject({ taken: 100 })
    for (const wrong of [
      { ...said(), more: 1 },
      said({ amount: -1 }),
      said({ accumulated: '-1' }),
      said({ price: { mode: 'step', bands: [{ upTo: '3', unitPrice: '1' }] } }),
    ]) {
      expect((await report([wrong])).status).toBe(400)
    }
  })
})
