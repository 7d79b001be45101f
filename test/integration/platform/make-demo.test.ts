import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dropUnfinishedDemo, makeDemo } from '#platform/demo/make-demo.ts'
import { refuseUnfinishedDemo } from '#platform/demo/unfinished-demo.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { sampleProvider } from './sample-records.ts'

test('a demo that was not made to its end is made anew: lock and port of the folder stay', async () => {
  const dataDir = folder()
  for (const name of ['in-use.lock', 'port', 'platform.sqlite', 'platform.sqlite-wal', 'demo-unfinished']) {
    writeFileSync(join(dataDir, name), '')
  }
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true })
  await dropUnfinishedDemo(dataDir)
  expect(readdirSync(dataDir).sort()).toEqual(['in-use.lock', 'port'])
})

test('nobody works with a demo that was not made to its end: the next start of it drops what is there', () => {
  const dataDir = folder()
  refuseUnfinishedDemo(dataDir)
  writeFileSync(join(dataDir, 'demo-unfinished'), '')
  expect(() => refuseUnfinishedDemo(dataDir)).toThrow('--demo')
})

test('a folder whose data is whole is left alone', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'platform.sqlite'), '')
  await dropUnfinishedDemo(dataDir)
  expect(readdirSync(dataDir)).toEqual(['platform.sqlite'])
})

test('no demo is made beside data that is there', async () => {
  const dataDir = folder()
  const platform = await createPlatform({ dataDir, policies: await loadPolicies() })
  onTestFinished(() => platform.close())
  await platform.store.write((transaction) => transaction.put('provider', sampleProvider()))
  const { position } = await platform.store.head()
  await makeDemo(platform, dataDir)
  expect((await platform.store.head()).position).toBe(position)
  expect(readdirSync(dataDir)).not.toContain('demo-unfinished')
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'marketdesk-demo-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}
