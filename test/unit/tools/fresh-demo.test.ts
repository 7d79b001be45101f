import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FolderInUse, lockFolder } from '#node/instance-lock.ts'
import { setDemoAside } from '../../../tools/start/fresh-demo.ts'

const NOW = new Date('2026-11-28T20:10:05.123Z')

test('a demo that begins anew sets the data of before aside and deletes nothing', () => {
  const data = folder()
  for (const name of ['platform', 'console']) {
    mkdirSync(join(data, name))
    writeFileSync(join(data, name, 'data'), name)
  }
  const aside = join(data, 'before-20261128T201005')
  expect(setDemoAside(data, NOW)).toBe(aside)
  expect(existsSync(join(data, 'platform'))).toBe(false)
  expect(existsSync(join(data, 'console'))).toBe(false)
  expect(readFileSync(join(aside, 'console', 'data'), 'utf8')).toBe('console')
})

test('where no demo was there is nothing to set aside', () => {
  expect(setDemoAside(folder(), NOW)).toBeNull()
})

test('a demo that runs is not set aside', () => {
  const data = folder()
  const release = lockFolder(join(data, 'platform'))
  expect(() => setDemoAside(data, NOW)).toThrow(FolderInUse)
  release()
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'marketdesk-fresh-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}
