import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DecisionNotAllowed, DecisionRefused } from '#main/engine/outbox/decision-refused.ts'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { EngineOptions } from '#main/engine/start-engine.ts'
import { noSteps } from '#main/engine/storage/storage-steps.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { crashAt } from './harness/crash-at.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const UNDO_MS = 5000
let clock: ManualClock
let platform: TestPlatform
let open: TestConsole[]
let application: Application

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  application = await platform.addApplication()
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

function startReview(change: Partial<NewDecision> = {}): NewDecision {
  return {
    type: 'application.start-review',
    recordId: application.id,
    expectedVersion: 1,
    seenDigest: null,
    arguments: {},
    ...change,
  }
}
function requestChanges({ outbox }: Pick<Workspace, 'outbox'>, expectedVersion: number): NewDecision {
  const said = { reasons: ['licence'], noteToVendor: '请补充', internalNote: '' }
  const seenDigest = outbox.seenDigest('application', application.id)
  return startReview({ type: 'application.request-changes', expectedVersion, seenDigest, arguments: said })
}
const commandsSent = () => platform.arrived.filter((path) => path === '/v1/commands').length
const onPlatform = () => platform.platform.store.get('application', application.id)

describe('a decision', () => {
  it('is held for the time to undo, then sent, and gone when its effect came back', async () => {
    const ann = await (await console_()).signIn('ann')
    expect(ann.outbox.enqueue(startReview()).state).toBe('held')
    await ann.sync.now()
    expect(commandsSent()).toBe(0)

    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(await onPlatform()).toMatchObject({ status: 'in_review', version: 2 })
    expect(ann.outbox.waiting()).toEqual([])
    expect(ann.sync.status()).toMatchObject({ outboxWaiting: 0, returned: 0 })
  })

  it('can be taken back while it is held, and leaves no trace', async () => {
    const ann = await (await console_()).signIn('ann')
    const { id } = ann.outbox.enqueue(startReview())
    expect(ann.outbox.undo(id)).toBe(true)
    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(commandsSent()).toBe(0)
    expect(ann.outbox.undo(id)).toBe(false)
  })

  it('cannot be taken back once another one builds on it', async () => {
    const ann = await (await console_()).signIn('ann')
    const first = ann.outbox.enqueue(startReview())
    const second = ann.outbox.enqueue(requestChanges(ann, 2))
    expect(ann.outbox.undo(first.id)).toBe(false)
    expect(ann.outbox.undo(second.id)).toBe(true)
    expect(ann.outbox.undo(first.id)).toBe(true)
  })

  it('is laid over the confirmed row, never written into it', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    ann.outbox.enqueue(requestChanges(ann, 2))
    const columns = 'id, version, status, assignee'
    expect(ann.cache.sql.prepare(`SELECT ${columns} FROM overlay_application`).all()).toEqual([
      { id: application.id, version: 3, status: 'changes_requested', assignee: 'ann' },
    ])
    expect(ann.cache.sql.prepare(`SELECT ${columns} FROM application`).all()).toEqual([
      { id: application.id, version: 1, status: 'submitted', assignee: null },
    ])
    expect(ann.outbox.pendingFor('application').get(application.id)).toHaveLength(2)
    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(ann.cache.sql.prepare('SELECT * FROM overlay_application').all()).toEqual([])
  })

  it('reaches the platform in the order of deciding', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    ann.outbox.enqueue(requestChanges(ann, 2))
    clock.advance(UNDO_MS)
    await ann.sync.now()
    const actions = (await onPlatform())?.history.map((entry) => entry.action)
    expect(actions).toEqual(['application.start-review', 'application.request-changes'])
  })

  it('is refused here already where role, state, version or arguments do not fit', async () => {
    const ann = await (await console_()).signIn('ann')
    const enqueue = (change: Partial<NewDecision>) => () => ann.outbox.enqueue(startReview(change))
    const refused = (code: string) => expect.objectContaining({ name: DecisionRefused.name, code })

    expect(enqueue({ expectedVersion: 2 })).toThrow(refused('stale'))
    expect(enqueue({ type: 'application.open' })).toThrow(refused('wrong-state'))
    expect(enqueue({ type: 'application.reject' })).toThrow(refused('bad-arguments'))
    expect(enqueue({ recordId: '01KA0000000000000000000000' })).toThrow(refused('unknown-record'))
    const reason = 'agreed with the vendor'
    expect(enqueue({ type: 'listing.override-finding', arguments: { ruleId: 'x', reason } })).toThrow(
      DecisionNotAllowed,
    )
    expect(ann.outbox.waiting()).toEqual([])
  })
})

describe('offline', () => {
  it('decisions survive kill -9 and arrive exactly once', async () => {
    const first = await console_()
    await first.signIn('ann')
    platform.fault = () => 'refuse'
    first.workspace().outbox.enqueue(startReview())
    first.workspace().outbox.enqueue(requestChanges(first.workspace(), 2))
    const second = await first.killAndRestart()
    open = [second]
    clock.advance(UNDO_MS)
    await second.workspace().sync.now()
    expect(
      second
        .workspace()
        .outbox.waiting()
        .map((row) => row.state),
    ).toEqual(['queued', 'held'])

    platform.fault = () => 'none'
    await second.workspace().sync.now()
    expect((await onPlatform())?.history).toHaveLength(2)
    expect(second.workspace().outbox.waiting()).toEqual([])
  })

  it('a lost reply makes no second effect', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    platform.fault = (path) => (path === '/v1/commands' ? 'lose-reply' : 'none')
    clock.advance(UNDO_MS)
    await ann.sync.now()
    await ann.sync.now()
    expect(commandsSent()).toBeGreaterThan(1)
    platform.fault = () => 'none'
    await ann.sync.now()
    expect((await onPlatform())?.history).toHaveLength(1)
    expect(ann.outbox.waiting()).toEqual([])
  })

  it('a crash at any step of the outbox loses nothing and doubles nothing', async () => {
    for (const step of ['outbox-store', 'outbox-send', 'outbox-outcome', 'outbox-settle'] as const) {
      application = await platform.addApplication()
      const crash = crashAt(step, 'after')
      const first = await console_({
        onStep: (name, at) => name.startsWith('outbox') && crash.onStep(name, at),
      })
      const ann = await first.signIn('ann')
      try {
        ann.outbox.enqueue(startReview())
      } catch {
        expect(step).toBe('outbox-store')
      }
      clock.advance(UNDO_MS)
      await ann.sync.now()
      expect(crash.crashed).toBe(true)
      const second = await first.killAndRestart({ onStep: noSteps })
      open = []
      await second.workspace().sync.now()
      expect((await onPlatform())?.history).toHaveLength(1)
      expect(second.workspace().outbox.waiting()).toEqual([])
      await second.close()
    }
  })
})

describe('a decision comes back', () => {
  it('with the current record where the case changed meanwhile, and stays until a person discards it', async () => {
    const ann = await (await console_()).signIn('ann')
    platform.fault = () => 'refuse'
    const { id } = ann.outbox.enqueue(startReview())
    const moved = await platform.touch(application.id, { assignee: 'mo' })
    platform.fault = () => 'none'
    clock.advance(UNDO_MS)
    await ann.sync.now()

    const [returned] = ann.outbox.returned()
    expect(returned).toMatchObject({ id, state: 'returned' })
    expect(JSON.parse(returned?.seen ?? '')).toEqual(application)
    expect(JSON.parse(returned?.lastOutcome ?? '')).toEqual({
      kind: 'conflict',
      currentVersion: 2,
      current: moved,
    })
    expect(ann.cache.sql.prepare('SELECT * FROM overlay_application').all()).toEqual([])
    expect(ann.sync.status()).toMatchObject({ outboxWaiting: 0, returned: 1 })
    expect(ann.outbox.discard(id)).toBe(true)
    expect(ann.outbox.returned()).toEqual([])
  })

  it('and leaves the inbox in the moment another is given in its place, about the same record only', async () => {
    const other = await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    const { id } = ann.outbox.enqueue(startReview())
    await platform.touch(application.id, { assignee: 'mo' })
    clock.advance(UNDO_MS)
    await ann.sync.now()

    ann.outbox.enqueue(startReview({ recordId: other.id, replaces: id }))
    expect(ann.outbox.returned().map((row) => row.id)).toEqual([id])
    ann.outbox.enqueue(startReview({ expectedVersion: 2, replaces: id }))
    expect(ann.outbox.returned()).toEqual([])
  })

  it('together with those that were taken on top of it, which are never sent', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    ann.outbox.enqueue(requestChanges(ann, 2))
    await platform.touch(application.id, { assignee: 'mo' })
    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(commandsSent()).toBe(1)
    expect(ann.outbox.returned().map((row) => row.lastError)).toEqual([null, 'earlier-returned'])
  })

  it('alone: a stuck record does not keep others from being sent', async () => {
    const other = await platform.addApplication()
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    ann.outbox.enqueue(startReview({ recordId: other.id }))
    await platform.touch(application.id, { assignee: 'mo' })
    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(await platform.platform.store.get('application', other.id)).toMatchObject({ status: 'in_review' })
  })
})

describe('clocks', () => {
  it('set back by a day do not hold a decision for a day', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    clock.jump(-24 * 60 * 60_000)
    await ann.sync.now()
    expect(await onPlatform()).toMatchObject({ status: 'in_review' })
  })
})

describe('a platform restored from a backup', () => {
  it('is given again what it had acknowledged and lost', async () => {
    const ann = await (await console_()).signIn('ann')
    ann.outbox.enqueue(startReview())
    platform.fault = (path) => (path === '/v1/feed' ? 'refuse' : 'none')
    clock.advance(UNDO_MS)
    await ann.sync.now()
    expect(ann.outbox.waiting().map((row) => row.state)).toEqual(['acknowledged'])
    platform.fault = () => 'none'
    ann.cache.sql.prepare("UPDATE sync_position SET epoch = 'before the restore'").run()
    await ann.sync.now()
    await ann.sync.now()
    expect(ann.outbox.waiting()).toEqual([])
    expect((await onPlatform())?.history).toHaveLength(1)
  })
})
