import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeEntryPage } from '../../../tools/start/open-browser.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marketdesk-enter-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('the way into the console is handed to the browser in a page that only its user can read', () => {
  writeFileSync(join(folder, 'enter.html'), 'of another start', { mode: 0o666 })
  const page = writeEntryPage('http://127.0.0.1:7421/enter?token=secret', folder)
  expect(page).not.toContain('secret')
  expect(readFileSync(page, 'utf8')).toContain('content="0;url=http://127.0.0.1:7421/enter?token=secret"')
  if (process.platform !== 'win32') expect(statSync(page).mode & 0o777).toBe(0o600)
})
