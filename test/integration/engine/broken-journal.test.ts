import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDeskSession } from '#main/engine/queries/desk-session.ts'
import { accountFolder } from '#main/engine/session/kept-session.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import {
  emailOf,
  PASSWORD,
  PLATFORM_URL,
  startTestPlatform,
  type TestPlatform,
} from './harness/test-platform.ts'

const PAGE = 8192
const DECISIONS = 60
let clock: ManualClock
let platform: TestPlatform
let console: TestConsole

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  console = await startTestConsole(platform, clock)
})
afterEach(async () => {
  await console.close()
  await platform.close()
})

/** Ann takes decisions that do not arrive, and the program ends. */
async function decideAndEnd(): Promise<string[]> {
  const applications = []
  for (let at = 0; at < DECISIONS; at += 1) applications.push(await platform.addApplication())
  const ann = await console.signIn('ann')
  platform.fault = () => 'refuse'
  const ids = applications.map(
    ({ id }) =>
      ann.outbox.enqueue({
        ...{ type: 'application.start-review', recordId: id, expectedVersion: 1 },
        ...{ seenDigest: null, arguments: {} },
      }).id,
  )
  const bytes = Buffer.from('%PDF-1.7 what proves it')
  await ann.attached.keep({ name: '验收单.pdf', type: 'application/pdf', bytes })
  await console.engine.close()
  return ids
}

function folderOfAnn(): string {
  return join(console.folder, 'accounts', accountFolder(PLATFORM_URL, 'ann'))
}

/** As a failing disk leaves it: 64 bytes of a page, counted from 0, are others. */
function damagePage(path: string, page: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(64, 1), 0, 64, page * PAGE + PAGE / 2)
  closeSync(file)
}

describe('a journal with a damaged page', () => {
  it('shuts nobody else out, shows what can be read of it, and is set aside when a person says so', async () => {
    const ids = await decideAndEnd()
    const journal = join(folderOfAnn(), 'journal.db')
    damagePage(journal, statSync(journal).size / PAGE - 1)
    platform.fault = () => 'none'
    console = await startTestConsole(platform, clock, {}, console.folder)
    const { engine } = console
    expect(engine.workspace()).toBeNull()
    expect(engine.session.account()?.id).toBe('ann')
    const broken = readDeskSession(engine).brokenJournal
    expect(broken?.path).toBe(journal)
    const read = broken?.decisions.map(({ id }) => id) ?? []
    expect(read.length).toBeGreaterThan(0)
    expect(read.length).toBeLessThan(ids.length)
    expect(ids).toEqual(expect.arrayContaining(read))
    expect(broken?.decisions[0]).toMatchObject({ type: 'application.start-review', actorName: 'ann' })

    await engine.session.signOut()
    const mo = await console.signIn('mo')
    expect(mo.account.id).toBe('mo')
    expect(readDeskSession(engine).brokenJournal).toBeNull()
    await engine.session.signOut()

    await engine.session.signIn(emailOf('ann'), PASSWORD)
    expect(readDeskSession(engine).brokenJournal?.decisions).toHaveLength(read.length)
    await engine.setJournalAside()
    expect(readDeskSession(engine).brokenJournal).toBeNull()
    expect((await console.workspace().sync.now()).state).toBe('live')
    expect(console.workspace().sync.status().outboxWaiting).toBe(0)
    const aside = readdirSync(folderOfAnn()).filter((name) => name.includes('.damaged-'))
    const [attached = '', journalAside] = aside
    expect(attached).toMatch(/^attached\.damaged-/)
    // The files its decisions name exist nowhere else.
    expect(readdirSync(join(folderOfAnn(), attached))).toHaveLength(1)
    expect(journalAside).toMatch(/^journal\.db\.damaged-/)
    expect(aside.filter((name) => name.startsWith('cache.db'))).toEqual([])
  })

  it('does not cost the copy beside it, which is whole', async () => {
    await decideAndEnd()
    const journal = join(folderOfAnn(), 'journal.db')
    damagePage(journal, statSync(journal).size / PAGE - 1)
    console = await startTestConsole(platform, clock, {}, console.folder)
    await console.engine.setJournalAside()
    expect(readdirSync(folderOfAnn()).filter((name) => name.startsWith('cache.db.damaged'))).toEqual([])
  })
})

describe('a key that is missing', () => {
  it('is not made anew while files lie there that it opens, and the program says what to do', async () => {
    await console.signIn('ann')
    await console.engine.close()
    await rm(join(console.folder, 'keys', 'database.key'))
    await expect(startTestConsole(platform, clock, {}, console.folder)).rejects.toThrow(
      /database\.key is missing.*Restore it from a backup/s,
    )
    expect(readdirSync(join(console.folder, 'keys'))).not.toContain('database.key')
  })
})
