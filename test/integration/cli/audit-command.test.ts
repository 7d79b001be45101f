import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import {
  PASSWORD,
  type PlatformUnderTest,
  startPlatformUnderTest,
} from '#test/integration/platform/platform-under-test.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

let under: PlatformUnderTest

beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('zhao', ['auditor'])
  await under.addOperator('li', ['ops'])
})
afterAll(() => under.close())
afterEach(() => vi.unstubAllEnvs())

const overHttp = (email: string, ...more: string[]) =>
  cli('audit', 'verify', '--platform', under.url, '--email', email, ...more)
const onFolder = (...more: string[]) => cli('audit', 'verify', '--data', under.dataDir, ...more)

test('a whole audit log is whole in the folder and over the network', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  const { code, out } = await onFolder('--json')
  const verdict = JSON.parse(out)
  expect({ code, verdict }).toMatchObject({ code: 0, verdict: { intact: true, entries: 2, fault: null } })
  const { code: also, out: said, errors } = await overHttp('zhao@example.cn')
  expect({ also, errors }).toEqual({ also: 0, errors: '' })
  // Signing in to look made an entry of its own.
  expect(said).toMatch(/^whole: 3 entries, the newest 3:[0-9a-f]{64}$/)
  const head = `2:${verdict.head}`
  expect(await onFolder('--head', head)).toMatchObject({ code: 0 })
  expect(await overHttp('zhao@example.cn', '--head', head)).toMatchObject({ code: 0 })
})

test('a document whose entry is not in the log, or is another, is told so', async () => {
  expect(await onFolder('--head', `2:${'0'.repeat(64)}`)).toMatchObject({
    ...{ code: 1, out: expect.stringContaining('entry 2 was altered') },
  })
  expect(await onFolder('--head', `999:${'0'.repeat(64)}`)).toMatchObject({
    ...{ code: 1, out: expect.stringContaining('was removed') },
  })
  expect(await onFolder('--head', 'nonsense')).toMatchObject({ code: 2 })
})

test('the first entry that was removed is named, with exit code 1', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  const database = new Database(join(under.dataDir, 'platform.sqlite'))
  const body = database.prepare('SELECT body FROM audit WHERE sequence = 2').pluck().get()
  database.prepare('DELETE FROM audit WHERE sequence = 2').run()
  for (const { code, out } of [await onFolder('--json'), await overHttp('zhao@example.cn', '--json')]) {
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      ...{ code: 1, intact: false, entries: 1, fault: { sequence: 2, kind: 'removed' } },
    })
  }
  database.prepare('INSERT INTO audit (sequence, body) VALUES (2, ?)').run(body)
  database.close()
  expect(await onFolder()).toMatchObject({ code: 0 })
})

test('an exported log is verified without the platform, and the first entry altered in it is named', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  const file = join(under.dataDir, 'audit.jsonl')
  const exporting = ['audit', 'export', file, '--platform', under.url, '--email', 'zhao@example.cn']
  expect(await cli(...exporting)).toMatchObject({ code: 0, out: expect.stringContaining('whole') })
  expect(await cli(...exporting)).toMatchObject({ code: 2, errors: expect.stringContaining('there already') })
  expect(await cli('audit', 'verify', '--file', file)).toMatchObject({ code: 0 })
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('"user.create"', '"user.change"'))
  expect(await cli('audit', 'verify', '--file', file)).toMatchObject({
    ...{ code: 1, out: expect.stringContaining('entry 1 was altered') },
  })
  const lines = text.trimEnd().split('\n')
  await writeFile(file, `${lines.toSpliced(-2, 1).join('\n')}\n`)
  expect(await cli('audit', 'verify', '--file', file)).toMatchObject({
    ...{ code: 1, out: expect.stringContaining('was removed') },
  })
  await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`)
  expect(await cli('audit', 'verify', '--file', file)).toMatchObject({ code: 2 })
})

test('a folder without a platform, and a person who may not read it, end with exit code 2', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  expect(await cli('audit', 'verify', '--data', join(under.dataDir, 'files'))).toMatchObject({ code: 2 })
  expect(await overHttp('li@example.cn')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('refused'),
  })
  expect(await cli('audit', 'verify', '--platform', under.url)).toMatchObject({
    ...{ code: 2, errors: expect.stringContaining('--email') },
  })
})
