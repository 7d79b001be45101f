import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { KnownBrowsers } from '#main/browser-host/known-browsers.ts'

test('ending the others keeps the browser that asks, also over a restart', () => {
  const file = path()
  const browsers = new KnownBrowsers(file)
  const [first, second] = [browsers.admit(), browsers.admit()]
  expect(browsers.count).toBe(2)
  browsers.endOthers(second)
  expect([browsers.count, browsers.knows(first), browsers.knows(second)]).toEqual([1, false, true])
  const restarted = new KnownBrowsers(file)
  expect([restarted.knows(first), restarted.knows(second)]).toEqual([false, true])
})

test('all are ended where none asks', () => {
  const browsers = new KnownBrowsers(path())
  const known = browsers.admit()
  browsers.endOthers(null)
  expect([browsers.count, browsers.knows(known)]).toEqual([0, false])
})

function path(): string {
  const folder = mkdtempSync(join(tmpdir(), 'marketdesk-browsers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'secrets', 'browsers.json')
}
