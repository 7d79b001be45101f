import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'

const NEXT = 'another long password'
let under: PlatformUnderTest
let li: ReturnType<PlatformUnderTest['client']>

beforeEach(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops'])
  li = under.client(await under.signIn('li'))
})
afterEach(() => under.close())

const signIn = (password: string) =>
  under.client().signIn({ email: 'li@example.cn', password, device: 'laptop' })

describe("one's own password", () => {
  it('is changed by who knows the present one, ends her other sessions and not this one, and stands in the log', async () => {
    const other = under.client((await signIn(PASSWORD)).accessToken)
    expect(await li.changePassword({ current: PASSWORD, next: NEXT })).toEqual({ outcome: 'changed' })
    expect((await li.me()).id).toBe('li')
    await expect(other.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(signIn(NEXT)).resolves.toBeDefined()
    const acts = await under.platform.store.auditBelow({ recordId: 'li' }, null, 10)
    expect(acts).toContainEqual(
      expect.objectContaining({
        action: 'user.change-password',
        actor: 'li',
        beforeHash: null,
        afterHash: null,
      }),
    )
  })

  it('is not changed by who does not, and guesses of it are slowed down with those of the sign-in', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await li.changePassword({ current: 'wrong', next: NEXT })).toEqual({ outcome: 'wrong-password' })
    }
    await expect(li.changePassword({ current: PASSWORD, next: NEXT })).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      data: { retryAfterSeconds: 5 },
    })
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    under.time.now += 5000
    await expect(signIn(PASSWORD)).resolves.toBeDefined()
  })

  it('is as long as any password has to be', async () => {
    await expect(li.changePassword({ current: PASSWORD, next: 'short' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it('spends an invitation that somebody holds', async () => {
    await under.addOperator('sun', ['admin'])
    const sun = under.client(await under.signIn('sun'))
    const { code } = await sun.issueInvitation({ id: 'li' })
    await li.changePassword({ current: PASSWORD, next: NEXT })
    const given = { email: 'li@example.cn', code, password: 'a third long password' }
    await expect(under.client().acceptInvitation(given)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})
