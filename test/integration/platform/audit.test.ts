import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, sampleApplication } from './sample-records.ts'

let under: PlatformUnderTest
beforeEach(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops'])
  await under.addOperator('zhao', ['auditor'])
})
afterEach(() => under.close())

async function decideSomething() {
  const application = sampleApplication({ status: 'submitted' })
  await under.platform.store.write((tx) => tx.put('application', application))
  const ops = under.client(await under.signIn('li'))
  const id = newUlid()
  await ops.command({
    id,
    type: 'application.start-review',
    recordId: application.id,
    expectedVersion: 1,
    seenDigest: null,
    arguments: {},
  })
  return { commandId: id, recordId: application.id }
}

it('a decision and a sign-in leave a link each, and the chain verifies', async () => {
  const { commandId, recordId } = await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const { entries, head } = await auditor.audit({})
  expect(entries.map(({ action }) => action)).toEqual([
    'user.create',
    'user.create',
    'session.sign-in',
    'application.start-review',
    'session.sign-in',
  ])
  expect(entries[3]).toMatchObject({ actor: 'li', recordKind: 'application', recordId, commandId })
  expect(await auditor.verifyAudit()).toEqual({ intact: true, entries: 5, head, fault: null })
  expect((await auditor.audit({ after: 3 })).entries.map(({ sequence }) => sequence)).toEqual([4, 5])
})

it('an entry that was changed, and one that was taken out, are found', async () => {
  await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  const body = String(database.prepare('SELECT body FROM audit WHERE sequence = 4').pluck().get())
  database.prepare('UPDATE audit SET body = ? WHERE sequence = 4').run(body.replace('"li"', '"zhao"'))
  expect(await auditor.verifyAudit()).toMatchObject({
    intact: false,
    fault: { sequence: 4, kind: 'altered' },
  })
  database.prepare('UPDATE audit SET body = ? WHERE sequence = 4').run(body)
  database.prepare('DELETE FROM audit WHERE sequence = 2').run()
  database.close()
  expect(await auditor.verifyAudit()).toMatchObject({
    intact: false,
    fault: { sequence: 2, kind: 'removed' },
  })
})

it('an entry that was made unreadable is named as well', async () => {
  await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  database.prepare(`UPDATE audit SET body = json_remove(body, '$.actor') WHERE sequence = 4`).run()
  database.close()
  expect(await auditor.verifyAudit()).toMatchObject({
    ...{ intact: false, entries: 3, fault: { sequence: 4, kind: 'altered' } },
  })
})

it('only auditors and administrators read it', async () => {
  const ops = under.client(await under.signIn('li'))
  await expect(ops.audit({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(ops.verifyAudit()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('its newest entry is told to those whose documents state it, and to no others', async () => {
  await under.addOperator('liu', ['finance'])
  await decideSomething()
  const finance = under.client(await under.signIn('liu'))
  const auditor = under.client(await under.signIn('zhao'))
  const stated = await finance.auditHead()
  const { entries, head } = await auditor.audit({})
  expect(stated).toEqual({ sequence: entries.length, hash: head })
  await decideSomething()
  const later = await auditor.audit({ limit: 500 })
  // What a document stated is still where it was.
  expect(later.entries[stated.sequence - 1]?.hash).toBe(stated.hash)
  const ops = under.client(await under.signIn('li'))
  await expect(ops.auditHead()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('an entry shows what its record was before and after', async () => {
  const { recordId } = await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const { entries, total } = await auditor.auditEntries({ kind: 'application', recordId })
  expect(total).toBe(1)
  const change = await auditor.auditChange({ sequence: entries[0]?.sequence ?? 0 })
  expect(change).toMatchObject({
    before: { id: recordId, status: 'submitted', version: 1 },
    after: { id: recordId, status: 'in_review', version: 2 },
    isWithheld: false,
  })
  await expect(auditor.auditChange({ sequence: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('a side of a change that was altered is found by the entry that states it', async () => {
  await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  const altered = database
    .prepare(
      `UPDATE audit_sides SET body = replace(body, '"in_review"', '"approved"') WHERE body LIKE '%"in_review"%'`,
    )
    .run()
  database.close()
  expect(altered.changes).toBe(1)
  expect(await auditor.verifyAudit()).toMatchObject({
    ...{ intact: false, entries: 5, fault: { sequence: 4, kind: 'altered' } },
  })
})

it('a side of a change that was taken out is found, and one that an older program never kept is none', async () => {
  await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  database.prepare(`DELETE FROM audit_sides WHERE body LIKE '%"in_review"%'`).run()
  expect(await auditor.verifyAudit()).toMatchObject({
    intact: false,
    fault: { sequence: 4, kind: 'altered' },
  })
  database.prepare('UPDATE audit_sides_from SET sequence = 5').run()
  database.close()
  expect(await auditor.verifyAudit()).toMatchObject({ intact: true })
})

it('entries are found by person, act, record and time, newest first', async () => {
  const { recordId } = await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const actionsOf = async (filter: Parameters<typeof auditor.auditEntries>[0]) =>
    (await auditor.auditEntries(filter)).entries.map(({ action }) => action)
  expect(await actionsOf({ actor: 'li' })).toEqual(['application.start-review', 'session.sign-in'])
  expect(await actionsOf({ action: 'application.' })).toEqual(['application.start-review'])
  expect(await actionsOf({ action: 'application', recordId })).toEqual(['application.start-review'])
  expect(await actionsOf({ before: '2000-01-01T00:00:00.000Z' })).toEqual([])
  const { entries } = await auditor.auditEntries({})
  expect(entries.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1])
  const below = await auditor.auditEntries({ below: 3, limit: 1 })
  expect(below.entries.map(({ sequence }) => sequence)).toEqual([2])
  expect(below.total).toBe(5)
})

it('of a change nobody sees what his roles may not', async () => {
  await under.addOperator('admin', ['admin'])
  const { recordId } = await decideSomething()
  const admin = under.client(await under.signIn('admin'))
  const [entry] = (await admin.auditEntries({ recordId })).entries
  const change = await admin.auditChange({ sequence: entry?.sequence ?? 0 })
  expect(change).toEqual({ before: null, after: null, isWithheld: true })
})
