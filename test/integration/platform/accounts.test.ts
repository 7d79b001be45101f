import { ulid } from 'ulid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addAccount, resetAccount } from '#platform/auth/accounts-by-hand.ts'
import { followGrants } from '#platform/auth/follow-grants.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'

const DAY = 86_400_000
const ELSE = 'another long password'

let under: PlatformUnderTest
let sun: ReturnType<PlatformUnderTest['client']>
beforeEach(async () => {
  under = await startPlatformUnderTest()
  for (const id of ['sun', 'he']) await under.addOperator(id, ['admin'])
  await under.addOperator('li', ['ops'])
  sun = under.client(await under.signIn('sun'))
})
afterEach(() => under.close())

const operator = async (id: string) => {
  const found = await under.platform.store.get('operator', id)
  if (found === null) throw new Error(`there is no ${id}`)
  return found
}

async function give<T extends CommandType>(type: T, recordId: string, given: CommandArguments<T>, as = sun) {
  const before = await under.platform.store.get('operator', recordId)
  return as.command({
    ...{ id: ulid(), type, recordId, expectedVersion: before?.version ?? 0 },
    ...{ seenDigest: null, arguments: given },
  })
}

const invite = (part: Partial<CommandArguments<'user.invite'>> = {}, id = ulid()) =>
  give('user.invite', id, {
    ...{ name: '周敏', email: 'Zhou@example.cn', staffNumber: 'A-17' },
    grants: [{ role: 'ops', from: '2026-11-20', until: null }],
    ...part,
  })
const held = async (email: string) => {
  const account = (await sun.accounts()).accounts.find((each) => each.email === email)
  if (account === undefined) throw new Error(`there is no ${email}`)
  return account
}
const signIn = (email: string, password: string) =>
  under.client().signIn({ email, password, device: 'laptop' })
const accept = (email: string, code: string, password = ELSE) =>
  under.client().acceptInvitation({ email, code, password })
const rejected = (code: string) => expect.objectContaining({ kind: 'rejected', code })

describe('an account', () => {
  it('is made by invitation, signs in once the code was taken up, and by no code twice', async () => {
    expect(await invite()).toMatchObject({ kind: 'applied' })
    const zhou = await held('zhou@example.cn')
    expect(zhou).toMatchObject({ state: 'invited', invitedUntil: null, staffNumber: 'A-17', sessions: [] })
    await expect(signIn('zhou@example.cn', ELSE)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })

    const { code, expiresAt } = await sun.issueInvitation({ id: zhou.id })
    expect(expiresAt).toBe(new Date(under.time.now + 7 * DAY).toISOString())
    await expect(accept('zhou@example.cn', code, 'too short')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    // As somebody types it.
    await accept('zhou@example.cn', ` ${code.toLowerCase().replaceAll('-', ' ')}`)
    expect((await signIn('zhou@example.cn', ELSE)).account).toMatchObject({ id: zhou.id, roles: ['ops'] })
    await expect(accept('zhou@example.cn', code)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    expect(await held('zhou@example.cn')).toMatchObject({
      state: 'active',
      sessions: [{ device: 'laptop', startedAt: new Date(under.time.now).toISOString() }],
    })
  })

  it('has one code at a time, for seven days, and the next ends the one before', async () => {
    const { code: first } = await sun.issueInvitation({ id: 'li' })
    const { code: second } = await sun.issueInvitation({ id: 'li' })
    await expect(accept('li@example.cn', first)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    under.time.now += 7 * DAY
    await expect(accept('li@example.cn', second)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const { code: third } = await under.client(await under.signIn('sun')).issueInvitation({ id: 'li' })
    await expect(accept('li@example.cn', third)).resolves.toEqual({ accepted: true })
  })

  it('whose password is set anew has no session left, and the old password holds no longer', async () => {
    const li = under.client(await under.signIn('li'))
    const { code } = await sun.issueInvitation({ id: 'li' })
    await li.me()
    await accept('li@example.cn', code)
    await expect(li.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(signIn('li@example.cn', PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(signIn('li@example.cn', ELSE)).resolves.toBeDefined()
  })

  it('is throttled against guesses of its code, with those of its password', async () => {
    for (let count = 0; count < 5; count += 1) {
      await expect(accept('li@example.cn', 'AAAAA-AAAAA-AAAAA-AAAAA')).rejects.toMatchObject({
        code: 'UNAUTHORIZED',
      })
    }
    await expect(accept('li@example.cn', 'AAAAA')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(signIn('li@example.cn', PASSWORD)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('shares neither address nor staff number with another, and keeps its own when it changes', async () => {
    expect(await invite({ email: 'LI@example.cn' })).toEqual(rejected('email-taken'))
    await invite()
    expect(await invite({ email: 'other@example.cn' })).toEqual(rejected('staff-number-taken'))
    const person = { name: '李明', email: 'li.ming@example.cn' }
    expect(await give('user.change', 'li', { ...person, staffNumber: 'A-17' })).toEqual(
      rejected('staff-number-taken'),
    )
    expect(await give('user.change', 'li', { ...person, staffNumber: 'A-18' })).toMatchObject({
      kind: 'applied',
    })
    expect(await give('user.change', 'li', { ...person, staffNumber: 'A-18' })).toMatchObject({
      kind: 'applied',
    })
    expect((await operator('li')).name).toBe('李明')
    await expect(signIn('li.ming@example.cn', PASSWORD)).resolves.toBeDefined()
  })

  it('is for administrators alone', async () => {
    const li = under.client(await under.signIn('li'))
    await expect(li.accounts()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(li.issueInvitation({ id: 'sun' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await give('user.deactivate', 'he', { reason: '离职' }, li)).toEqual({
      kind: 'not-allowed',
      needs: ['admin'],
    })
  })

  it('is not decided about by whom it belongs to', async () => {
    const own = [
      await give('user.set-roles', 'sun', { grants: [], reason: '不再管理' }),
      await give('user.deactivate', 'sun', { reason: '离职' }),
      await give('user.reset-second-factor', 'sun', { reason: '换手机' }),
    ]
    expect(own).toEqual([rejected('own-account'), rejected('own-account'), rejected('own-account')])
    await expect(sun.issueInvitation({ id: 'sun' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(
      await give('user.change', 'sun', { name: '孙婷', email: 'sun@example.cn', staffNumber: null }),
    ).toMatchObject({ kind: 'applied' })
  })
})

describe('an account of a person who has two', () => {
  it('is not decided about by the other', async () => {
    const second = ulid()
    const admin = [{ role: 'admin' as const, from: '2026-11-20', until: null }]
    await invite({ email: 'he+2@example.cn', staffNumber: null, grants: admin }, second)
    await accept('he+2@example.cn', (await sun.issueInvitation({ id: second })).code)
    const he2 = under.client((await signIn('he+2@example.cn', ELSE)).accessToken)
    const grants = [{ role: 'finance-approver' as const, from: '2026-11-20', until: null }]
    expect(await give('user.set-roles', 'he', { grants, reason: '自己给自己' }, he2)).toEqual(
      rejected('own-account'),
    )
    await expect(he2.issueInvitation({ id: 'he' })).rejects.toMatchObject({ code: 'CONFLICT' })
    // Nor does she make them two people's herself.
    const other = { name: 'he', email: 'someone.else@example.cn', staffNumber: null }
    expect(await give('user.change', second, other, he2)).toEqual(rejected('own-account'))
    expect(await give('user.change', 'he', other, he2)).toEqual(rejected('own-account'))
    expect(await give('user.set-roles', 'he', { grants, reason: '转岗' })).toMatchObject({ kind: 'applied' })
  })
})

describe('roles', () => {
  const day = (days: number) => new Date(under.time.now + days * DAY).toISOString().slice(0, 10)

  it('count at the next request, begin and end with their days, and colleagues see them follow', async () => {
    const li = under.client(await under.signIn('li'))
    const grants = [
      { role: 'ops' as const, from: day(0), until: day(1) },
      { role: 'support' as const, from: day(2), until: null },
    ]
    expect(await give('user.set-roles', 'li', { grants, reason: '转岗' })).toMatchObject({ kind: 'applied' })
    expect((await li.me()).roles).toEqual(['ops'])
    under.time.now += 2 * DAY
    expect((await under.client(await under.signIn('li')).me()).roles).toEqual(['support'])
    expect((await operator('li')).roles).toEqual(['ops'])
    expect(await followGrants(under.platform)).toBe(1)
    expect(await operator('li')).toMatchObject({ roles: ['support'], version: 3 })
    expect(await followGrants(under.platform)).toBe(0)
  })

  it('leave somebody who administers without an end, and has taken up her invitation', async () => {
    await invite({ grants: [{ role: 'admin', from: day(0), until: null }] })
    const he = under.client(await under.signIn('he'))
    expect(await give('user.deactivate', 'he', { reason: '离职' })).toMatchObject({ kind: 'applied' })
    await expect(he.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const { code } = await sun.issueInvitation({ id: (await held('zhou@example.cn')).id })
    await accept('zhou@example.cn', code)
    const zhou = under.client((await signIn('zhou@example.cn', ELSE)).accessToken)
    expect(await give('user.set-roles', 'sun', { grants: [], reason: '离任' }, zhou)).toMatchObject({
      kind: 'applied',
    })
    expect(await give('user.activate', 'he', { reason: '返岗' }, zhou)).toMatchObject({ kind: 'applied' })
    const until = day(30)
    const onlyFor = [{ role: 'admin' as const, from: day(0), until }]
    expect(await give('user.set-roles', 'he', { grants: onlyFor, reason: '临时' }, zhou)).toMatchObject({
      kind: 'applied',
    })
    const again = under.client(await under.signIn('he'))
    expect(await give('user.deactivate', (await operatorOf('周敏')).id, { reason: '离职' }, again)).toEqual(
      rejected('last-admin'),
    )
  })

  const operatorOf = async (name: string) => {
    const found = (await under.platform.store.ofProvider('operator', '', '')).find(
      (each) => each.name === name,
    )
    if (found === undefined) throw new Error(`there is no ${name}`)
    return found
  }

  it('do not end before they begin', async () => {
    const grants = [{ role: 'ops' as const, from: day(2), until: day(1) }]
    expect(await give('user.set-roles', 'li', { grants, reason: '转岗' })).toEqual(rejected('bad-arguments'))
  })
})

describe('what was done with an account', () => {
  it('ends sessions, and stands with its reason in the log', async () => {
    const li = under.client(await under.signIn('li'))
    expect(await give('user.sign-out-everywhere', 'li', { reason: '电脑遗失' })).toMatchObject({
      kind: 'applied',
    })
    await expect(li.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const { entries } = await sun.auditEntries({ recordId: 'li', kind: 'operator' })
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['sun', 'user.sign-out-everywhere: 电脑遗失'],
      ['platform', 'user.create'],
    ])
    expect((await sun.verifyAudit()).intact).toBe(true)
  })

  it('ends every session, however many were opened', async () => {
    const li = under.client(await under.signIn('li'))
    const startedAt = new Date(under.time.now + 60_000).toISOString()
    await under.platform.store.write(async (transaction) => {
      const [session] = await transaction.openSessions('li')
      if (session === undefined) throw new Error('none')
      for (let count = 0; count < 1000; count += 1) {
        await transaction.putSession({ ...session, id: ulid(), startedAt, refreshHash: `${count}` })
      }
    })
    await give('user.sign-out-everywhere', 'li', { reason: '电脑遗失' })
    await expect(li.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})

describe('an account made on the folder of a platform', () => {
  it('begins with an invitation, and the address is taken after it', async () => {
    const { code } = await addAccount(under.platform, {
      ...{ email: 'First@example.cn', name: '首位管理员', roles: ['admin'] },
    })
    await accept('first@example.cn', code)
    expect((await signIn('first@example.cn', ELSE)).account.roles).toEqual(['admin'])
    const again = addAccount(under.platform, { email: 'first@example.cn', name: '又一位', roles: ['ops'] })
    await expect(again).rejects.toMatchObject({ name: 'AccountByHandError' })
  })

  it('comes back by a new code, which ends its sessions', async () => {
    const { code } = await resetAccount(under.platform, 'sun@example.cn')
    await expect(sun.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(signIn('sun@example.cn', PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await accept('sun@example.cn', code)
    await expect(signIn('sun@example.cn', ELSE)).resolves.toBeDefined()
    await expect(resetAccount(under.platform, 'nobody@example.cn')).rejects.toThrow('nobody@example.cn')
  })
})
