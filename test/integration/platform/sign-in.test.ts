import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeOperator } from '#platform/auth/operators.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'

let under: PlatformUnderTest
beforeEach(async () => {
  under = await startPlatformUnderTest([], ['loopback'])
  await under.addOperator('li', ['ops'])
})
afterEach(() => under.close())

const attempt = (password: string, email = 'li@example.cn', from = '192.0.2.1') =>
  under.client(undefined, { 'x-forwarded-for': from }).signIn({ email, password, device: 'laptop' })
const MINUTE = 60_000

describe('signing in', () => {
  it('with a body that is no JSON is the fault of the client: the log says nothing', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${under.url}/v1/sign-in`, { method: 'POST', headers, body: '{bad' })
    expect({ status: response.status, logged: log.mock.calls }).toEqual({ status: 400, logged: [] })
    log.mockRestore()
  })
  it('says who answers to anyone', async () => {
    expect(await under.client().about()).toMatchObject({
      protocol: PROTOCOL_VERSION,
      demo: false,
      demoAccounts: [],
    })
  })
  it('opens a session with the right password, whatever the case of the address', async () => {
    const tokens = await attempt(PASSWORD, ' LI@example.cn')
    expect(await under.client(tokens.accessToken).me()).toEqual({
      id: 'li',
      name: 'li',
      email: 'li@example.cn',
      roles: ['ops'],
    })
  })
  it('answers a wrong password and an unknown address alike', async () => {
    const refusals = await Promise.all([
      attempt('wrong').catch((error: Error) => error.message),
      attempt('wrong', 'nobody@example.cn').catch((error: Error) => error.message),
    ])
    expect(refusals).toEqual(['E-mail or password is wrong.', 'E-mail or password is wrong.'])
  })
  it('is slowed down after five wrong attempts, the right password too, and says by when, in the header too', async () => {
    for (let count = 0; count < 5; count += 1) {
      await expect(attempt('wrong')).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    }
    await expect(attempt(PASSWORD)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      data: { retryAfterSeconds: 5 },
    })
    const response = await fetch(`${under.url}/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' },
      body: JSON.stringify({ email: 'li@example.cn', password: PASSWORD, device: 'laptop' }),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
    under.time.now += 5000
    await expect(attempt(PASSWORD)).resolves.toBeDefined()
  })
  it('keeps nobody waiting for what others try elsewhere, or behind the same proxy once she was let in there', async () => {
    await attempt(PASSWORD)
    for (let count = 0; count < 30; count += 1) {
      await attempt('wrong', 'li@example.cn', '198.51.100.7').catch(() => null)
    }
    await expect(attempt(PASSWORD, 'li@example.cn', '198.51.100.7')).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    })
    await expect(attempt(PASSWORD)).resolves.toBeDefined()
  })
  it('is slowed down from an address that tries many accounts', async () => {
    const tries = Array.from({ length: 100 }, (_, index) => attempt('wrong', `x${index}@example.cn`))
    for (const result of await Promise.allSettled(tries)) expect(result.status).toBe('rejected')
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })
})

describe('a session', () => {
  it('ends its access after ten minutes and goes on with the refresh token', async () => {
    const tokens = await attempt(PASSWORD)
    under.time.now += 10 * MINUTE
    await expect(under.client(tokens.accessToken).me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const next = await under.client().refresh({ refreshToken: tokens.refreshToken })
    expect((await under.client(next.accessToken).me()).id).toBe('li')
  })
  it('is over when a spent refresh token comes back', async () => {
    const first = await attempt(PASSWORD)
    const second = await under.client().refresh({ refreshToken: first.refreshToken })
    await under.client(second.accessToken).me()
    await expect(under.client().refresh({ refreshToken: first.refreshToken })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
    await expect(under.client(second.accessToken).me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(under.client().refresh({ refreshToken: second.refreshToken })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })
  it('survives a lost reply: the last token is taken once more while the newer ones were never used', async () => {
    const first = await attempt(PASSWORD)
    await under.client(first.accessToken).me()
    await under.client().refresh({ refreshToken: first.refreshToken })
    under.time.now += MINUTE
    const again = await under.client().refresh({ refreshToken: first.refreshToken })
    expect((await under.client(again.accessToken).me()).id).toBe('li')
  })
  it('takes it only once more', async () => {
    const { refreshToken } = await attempt(PASSWORD)
    await under.client().refresh({ refreshToken })
    await under.client().refresh({ refreshToken })
    await expect(under.client().refresh({ refreshToken })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
  it('takes it no more after a minute', async () => {
    const { refreshToken } = await attempt(PASSWORD)
    await under.client().refresh({ refreshToken })
    under.time.now += MINUTE + 1
    await expect(under.client().refresh({ refreshToken })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
  it('ends when the token that was lost turns up after the recovery', async () => {
    const first = await attempt(PASSWORD)
    const lost = await under.client().refresh({ refreshToken: first.refreshToken })
    await under.client().refresh({ refreshToken: first.refreshToken })
    await expect(under.client().refresh({ refreshToken: lost.refreshToken })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })
  it('follows a change of roles at once, and ends with the account', async () => {
    const { accessToken, refreshToken } = await attempt(PASSWORD)
    const client = under.client(accessToken)
    await changeOperator(under.platform, 'li', { roles: ['support'] })
    expect((await client.snapshotStart()).kinds).not.toContain('application')
    await changeOperator(under.platform, 'li', { active: false })
    await expect(client.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(under.client().refresh({ refreshToken })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
  it('ends when signed out', async () => {
    const { accessToken } = await attempt(PASSWORD)
    expect(await under.client(accessToken).signOut()).toEqual({ ended: true })
    await expect(under.client(accessToken).me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
  it('keeps no token and no password in the clear', async () => {
    const { accessToken, refreshToken } = await attempt(PASSWORD)
    const account = await under.platform.store.account('li')
    expect(account?.passwordHash).not.toContain(PASSWORD)
    expect(await under.platform.store.token(accessToken)).toBeNull()
    expect(await under.platform.store.token(refreshToken)).toBeNull()
  })
})
