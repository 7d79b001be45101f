import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { beforeAll, expect, test, vi } from 'vitest'
import { declarePageScheme, servePage } from '#main/electron-shell/page-protocol.ts'
import { electronDouble } from './electron-double.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electronModule())

let ask: (url: string) => Promise<Response>

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-page-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'page', 'index.html'), '<title>desk</title>')
  await writeFile(join(folder, 'page', 'assets', 'index.js'), 'export {}')
  const handle = (_scheme: string, answer: (request: { url: string }) => Promise<Response>) => {
    ask = (url) => answer({ url })
  }
  servePage({ handle } as unknown as Protocol, join(folder, 'page'))
})

test('the page has a secure scheme of its own', () => {
  declarePageScheme()
  expect(electronDouble.schemes).toMatchObject([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ])
})

test('every file comes with the content security policy', async () => {
  for (const path of ['/', '/applications', '/assets/index.js', '/missing.js']) {
    const policy = (await ask(`app://marketdesk${path}`)).headers.get('content-security-policy')
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe-inline/)
  }
})

test('a screen of the page gets the document, a file its own type', async () => {
  expect(await (await ask('app://marketdesk/applications?state=submitted')).text()).toContain('desk')
  expect((await ask('app://marketdesk/assets/index.js')).headers.get('content-type')).toContain('javascript')
})

test('no path leads out of the folder and no other host answers', async () => {
  for (const url of [
    'app://marketdesk/../secret.txt',
    'app://marketdesk/%2e%2e/secret.txt',
    'app://marketdesk/..%2fsecret.txt',
    'app://marketdesk/assets/..%5c..%5csecret.txt',
    'app://other/index.html',
  ]) {
    expect((await ask(url)).status, url).toBe(404)
  }
})
