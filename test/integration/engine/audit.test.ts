import { afterEach, beforeEach, expect, it } from 'vitest'
import { AuditChecks } from '#main/engine/audit/audit-checks.ts'
import { listAudit, readAudit } from '#main/engine/queries/audit.ts'
import { exportReveals, exportRoles, listReveals, listRoles } from '#main/engine/queries/audit-reports.ts'
import { openQueryContext, type QueryContext } from '#main/engine/queries/query-context.ts'
import { audit } from '#platform/audit/audit-log.ts'
import { createOperator } from '#platform/auth/operators.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { AuditCheck, AuditPageFilter } from '#shared/contracts/console-engine/audit.ts'
import { sampleApplication, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const EVERYTHING: AuditPageFilter = { actor: null, kind: null, recordId: null, from: null, to: null }
const application = sampleApplication({ status: 'submitted' })
const UNDO_MS = 5000
let clock: ManualClock
let platform: TestPlatform
let here: TestConsole
let checks: AuditChecks

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  for (const [id, role] of [
    ['zoe', 'auditor'],
    ['oli', 'ops'],
  ] as const) {
    const person = { id, name: id, email: emailOf(id), password: PASSWORD }
    await createOperator(platform.platform, { ...person, roles: [role] })
  }
  await platform.platform.store.write((tx) => tx.put('application', application))
  here = await startTestConsole(platform, clock)
  checks = new AuditChecks(clock)
})
afterEach(async () => {
  await here.close()
  await platform.close()
})

function desk(): QueryContext {
  const opened = openQueryContext(here.engine)
  if (opened === null) throw new Error('somebody is signed in')
  return opened
}

async function reviewStarted(): Promise<void> {
  const { outbox, sync } = await here.signIn('oli')
  outbox.enqueue({
    ...{ type: 'application.start-review', recordId: application.id, arguments: {} },
    ...{ expectedVersion: application.version, seenDigest: outbox.seenDigest('application', application.id) },
  })
  clock.advance(UNDO_MS)
  await sync.now()
  await here.engine.session.signOut()
}

async function ended(begun: AuditCheck): Promise<AuditCheck> {
  let state = begun
  while (state.state === 'running') {
    await new Promise((done) => setImmediate(done))
    state = checks.state()
  }
  return state
}

it('an entry tells by whom, about what, and field by field what it changed', async () => {
  await reviewStarted()
  await here.signIn('zoe')
  const filter = { ...EVERYTHING, kind: 'application' as const, recordId: application.id }
  const { rows, total } = await listAudit(desk(), { filter, below: null })
  expect({ total, names: rows.map(({ byName }) => byName) }).toEqual({ total: 1, names: ['oli'] })
  const detail = await readAudit(desk(), rows[0]?.sequence ?? 0)
  expect(detail).toMatchObject({
    shown: 'changes',
    row: { record: { kind: 'application', id: application.id } },
  })
  const said = detail.changes.map(({ label }) => label.en)
  expect(said).toEqual(['State', 'Assignee', 'New entry'])
})

it('days are those of Beijing, both inclusive', async () => {
  await here.signIn('zoe')
  const { rows: all } = await listAudit(desk(), { filter: EVERYTHING, below: null })
  const { today } = desk()
  const on = (from: string, to: string) =>
    listAudit(desk(), { filter: { ...EVERYTHING, from, to }, below: null }).then(({ total }) => total)
  expect(await on(today, today)).toBe(all.length)
  expect(await on('2000-01-01', '2000-01-01')).toBe(0)
})

it('the chain is recomputed on this computer, and a document’s entry is held against it', async () => {
  await here.signIn('zoe')
  const whole = await ended(await checks.begin(desk(), null))
  expect(whole).toMatchObject({ state: 'done', verdict: { intact: true, fault: null } })
  const { sequence } = await here.workspace().auditLog.auditHead()
  const noted = { sequence, hash: '0'.repeat(64) }
  expect(await ended(await checks.begin(desk(), noted))).toMatchObject({
    ...{ state: 'done', verdict: { intact: false, fault: { sequence, kind: 'altered' } } },
  })
})

it('what was begun can be given up, and a new one begun', async () => {
  await here.signIn('zoe')
  expect(await checks.begin(desk(), null)).toMatchObject({ state: 'running', done: 0 })
  expect(checks.stop()).toEqual({ state: 'none' })
  expect(await ended(await checks.begin(desk(), null))).toMatchObject({ state: 'done' })
  checks.forget()
  expect(checks.state()).toEqual({ state: 'none' })
})

it('without the platform there is no log, and whoever may not read it is refused', async () => {
  await here.signIn('oli')
  await expect(listAudit(desk(), { filter: EVERYTHING, below: null })).rejects.toMatchObject({
    kind: 'refused',
  })
})

it('tells who was shown personal data, of what and why, narrowed by person and day, and gives it as a file', async () => {
  const provider = sampleProvider({ id: 'provider-shown' })
  await platform.platform.store.write((tx) => tx.put('provider', provider))
  const support = await here.signIn('sue')
  await support.sync.now()
  await support.reveal({ kind: 'provider', id: provider.id, reason: '核对来电人身份' })
  const auditor = await here.signIn('zoe')
  await auditor.sync.now()
  const everybody = { actor: null, from: null, to: null }
  const { rows, total } = await listReveals(desk(), { filter: everybody, below: null })
  expect(total).toBe(1)
  expect(rows).toMatchObject([
    { reason: '核对来电人身份', record: { kind: 'provider', title: provider.name } },
  ])
  const none = { filter: { ...everybody, actor: 'oli' }, below: null }
  expect((await listReveals(desk(), none)).rows).toEqual([])
  const before = { filter: { ...everybody, to: '2000-01-01' }, below: null }
  expect((await listReveals(desk(), before)).rows).toEqual([])
  const file = await exportReveals(desk(), { filter: everybody, language: 'zh', format: 'csv' })
  expect(file).toMatchObject({ rows: 1, complete: true })
  expect(Buffer.from(file.base64, 'base64').toString()).toContain('核对来电人身份')
})

it('tells who held which roles on a day as they were then, and which of them check each other', async () => {
  const { store } = platform.platform
  const today = shanghaiDate(new Date(clock.now()).toISOString())
  const tomorrow = addDays(today, 1)
  await here.signIn('zoe')
  const held = new Map((await listRoles(desk(), today)).map(({ id, roles }) => [id, roles]))
  expect([held.get('oli'), held.get('zoe')]).toEqual([['ops'], ['auditor']])
  expect((await listRoles(desk(), addDays(today, -1))).map(({ roles }) => roles)).toEqual([])
  clock.advance(24 * 3_600_000)
  const grants = (['ops', 'ops-manager'] as const).map((role) => ({ role, from: tomorrow, until: tomorrow }))
  await store.write(async (transaction) => {
    const before = await transaction.get('operator', 'oli')
    if (before === null) throw new Error('oli is there')
    const at = new Date(clock.now()).toISOString()
    const after = { ...before, version: before.version + 1, grants, roles: grants.map(({ role }) => role) }
    await transaction.put('operator', after)
    await audit(transaction, {
      ...{ at, actor: 'platform', action: 'user.set-roles', recordKind: 'operator', recordId: 'oli' },
      ...{ before, after },
    })
  })
  const on = async (day: string) => (await listRoles(desk(), day)).find(({ id }) => id === 'oli')
  expect(await on(today)).toMatchObject({ roles: ['ops'], conflicts: [], changed: false })
  expect(await on(tomorrow)).toMatchObject({
    ...{ roles: ['ops', 'ops-manager'], conflicts: [['ops', 'ops-manager']], changed: true },
  })
  expect(await on(addDays(tomorrow, 1))).toMatchObject({ roles: [], conflicts: [] })
  const file = await exportRoles(desk(), { day: tomorrow, language: 'zh', format: 'csv' })
  expect(Buffer.from(file.base64, 'base64').toString()).toContain('运营')
})
