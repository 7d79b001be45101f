import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readConfirmed } from '#main/engine/storage/cache/read-confirmed.ts'
import { readPosition } from '#main/engine/storage/cache/sync-position.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import { changeOperator } from '#platform/auth/operators.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const UNDO_MS = 5000
let clock: ManualClock
let platform: TestPlatform
let ann: TestConsole
let application: Application

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  application = await platform.addApplication()
  ann = await startTestConsole(platform, clock)
  await ann.signIn('ann')
})
afterEach(async () => {
  await ann.close()
  await platform.close()
})

/** Ann takes a case up; her decision is applied and has come back to her. */
async function startReview(): Promise<Workspace> {
  const workspace = ann.workspace()
  workspace.outbox.enqueue({
    type: 'application.start-review',
    recordId: application.id,
    expectedVersion: 1,
    seenDigest: null,
    arguments: {},
  })
  clock.advance(UNDO_MS)
  await workspace.sync.now()
  await workspace.sync.now()
  expect(workspace.outbox.waiting()).toEqual([])
  return workspace
}
const shown = (workspace: Workspace) => readConfirmed(workspace.cache.sql, 'application', application.id)

it('a console behind the new head shows no record of a history that was put back', async () => {
  const backup = await platform.backUp()
  const workspace = await startReview()
  const before = readPosition(workspace.cache.sql)?.position ?? 0
  await platform.copyBack(backup)
  // Others work on until the feed is past where this console was: the same versions, another content.
  await platform.touch(application.id, { assignee: 'mo' })
  await platform.addApplication({ applicant: { ...application.applicant, name: '另一家' } })
  expect((await platform.platform.store.head()).position).toBeGreaterThanOrEqual(before)

  await workspace.sync.now()
  expect(shown(workspace)).toEqual(await platform.platform.store.get('application', application.id))
  expect(shown(workspace)).toMatchObject({ status: 'submitted', assignee: 'mo' })
  expect((await workspace.sync.verify()).equal).toBe(true)
})

it('a decision acknowledged in the lost history comes back to the person who took it, by name', async () => {
  const backup = await platform.backUp()
  const workspace = await startReview()
  await platform.copyBack(backup)
  await platform.touch(application.id, { assignee: 'mo' })
  await workspace.sync.now()

  const returned = workspace.outbox.returned()
  expect(returned.map(({ type, recordId, lastError }) => ({ type, recordId, lastError }))).toEqual([
    { type: 'application.start-review', recordId: application.id, lastError: 'lost-by-platform' },
  ])
  await workspace.sync.now()
  expect(workspace.outbox.returned()).toHaveLength(1)
})

it('a lost decision comes back also where the roles are others since', async () => {
  const backup = await platform.backUp()
  const workspace = await startReview()
  await platform.copyBack(backup)
  await platform.touch(application.id, { assignee: 'mo' })
  await changeOperator(platform.platform, 'ann', { roles: ['ops', 'ops-manager'] })
  await workspace.sync.now()
  expect(workspace.outbox.returned()).toMatchObject([{ lastError: 'lost-by-platform' }])
  expect(workspace.account.roles).toEqual(['ops', 'ops-manager'])
})

it('a lost decision comes back also where the copy was made anew before anybody knew', async () => {
  const backup = await platform.backUp()
  const workspace = await startReview()
  await platform.copyBack(backup)
  await platform.touch(application.id, { assignee: 'mo' })
  await workspace.sync.rebuild()
  expect(workspace.outbox.returned()).toMatchObject([{ lastError: 'lost-by-platform' }])
})

it('a decision that the backup has stays confirmed, and nobody is asked', async () => {
  const workspace = await startReview()
  const backup = await platform.backUp()
  await platform.touch(application.id, { assignee: 'mo' })
  await workspace.sync.now()
  await platform.copyBack(backup)
  await platform.touch(application.id, { assignee: 'li' })
  await workspace.sync.now()
  expect(workspace.outbox.returned()).toEqual([])
  expect(shown(workspace)).toMatchObject({ status: 'in_review', assignee: 'li' })
})

it('a lost decision comes back also where the program was killed before it had asked', async () => {
  const backup = await platform.backUp()
  await startReview()
  await platform.copyBack(backup)
  await platform.touch(application.id, { assignee: 'mo' })
  platform.fault = (path) => (path === '/v1/commands/known' ? 'refuse' : 'none')
  await ann.workspace().sync.now()
  expect(ann.workspace().outbox.returned()).toEqual([])
  platform.fault = () => 'none'
  ann = await ann.killAndRestart()
  await ann.workspace().sync.now()
  expect(ann.workspace().outbox.returned()).toHaveLength(1)
})

it('after a restore everybody signs in again, and every console starts over', async () => {
  const backup = await platform.backUp()
  await platform.restore(backup)
  await ann.workspace().sync.now()
  await vi.waitFor(() => expect(ann.engine.session.account()).toBeNull())
  const workspace = await ann.signIn('ann')
  expect((await workspace.sync.verify()).equal).toBe(true)
})
