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
  expect(await auditor.verifyAudit()).toEqual({ intact: true, entries: 5, head, brokenAt: null })
  expect((await auditor.audit({ after: 3 })).entries.map(({ sequence }) => sequence)).toEqual([4, 5])
})

it('an entry that was changed, and one that was taken out, are found', async () => {
  await decideSomething()
  const auditor = under.client(await under.signIn('zhao'))
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  const body = String(database.prepare('SELECT body FROM audit WHERE sequence = 4').pluck().get())
  database.prepare('UPDATE audit SET body = ? WHERE sequence = 4').run(body.replace('"li"', '"zhao"'))
  expect(await auditor.verifyAudit()).toMatchObject({ intact: false, brokenAt: 4 })
  database.prepare('UPDATE audit SET body = ? WHERE sequence = 4').run(body)
  database.prepare('DELETE FROM audit WHERE sequence = 2').run()
  database.close()
  expect(await auditor.verifyAudit()).toMatchObject({ intact: false, brokenAt: 2 })
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
