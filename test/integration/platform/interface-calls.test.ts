import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '#platform/vendor-api/vendor.ts'
import type { CallSaid } from '#shared/contracts/console-platform/records/interface-call.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleCallSaid } from './sample-calls.ts'
import { sampleProvider } from './sample-records.ts'

let under: PlatformUnderTest
let key = ''
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.platform.store.write((tx) => tx.put('provider', sampleProvider({ marketplace: 'huawei' })))
  key = await createApiKey(under.platform, { marketplace: 'huawei', providerId: '', label: 'market' })
})
afterAll(() => under.close())

async function report(calls: readonly unknown[], token = key) {
  const response = await fetch(`${under.url}/apis/marketplace/v1/interface-calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ calls }),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}
const said = (change: Partial<CallSaid> = {}) => sampleCallSaid({ at: '2026-11-20T01:00:00.000Z', ...change })
const stored = (callId: string) => under.platform.store.named('interfaceCall', 'huawei', callId)

describe('calls that a marketplace reports', () => {
  it('are taken once however often they are said, judged by the rules of their day', async () => {
    const call = said({ resultCode: '000005', instanceId: null })
    expect((await report([call])).body).toEqual({ taken: 1, known: 0, refused: [] })
    expect((await report([call, call])).body).toEqual({ taken: 0, known: 2, refused: [] })
    expect(await stored(call.callId)).toMatchObject({
      ...{ outcome: 'failed', repeatKey: 'create CS1 CS1-000001', version: 1 },
      providerName: sampleProvider().name,
    })
  })

  it('are refused one by one, with why: none keeps another out, and what is there is never written over', async () => {
    const known = said()
    await report([known])
    const calls = [
      said(),
      { ...known, resultCode: '000001' },
      said({ scene: 'no-such-scene' }),
      said({ providerId: 'nobody' }),
      said({ at: '2036-01-01T00:00:00.000Z' }),
    ]
    const { body } = await report(calls)
    expect(body).toEqual({
      ...{ taken: 1, known: 0 },
      refused: [
        { callId: calls[1]?.callId, why: 'other-content' },
        { callId: calls[2]?.callId, why: 'unknown-scene' },
        { callId: calls[3]?.callId, why: 'unknown-provider' },
        { callId: calls[4]?.callId, why: 'time-ahead' },
      ],
    })
    expect((await stored(known.callId))?.resultCode).toBe('000000')
  })

  it('come by a key of the marketplace alone, at most 500 at once, and in whole', async () => {
    const vendor = await createApiKey(under.platform, {
      ...{ marketplace: 'huawei', providerId: 'provider-1', label: 'laptop' },
    })
    expect((await report([said()], vendor)).status).toBe(403)
    expect((await report([said()], 'wrong')).status).toBe(401)
    expect((await report(Array.from({ length: 501 }, () => said()))).status).toBe(400)
    expect((await report([{ ...said(), more: 1 }])).status).toBe(400)
    const user = await fetch(`${under.url}/apis/user/v1/user`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect(user.status).toBe(403)
  })
})
