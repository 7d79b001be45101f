import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineOptions } from '#main/engine/start-engine.ts'
import { readConfirmed } from '#main/engine/storage/cache/read-confirmed.ts'
import { readPosition } from '#main/engine/storage/cache/sync-position.ts'
import { noSteps } from '#main/engine/storage/storage-steps.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import { changeOperator } from '#platform/auth/operators.ts'
import { RECORD_KIND_NAMES } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { crashAt } from './harness/crash-at.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

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

/** Resolves when a page is told of a change and the copy has one application more than now. */
function heardOfAnother(console: TestConsole, { cache }: Workspace): Promise<void> {
  const count = cache.sql.prepare<[], number>('SELECT count(*) FROM application').pluck()
  const before = count.get() ?? 0
  return new Promise((resolve) => {
    console.engine.events.subscribe(({ kind }) => {
      if (kind === 'changed' && (count.get() ?? 0) > before) resolve()
    })
  })
}

async function expectEqualToPlatform(workspace: Workspace) {
  const certificate = await workspace.sync.verify()
  expect(certificate.kinds.filter((kind) => !kind.equal)).toEqual([])
}

describe('pull', () => {
  it('brings every record the role may see, and is live', async () => {
    const application = await platform.addApplication()
    const ann = await (await console_()).signIn('ann')

    expect(ann.sync.status()).toMatchObject({ state: 'live', snapshotProgress: null, lastError: null })
    expect(readConfirmed(ann.cache.sql, 'application', application.id)).toEqual(application)
    await expectEqualToPlatform(ann)
  })

  it('follows the feed: changes and removals', async () => {
    const changed = await platform.addApplication()
    const removed = await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    await platform.touch(changed.id, { assignee: 'mo' })
    await platform.platform.store.write((transaction) => transaction.remove('application', removed.id))
    await ann.sync.now()

    expect(readConfirmed(ann.cache.sql, 'application', changed.id)).toMatchObject({
      version: 2,
      assignee: 'mo',
    })
    expect(readConfirmed(ann.cache.sql, 'application', removed.id)).toBeNull()
    await expectEqualToPlatform(ann)
  })

  it('follows a record that takes a name which another has already', async () => {
    const one = await platform.addApplication()
    const other = await platform.addApplication({
      applicant: { ...one.applicant, name: '另一家软件有限公司' },
    })
    const ann = await (await console_()).signIn('ann')
    await platform.touch(other.id, { applicant: { ...other.applicant, name: one.applicant.name } })
    await ann.sync.now()

    expect(ann.sync.status()).toMatchObject({ state: 'live', lastError: null })
    expect(readConfirmed(ann.cache.sql, 'application', other.id)?.applicant.name).toBe(one.applicant.name)
    await expectEqualToPlatform(ann)
  })

  it('never gets what the role may not see', async () => {
    await platform.addApplication()
    const sue = await (await console_()).signIn('sue')

    expect(sue.cache.sql.prepare('SELECT count(*) AS n FROM application').get()).toEqual({ n: 0 })
    expect(readConfirmed(sue.cache.sql, 'provider', 'provider-1')?.uscc).toBeNull()
    await expectEqualToPlatform(sue)
  })

  // Two consoles for each kind and side of a crash.
  it('resumes a snapshot at the page where a crash stopped it', { timeout: 120_000 }, async () => {
    for (let count = 0; count < 3; count++) await platform.addApplication()
    // Each kind comes in one page, and ops are sent all but those of the bank.
    const kinds = RECORD_KIND_NAMES.filter((kind) => maySee(['ops'], kind)).length
    for (const when of ['before', 'after'] as const) {
      for (let page = 1; page <= kinds; page++) {
        const crash = crashAt('snapshot-page', when, page)
        const first = await console_({ onStep: crash.onStep })
        await first.signIn('ann')
        expect(crash.crashed).toBe(true)
        platform.arrived.length = 0
        const second = await first.killAndRestart({ onStep: noSteps })
        open = [second]
        await second.workspace().sync.now()

        const applied = when === 'before' ? page - 1 : page
        const asked = platform.arrived.filter((path) => path.startsWith('/v1/snapshot/'))
        expect(asked).toHaveLength(kinds - applied)
        await expectEqualToPlatform(second.workspace())
        await second.close()
        open = []
      }
    }
  })

  it('goes on after a crash at any storage step of the feed and of building indexes', async () => {
    for (const step of ['snapshot-begin', 'snapshot-indexes', 'feed-page'] as const) {
      for (const when of ['before', 'after'] as const) {
        const crash = crashAt(step, when)
        const first = await console_({ onStep: crash.onStep })
        await first.signIn('ann')
        expect(crash.crashed).toBe(true)
        await platform.addApplication()
        const second = await first.killAndRestart({ onStep: noSteps })
        await second.workspace().sync.now()
        await expectEqualToPlatform(second.workspace())
        await second.close()
        open = []
      }
    }
  })

  it('pulls when the platform says that there is more', async () => {
    const console = await console_()
    const ann = await console.signIn('ann')
    const heard = heardOfAnother(console, ann)
    const application = await platform.addApplication()
    await heard
    expect(readConfirmed(ann.cache.sql, 'application', application.id)).not.toBeNull()
  })

  it('a platform that holds the connection and says nothing is noticed within ten seconds, and asked', async () => {
    const console = await console_()
    const ann = await console.signIn('ann')
    const heard = heardOfAnother(console, ann)
    await platform.addApplication()
    await heard
    const states: string[] = []
    const asked = new Promise<void>((resolve) => {
      console.engine.events.subscribe((event) => {
        if (event.kind !== 'sync') return
        states.push(`${event.status.state} ${event.status.lastError}`)
        if (states.includes('offline timeout') && event.status.state === 'live') resolve()
      })
    })
    clock.advance(7_500)
    await asked
    expect(states[0]).toBe('offline timeout')
  })

  it('polls when the platform cannot wake it', async () => {
    platform.fault = (path) => (path.endsWith('/wake') ? 'refuse' : 'none')
    const console = await console_()
    const ann = await console.signIn('ann')
    const heard = heardOfAnother(console, ann)
    const application = await platform.addApplication()
    clock.advance(15_000)
    await heard
    expect(readConfirmed(ann.cache.sql, 'application', application.id)).not.toBeNull()
  })

  it('starts offline on what it has, and catches up by itself when the platform is back', async () => {
    const application = await platform.addApplication()
    const first = await console_()
    await first.signIn('ann')
    platform.fault = () => 'refuse'
    const second = await first.killAndRestart()
    open = [second]
    const ann = second.workspace()
    await ann.sync.now()
    expect(ann.sync.status()).toMatchObject({ state: 'offline', lastError: 'offline' })
    expect(readConfirmed(ann.cache.sql, 'application', application.id)).not.toBeNull()

    await platform.touch(application.id, { assignee: 'mo' })
    platform.fault = () => 'none'
    const live = new Promise<void>((resolve) => {
      second.engine.events.subscribe((event) => {
        if (event.kind === 'sync' && event.status.state === 'live') resolve()
      })
    })
    clock.advance(10 * 60_000)
    await live
    expect(readConfirmed(ann.cache.sql, 'application', application.id)).toMatchObject({ assignee: 'mo' })
  })

  it('empties the cache and starts over when the roles of the account changed', async () => {
    await platform.addApplication()
    const console = await console_()
    const ann = await console.signIn('ann')
    await changeOperator(platform.platform, 'ann', { roles: ['support'] })
    await ann.sync.now()

    expect(console.workspace().account.roles).toEqual(['support'])
    expect(ann.cache.sql.prepare('SELECT count(*) AS n FROM application').get()).toEqual({ n: 0 })
    expect(readConfirmed(ann.cache.sql, 'provider', 'provider-1')?.uscc).toBeNull()
    await expectEqualToPlatform(ann)
  })

  it('forgets at once what the roles may no longer see, even if the platform then falls silent', async () => {
    await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    await changeOperator(platform.platform, 'ann', { roles: ['support'] })
    platform.fault = (path) => (path === '/v1/feed' ? 'none' : 'refuse')
    await ann.sync.now()

    expect(ann.cache.sql.prepare('SELECT count(*) AS n FROM application').get()).toEqual({ n: 0 })
  })

  it('starts over when the platform has another history', async () => {
    await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    ann.cache.sql.prepare("UPDATE sync_position SET epoch = 'another'").run()
    ann.cache.sql.prepare('DELETE FROM application').run()
    await ann.sync.now()

    expect(readPosition(ann.cache.sql)).toMatchObject({ phase: 'complete' })
    await expectEqualToPlatform(ann)
  })

  it('refuses a page with a malformed row by name, and applies nothing of it', async () => {
    const spoiling: typeof fetch = async (input, init) => {
      const response = await platform.fetcher(input, init)
      if (!String(input).includes('/snapshot/provider')) return response
      const page = await response.json()
      return Response.json({
        ...page,
        rows: page.rows.map((row: unknown[]) => [row[0], 'one', ...row.slice(2)]),
      })
    }
    const console = await console_({ fetcher: spoiling })
    const ann = await console.signIn('ann')

    expect(ann.sync.status().lastError).toBe('malformed-row: provider provider-1: version is string')
    expect(ann.cache.sql.prepare('SELECT count(*) AS n FROM provider').get()).toEqual({ n: 0 })
  })

  it('names a difference to the platform, and a rebuild mends it without touching the journal', async () => {
    const application = await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue({
      type: 'application.start-review',
      recordId: application.id,
      expectedVersion: 1,
      seenDigest: null,
      arguments: {},
    })
    ann.cache.sql.prepare('DELETE FROM provider').run()

    expect((await ann.sync.verify()).equal).toBe(false)
    expect((await ann.sync.now()).lastError).toBe('digest-differs')
    expect((await ann.sync.rebuild()).lastError).toBeNull()
    await expectEqualToPlatform(ann)
    expect(ann.sync.certificates().map((certificate) => certificate.equal)).toEqual([true, false])
    expect(ann.outbox.waiting()).toHaveLength(1)
  })

  it('compares by itself, and finds one value changed in one row, of the record or of a column', async () => {
    await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    const checked = async () => {
      const before = ann.sync.certificates().length
      clock.advance(12 * 60 * 60_000)
      await vi.waitFor(() => expect(ann.sync.certificates().length).toBeGreaterThan(before))
      return ann.sync
        .certificates()[0]
        ?.kinds.filter(({ equal }) => !equal)
        .map(({ kind }) => kind)
    }
    expect(await checked()).toEqual([])
    for (const [kind, change] of [
      ['application', "UPDATE application SET body = replace(body, '云栈', '云找')"],
      ['provider', "UPDATE provider SET status = 'closed'"],
      ['operator', "UPDATE operator SET version = version + 1 WHERE id = 'ann'"],
    ] as const) {
      ann.cache.sql.exec(change)
      expect(await checked()).toEqual([kind])
      expect(ann.sync.status().lastError).toBe('digest-differs')
      await ann.sync.rebuild()
      expect(await checked()).toEqual([])
    }
  })

  it('sets a damaged cache aside when it opens, and fetches it anew', async () => {
    const application = await platform.addApplication()
    const first = await console_()
    const { folder } = await first.signIn('ann')
    const name = folder.slice(first.folder.length)
    const second = await first.killAndRestart()
    await second.engine.close()
    writeFileSync(join(second.folder, name, 'cache.db'), Buffer.alloc(8192, 7))
    const third = await second.killAndRestart()
    open = [third]
    await third.workspace().sync.now()
    expect(readConfirmed(third.workspace().cache.sql, 'application', application.id)).toEqual(application)
  })
})
