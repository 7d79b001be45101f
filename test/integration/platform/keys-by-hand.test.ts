import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey, endKey, listKeys } from '#platform/vendor-api/keys-by-hand.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleProvider } from './sample-records.ts'

let under: PlatformUnderTest
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.platform.store.write((tx) => tx.put('provider', sampleProvider({ marketplace: 'huawei' })))
})
afterAll(() => under.close())

const call = (path: string, key: string) =>
  fetch(`${under.url}/apis/${path}`, {
    ...{ method: path.startsWith('user') ? 'GET' : 'POST', body: path.startsWith('user') ? null : '{}' },
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  }).then(({ status }) => status)
const OF_MARKET = { marketplace: 'huawei', providerId: null, label: 'billing' }

describe('an API key made on the folder of a platform', () => {
  it('is of the systems of a marketplace, or of the tool of one of its providers, and of no other', async () => {
    const own = await addKey(under.platform, OF_MARKET)
    const vendor = await addKey(under.platform, { ...OF_MARKET, providerId: 'provider-1', label: 'laptop' })
    // Let in, and then told that the report is empty.
    expect(await call('marketplace/v1/metered-bills', own)).toBe(400)
    expect(await call('marketplace/v1/metered-bills', vendor)).toBe(403)
    expect(await call('user/v1/user', vendor)).toBe(200)
    expect(await call('user/v1/user', own)).toBe(403)
  })

  it('is known by its id, lets nobody in once it was ended, and is ended once', async () => {
    const key = await addKey(under.platform, { ...OF_MARKET, label: 'to be ended' })
    const made = (await listKeys(under.platform)).find(({ label }) => label === 'to be ended')
    await endKey(under.platform, made?.id ?? '')
    expect(await call('marketplace/v1/metered-bills', key)).toBe(401)
    await expect(endKey(under.platform, made?.id ?? '')).rejects.toThrow('was ended')
    await expect(endKey(under.platform, 'nobody')).rejects.toMatchObject({ name: 'KeyByHandError' })
    expect((await listKeys(under.platform)).find(({ id }) => id === made?.id)?.revokedAt).not.toBeNull()
  })

  it('is not made for a marketplace without rules, nor for a provider of another', async () => {
    await expect(addKey(under.platform, { ...OF_MARKET, marketplace: 'nowhere' })).rejects.toThrow('nowhere')
    for (const [marketplace, providerId] of [
      ['huawei', 'nobody'],
      ['ksyun', 'provider-1'],
    ] as const) {
      await expect(addKey(under.platform, { ...OF_MARKET, marketplace, providerId })).rejects.toThrow(
        providerId,
      )
    }
  })

  it('stands in the log when it is made and when it is ended, without what it is known by', async () => {
    const acts = (await under.platform.store.auditAfter(0, 1000)).filter(({ action }) =>
      action.startsWith('api-key.'),
    )
    expect(acts.map(({ action }) => action)).toEqual([
      ...['api-key.issue', 'api-key.issue', 'api-key.issue', 'api-key.end'],
    ])
    const side = await under.platform.store.auditSide(acts.at(-1)?.afterHash ?? '')
    expect(JSON.parse(side ?? '')).toMatchObject({ label: 'to be ended', marketplace: 'huawei' })
    const [{ hash } = { hash: '?' }] = await listKeys(under.platform)
    expect(side).not.toContain(hash)
  })
})
