import { generateSync } from 'otplib'
import { ulid } from 'ulid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeOperator } from '#platform/auth/operators.ts'
import { secondFactorAskedSchema } from '#shared/contracts/console-platform/accounts.ts'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'

const STEP = 30_000

let under: PlatformUnderTest
beforeEach(async () => {
  under = await startPlatformUnderTest(['finance-approver', 'admin'])
  await under.addOperator('wang', ['finance-approver'])
  await under.addOperator('li', ['ops'])
  for (const id of ['sun', 'he']) await under.addOperator(id, ['admin'])
})
afterEach(() => under.close())

const attempt = (id: string, code?: string, password = PASSWORD) =>
  under.client().signIn({
    ...{ email: `${id}@example.cn`, password, device: 'laptop' },
    ...(code === undefined ? {} : { code }),
  })
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(under.time.now / 1000) })

/** What is asked besides the password. */
async function asked(id: string, code?: string) {
  const error = await attempt(id, code).then(
    () => null,
    (refused: { code: string; data: unknown }) => refused,
  )
  expect(error).toMatchObject({ code: 'SECOND_FACTOR' })
  return secondFactorAskedSchema.parse(error?.data)
}

/** Sets a second factor up, and is signed in with it. */
async function setUp(id: string) {
  const { secret } = await asked(id)
  if (secret === null) throw new Error('it is set up already')
  const signedIn = await attempt(id, codeOf(secret))
  return { secret, recoveryCodes: signedIn.recoveryCodes, client: under.client(signedIn.accessToken) }
}

describe('a second factor', () => {
  it('is asked of those whose roles need one, and of nobody else', async () => {
    expect((await attempt('li')).recoveryCodes).toEqual([])
    expect(await asked('wang')).toMatchObject({
      state: 'set-up',
      uri: expect.stringContaining('otpauth://totp/'),
    })
  })

  it('is set up with the first code of the secret that was shown, and gives ten recovery codes', async () => {
    const { secret } = await asked('wang')
    // Asked again it is the same secret: a reply that was lost costs nothing.
    expect((await asked('wang')).secret).toBe(secret)
    expect((await asked('wang', '000000')).state).toBe('set-up-wrong')
    const signedIn = await attempt('wang', codeOf(secret ?? ''))
    expect(new Set(signedIn.recoveryCodes).size).toBe(10)
    expect((await asked('wang')).state).toBe('needed')
  })

  it('takes no step twice, and one step to either side', async () => {
    const { secret } = await setUp('wang')
    expect((await asked('wang', codeOf(secret))).state).toBe('wrong')
    const next = generateSync({ secret, epoch: Math.floor((under.time.now + STEP) / 1000) })
    await expect(attempt('wang', next)).resolves.toBeDefined()
    // The step before the one that was taken last is spent with it.
    under.time.now += STEP
    expect((await asked('wang', codeOf(secret))).state).toBe('wrong')
    under.time.now += STEP
    await expect(attempt('wang', codeOf(secret))).resolves.toBeDefined()
  })

  it('is replaced by each recovery code once, however it is typed', async () => {
    const { recoveryCodes } = await setUp('wang')
    const [first = ''] = recoveryCodes
    await expect(attempt('wang', first.toLowerCase().replace('-', ''))).resolves.toBeDefined()
    expect((await asked('wang', first)).state).toBe('wrong')
  })

  it('is slowed down after five wrong codes; a right password without one counts as none', async () => {
    const { secret } = await setUp('wang')
    for (let count = 0; count < 8; count += 1) await asked('wang')
    for (let count = 0; count < 5; count += 1) await asked('wang', '000000')
    await expect(attempt('wang', codeOf(secret))).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      data: { retryAfterSeconds: 30 },
    })
    under.time.now += STEP
    await expect(attempt('wang', codeOf(secret))).resolves.toBeDefined()
  })

  it('says nothing of itself to a wrong password', async () => {
    const { secret } = await setUp('wang')
    under.time.now += STEP
    await expect(attempt('wang', codeOf(secret), 'wrong')).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('ends the session of whoever is given such a role without one, until it is set up', async () => {
    const { accessToken, refreshToken } = await attempt('li')
    await changeOperator(under.platform, 'li', { roles: ['finance-approver'] })
    await expect(under.client(accessToken).me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(under.client().refresh({ refreshToken })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const { client } = await setUp('li')
    expect((await client.me()).roles).toEqual(['finance-approver'])
  })

  it('lets no session go on that was opened without it, once it is set up', async () => {
    const { accessToken, refreshToken } = await attempt('li')
    await changeOperator(under.platform, 'li', { roles: ['finance-approver'] })
    await setUp('li')
    await expect(under.client(accessToken).me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(under.client().refresh({ refreshToken })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('is set up with a secret that nobody saw who had the former password alone', async () => {
    const { secret } = await asked('wang')
    const { client: sun } = await setUp('sun')
    const { code } = await sun.issueInvitation({ id: 'wang' })
    const password = 'another long password'
    await under.client().acceptInvitation({ email: 'wang@example.cn', code, password })
    const again = await attempt('wang', undefined, password).catch((error: { data: unknown }) => error)
    const offered = secondFactorAskedSchema.parse('data' in again ? again.data : null)
    expect(offered).toMatchObject({ state: 'set-up', secret: expect.not.stringMatching(secret ?? '') })
  })

  it('is taken away by another administrator, who gives out no code for a new password as well', async () => {
    const { client: wang } = await setUp('wang')
    const { client: sun } = await setUp('sun')
    const { code: before } = await sun.issueInvitation({ id: 'wang' })
    expect(
      await sun.command({
        ...{ id: ulid(), type: 'user.reset-second-factor', recordId: 'wang', expectedVersion: 1 },
        ...{ seenDigest: null, arguments: { reason: '换了手机' } },
      }),
    ).toMatchObject({ kind: 'applied' })
    await expect(wang.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(sun.issueInvitation({ id: 'wang' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { code: 'same-person' },
    })
    const given = { email: 'wang@example.cn', code: before, password: 'another long password' }
    await expect(under.client().acceptInvitation(given)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const { client: he } = await setUp('he')
    await expect(he.issueInvitation({ id: 'wang' })).resolves.toBeDefined()
    // Once there is another, it is as before.
    await setUp('wang')
    await expect(sun.issueInvitation({ id: 'wang' })).resolves.toBeDefined()
  })

  it('is taken away with the code that she gave out before under another account of hers', async () => {
    await setUp('wang')
    await under.addOperator('sun+2', ['admin'])
    const { client: sun } = await setUp('sun')
    const { client: asSun2 } = await setUp('sun+2')
    const { code } = await asSun2.issueInvitation({ id: 'wang' })
    expect(
      await sun.command({
        ...{ id: ulid(), type: 'user.reset-second-factor', recordId: 'wang', expectedVersion: 1 },
        ...{ seenDigest: null, arguments: { reason: '换了手机' } },
      }),
    ).toMatchObject({ kind: 'applied' })
    const given = { email: 'wang@example.cn', code, password: 'another long password' }
    await expect(under.client().acceptInvitation(given)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('is not taken away by who gave out the code for the password', async () => {
    await setUp('wang')
    const { client: sun } = await setUp('sun')
    const { client: he } = await setUp('he')
    const { code } = await sun.issueInvitation({ id: 'wang' })
    await under
      .client()
      .acceptInvitation({ email: 'wang@example.cn', code, password: 'another long password' })
    const reset = () => ({
      ...{ id: ulid(), type: 'user.reset-second-factor' as const, recordId: 'wang', expectedVersion: 1 },
      ...{ seenDigest: null, arguments: { reason: '换了手机' } },
    })
    expect(await sun.command(reset())).toMatchObject({ kind: 'rejected', code: 'same-person' })
    expect(await he.command(reset())).toMatchObject({ kind: 'applied' })
  })

  it('is asked for after a new password too', async () => {
    const { secret } = await setUp('wang')
    const { client: sun } = await setUp('sun')
    const { code } = await sun.issueInvitation({ id: 'wang' })
    const password = 'another long password'
    await under.client().acceptInvitation({ email: 'wang@example.cn', code, password })
    await expect(attempt('wang', undefined, password)).rejects.toMatchObject({
      code: 'SECOND_FACTOR',
      data: { state: 'needed', secret: null, uri: null },
    })
    under.time.now += STEP
    await expect(attempt('wang', codeOf(secret), password)).resolves.toBeDefined()
  })
})
