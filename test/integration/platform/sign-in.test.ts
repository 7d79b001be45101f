import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'

let under: PlatformUnderTest
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops'])
})
afterAll(() => under.close())

describe('signing in', () => {
  it('says who answers to anyone', async () => {
    expect(await under.client().about()).toMatchObject({ protocol: 1, demo: false, demoAccounts: [] })
  })
  it('opens a session with the right password, whatever the case of the address', async () => {
    const tokens = await under.client().signIn({ email: ' LI@example.cn', password: PASSWORD, device: 'd' })
    expect(await under.client(tokens.accessToken).me()).toEqual({
      id: 'li',
      name: 'li',
      email: 'li@example.cn',
      roles: ['ops'],
    })
  })
  it('serves snapshot, feed and digest to the session', async () => {
    const client = under.client(await under.signIn('li'))
    const start = await client.snapshotStart()
    expect(start.kinds).toContain('operator')
    const page = await client.snapshotPage({ kind: 'operator' })
    expect(page.rows).toHaveLength(1)
    const feed = await client.feed({ after: 0, epoch: start.epoch, scope: start.scope })
    expect(feed).toMatchObject({ kind: 'changes', position: start.position, more: false })
    expect((await client.digest()).kinds.operator?.count).toBe(1)
  })
})
