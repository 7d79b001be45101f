import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngineOptions } from '#main/engine/start-engine.ts'
import { noSteps } from '#main/engine/storage/storage-steps.ts'
import { writeInvitation } from '#platform/auth/invitations.ts'
import { changeOperator } from '#platform/auth/operators.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import { crashAt } from './harness/crash-at.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const DAY_MS = 24 * 60 * 60_000
let clock: ManualClock
let platform: TestPlatform
let open: TestConsole[]

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  open = []
})
afterEach(async () => {
  for (const console of open) await console.close()
  await platform.close()
})

async function console_(more: Partial<EngineOptions> = {}) {
  const started = await startTestConsole(platform, clock, more)
  open.push(started)
  return started
}
const refreshes = () => platform.arrived.filter((path) => path === '/v1/refresh').length

describe('a session', () => {
  it('is not opened with a wrong password', async () => {
    const { engine } = await console_()
    await expect(engine.session.signIn(emailOf('ann'), 'wrong')).rejects.toMatchObject({
      kind: 'unauthorized',
    })
    expect(engine.workspace()).toBeNull()
  })

  it('asks the platform no more once the program closes, so that nothing keeps it running', async () => {
    const asked: string[] = []
    const hanging: typeof fetch = async (url, init) => {
      asked.push(String(url))
      await new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error('closed'))),
      )
      throw new Error('closed')
    }
    const { engine } = await console_({ fetcher: hanging })
    await engine.close()
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    clock.advance(DAY_MS)
    expect(asked).toHaveLength(1)
  })

  it('outlives the program', async () => {
    const first = await console_()
    await first.signIn('ann')
    const second = await first.killAndRestart()
    open = [second]
    expect(second.workspace().account.id).toBe('ann')
  })

  it('tells the next person whose decisions lie on the computer undelivered, and how many', async () => {
    const application = await platform.addApplication()
    const console = await console_()
    const ann = await console.signIn('ann')
    platform.fault = () => 'refuse'
    ann.outbox.enqueue({
      ...{ type: 'application.start-review', recordId: application.id, expectedVersion: 1 },
      ...{ seenDigest: null, arguments: {} },
    })
    expect(await ann.othersWaiting()).toEqual([])
    await console.engine.session.signOut()
    platform.fault = () => 'none'
    const mo = await console.signIn('mo')
    expect(await mo.othersWaiting()).toEqual([{ name: 'ann', waiting: 1, returned: 0 }])
    await console.engine.session.signOut()
    // She comes back, and it is delivered.
    const again = await console.signIn('ann')
    clock.advance(10_000)
    await again.sync.now()
    await console.engine.session.signOut()
    expect(await (await console.signIn('mo')).othersWaiting()).toEqual([])
  })

  it('is opened again while the platform does not answer, and ends once it does', async () => {
    const application = await platform.addApplication()
    const console = await console_()
    await console.signIn('ann')
    await console.engine.session.signOut()
    platform.fault = () => 'refuse'
    const { session } = console.engine
    await expect(session.signIn(emailOf('ann'), 'wrong')).rejects.toMatchObject({ kind: 'unauthorized' })
    await expect(session.signIn(emailOf('mo'), PASSWORD)).rejects.toMatchObject({ kind: 'offline' })
    await session.signIn(emailOf('ann'), PASSWORD)
    const ann = console.workspace()
    expect(ann.account).toMatchObject({ id: 'ann', roles: ['ops'] })
    ann.outbox.enqueue({
      ...{ type: 'application.start-review', recordId: application.id, expectedVersion: 1 },
      ...{ seenDigest: null, arguments: {} },
    })
    expect((await ann.sync.now()).state).toBe('offline')
    expect(session.account()).not.toBeNull()

    platform.fault = () => 'none'
    const ended = new Promise<void>((resolve) => {
      console.engine.events.subscribe((event) => event.kind === 'session' && resolve())
    })
    await ann.sync.now()
    await ended
    expect(session.account()).toBeNull()
    const again = await console.signIn('ann')
    clock.advance(10_000)
    await again.sync.now()
    expect(await platform.platform.store.get('application', application.id)).toMatchObject({ version: 2 })
  })

  it('is not opened without the platform after more days than it allows, or five wrong passwords', async () => {
    const { engine, signIn } = await console_()
    await signIn('ann')
    await engine.session.signOut()
    platform.fault = () => 'refuse'
    clock.jump(8 * DAY_MS)
    await expect(engine.session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ days: 7 })
    platform.fault = () => 'none'
    await signIn('ann')
    await engine.session.signOut()
    platform.fault = () => 'refuse'
    for (let count = 0; count < 5; count += 1) {
      await expect(engine.session.signIn(emailOf('ann'), 'wrong')).rejects.toMatchObject({
        kind: 'unauthorized',
      })
    }
    await expect(engine.session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('is not opened without the platform once that has ended it, or by a password that is another now', async () => {
    const console = await console_()
    const { session } = console.engine
    const ann = await console.signIn('ann')
    await changeOperator(platform.platform, 'ann', { active: false })
    const ended = new Promise<void>((resolve) => {
      console.engine.events.subscribe((event) => event.kind === 'session' && resolve())
    })
    await ann.sync.now()
    await ended
    platform.fault = () => 'refuse'
    await expect(session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ kind: 'offline' })

    platform.fault = () => 'none'
    await console.signIn('mo')
    await session.signOut()
    const mo = await platform.platform.store.account('mo')
    if (mo === null) throw new Error('there is no mo')
    const { code } = await platform.platform.store.write((transaction) =>
      writeInvitation(platform.platform, transaction, mo, 'sun'),
    )
    await session.acceptInvitation({ email: emailOf('mo'), code, password: 'another long password' })
    platform.fault = () => 'refuse'
    await expect(session.signIn(emailOf('mo'), PASSWORD)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('is opened without the platform by the password that was changed here, and no more by the one before', async () => {
    const console = await console_()
    const { session } = console.engine
    const ann = await console.signIn('ann')
    const next = 'another long password'
    expect(await ann.accountsKept.changePassword({ current: 'wrong', next })).toBe(false)
    expect(await ann.accountsKept.changePassword({ current: PASSWORD, next })).toBe(true)
    await session.passwordChanged(PASSWORD, next)
    expect((await ann.sync.now()).state).toBe('live')
    await session.signOut()
    platform.fault = () => 'refuse'
    await expect(session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ kind: 'unauthorized' })
    await session.signIn(emailOf('ann'), next)
    expect(session.account()?.id).toBe('ann')
  })

  it('is opened without the platform with the roles that the platform told last', async () => {
    const console = await console_()
    const { session } = console.engine
    const ann = await console.signIn('ann')
    await changeOperator(platform.platform, 'ann', { roles: ['support'] })
    await ann.sync.now()
    await session.signOut()
    platform.fault = () => 'refuse'
    await session.signIn(emailOf('ann'), PASSWORD)
    expect(session.account()).toMatchObject({ roles: ['support'] })
  })

  it('that was too long ago stays so where the clock is put back, and guesses are counted that come at once', async () => {
    const { engine, signIn } = await console_()
    await signIn('ann')
    await engine.session.signOut()
    platform.fault = () => 'refuse'
    clock.jump(8 * DAY_MS)
    await expect(engine.session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ days: 7 })
    clock.jump(-2 * DAY_MS)
    await expect(engine.session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ days: 7 })

    platform.fault = () => 'none'
    await signIn('ann')
    await engine.session.signOut()
    platform.fault = () => 'refuse'
    const guesses = Array.from({ length: 5 }, () => engine.session.signIn(emailOf('ann'), 'wrong'))
    await Promise.allSettled(guesses)
    await expect(engine.session.signIn(emailOf('ann'), PASSWORD)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('refreshes its tokens once for everything that waits for them', async () => {
    const ann = await (await console_()).signIn('ann')
    clock.jump(60 * 60_000)
    await Promise.all([ann.sync.now(), ann.sync.verify(), ann.sync.now()])
    expect(refreshes()).toBe(1)
    expect(ann.sync.status().state).toBe('live')
  })

  it('survives a lost reply to its refresh', async () => {
    const ann = await (await console_()).signIn('ann')
    clock.jump(60 * 60_000)
    let lost = false
    platform.fault = (path) => {
      if (path !== '/v1/refresh' || lost) return 'none'
      lost = true
      return 'lose-reply'
    }
    expect((await ann.sync.now()).state).toBe('live')
    expect(refreshes()).toBe(2)
  })

  it('survives a crash between the new tokens and their being stored', async () => {
    for (const when of ['before', 'after'] as const) {
      // Sign-in stores once; the refresh is the second time.
      const crash = crashAt('session-store', when, 2)
      const first = await console_({
        onStep: (name, at) => name === 'session-store' && crash.onStep(name, at),
      })
      const ann = await first.signIn('ann')
      clock.jump(60 * 60_000)
      await ann.sync.now()
      expect(crash.crashed).toBe(true)
      const second = await first.killAndRestart({ onStep: noSteps })
      open = []
      expect((await second.workspace().sync.now()).state).toBe('live')
      await second.close()
    }
  })

  it('ends here when the platform ended it, and what was decided waits for the same account', async () => {
    const application = await platform.addApplication()
    const console = await console_()
    const ann = await console.signIn('ann')
    ann.outbox.enqueue({
      type: 'application.start-review',
      recordId: application.id,
      expectedVersion: 1,
      seenDigest: null,
      arguments: {},
    })
    await changeOperator(platform.platform, 'ann', { active: false })
    const ended = new Promise<void>((resolve) => {
      console.engine.events.subscribe((event) => event.kind === 'session' && resolve())
    })
    clock.jump(DAY_MS)
    await ann.sync.now()
    await ended
    expect(console.engine.workspace()).toBeNull()

    const mo = await console.signIn('mo')
    await mo.sync.now()
    expect(mo.outbox.waiting()).toEqual([])
    expect(await platform.platform.store.get('application', application.id)).toMatchObject({ version: 1 })

    await changeOperator(platform.platform, 'ann', { active: true })
    await console.engine.session.signOut()
    await (await console.signIn('ann')).sync.now()
    const [entry] = (await platform.platform.store.get('application', application.id))?.history ?? []
    expect(entry?.actor).toBe('ann')
  })

  it('gives each account a folder of its own', async () => {
    const console = await console_()
    const ann = await console.signIn('ann')
    const mo = await console.signIn('mo')
    expect(mo.folder).not.toBe(ann.folder)
    expect(console.workspace().account.id).toBe('mo')
  })

  it('leaves nothing on disk that others can read', async () => {
    const console = await console_()
    const { folder } = await console.signIn('ann')
    console.workspace().cache.sql.pragma('wal_checkpoint(TRUNCATE)')
    const header = readFileSync(join(folder, 'cache.db')).subarray(0, 16).toString('latin1')
    expect(header).not.toContain('SQLite format 3')
    expect(readFileSync(join(folder, 'cache.db')).includes('北京云栈科技有限公司')).toBe(false)
    const keys = join(console.folder, 'keys')
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o077).toBe(0)
    expect(statSync(console.folder).mode & 0o077).toBe(0)
  })

  it('is closed by signing out, here even when the platform does not answer', async () => {
    const console = await console_()
    await console.signIn('ann')
    platform.fault = () => 'refuse'
    await console.engine.session.signOut()
    expect(console.engine.workspace()).toBeNull()
    const second = await console.killAndRestart()
    open = [second]
    expect(second.engine.workspace()).toBeNull()
  })

  it('of too old a console stops asking and says so', async () => {
    const tooOld: typeof fetch = async (input, init) =>
      String(input).includes('/v1/feed') ? new Response(null, { status: 426 }) : platform.fetcher(input, init)
    const ann = await (await console_({ fetcher: tooOld })).signIn('ann')
    expect(ann.sync.status().state).toBe('client-too-old')
  })

  it('with a platform older than the console asks for nothing and says which of the two to update', async () => {
    let protocol = PROTOCOL_VERSION - 1
    const older: typeof fetch = async (input, init) => {
      const response = await platform.fetcher(input, init)
      return String(input).endsWith('/v1/about')
        ? Response.json({ ...((await response.json()) as object), protocol })
        : response
    }
    const ann = await (await console_({ fetcher: older })).signIn('ann')
    expect(ann.sync.status()).toMatchObject({ state: 'platform-too-old', position: null })
    expect(platform.arrived.filter((path) => /snapshot|feed$|commands/.test(path))).toEqual([])
    protocol = PROTOCOL_VERSION
    await ann.sync.now()
    expect(ann.sync.status().state).toBe('live')
  })
})

it('sign-in is refused for an unknown account', async () => {
  const { engine } = await console_()
  await expect(engine.session.signIn('nobody@example.cn', PASSWORD)).rejects.toMatchObject({
    kind: 'unauthorized',
  })
})
