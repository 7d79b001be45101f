import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import {
  type BrowserHost,
  type BrowserHostOptions,
  startBrowserHost,
} from '#main/browser-host/browser-host.ts'

let folder: string
let host: BrowserHost
let entry: URL
const greet: BrowserHostOptions['serve'] = (socket) => socket.send('the engine is here')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-host-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'page', 'index.html'), '<title>desk</title>')
  await writeFile(join(folder, 'page', 'assets', 'index.js'), 'export {}')
  await start(0)
})

afterEach(() => host.close())

test('nothing is given to a browser without a cookie, and it is told what to do', async () => {
  for (const path of ['/', '/assets/index.js', '/applications', '/enter', '/enter?token=wrong']) {
    const { status, body } = await get(path)
    expect(status, path).toBe(401)
    expect(body, path).toContain('one-time address')
  }
})

test('the printed address is exchanged once for a strict cookie that opens the page', async () => {
  const first = await get(entry.pathname + entry.search)
  expect(first.status).toBe(200)
  expect(first.cookie).toMatch(/^marketdesk-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect((await get(entry.pathname + entry.search)).status).toBe(401)
  const cookie = first.cookie.split(';')[0] ?? ''
  expect(await get('/applications', { cookie })).toMatchObject({ status: 200, body: '<title>desk</title>' })
  expect((await get('/assets/index.js', { cookie })).status).toBe(200)
  expect((await get('/assets/missing.js', { cookie })).status).toBe(404)
})

test('asking only for the headers of the address does not use it up', async () => {
  expect((await get(entry.pathname + entry.search, {}, { method: 'HEAD' })).status).toBe(401)
  expect((await get(entry.pathname + entry.search)).status).toBe(200)
})

test('the entry page names an icon, so that no browser asks for one that is not there', async () => {
  expect((await get(entry.pathname + entry.search)).body).toContain('<link rel="icon" href="data:,">')
})

test('a second browser needs a fresh address', async () => {
  await enter()
  const fresh = new URL(host.freshAddress())
  expect(fresh.origin).toBe(entry.origin)
  expect((await get(fresh.pathname + fresh.search)).status).toBe(200)
})

test('a foreign Host or Origin is refused, cookie or not', async () => {
  const cookie = await enter()
  expect((await get('/', { cookie, host: `evil.example:${entry.port}` })).status).toBe(421)
  expect((await get('/', { cookie, origin: 'http://evil.example' })).status).toBe(403)
})

test('every answer carries the policy, and scripts may only be files of ours', async () => {
  const cookie = await enter()
  for (const answer of [await get('/', { cookie }), await get('/')]) {
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  }
})

test('a browser that was let in ends the others: their sockets close at once, and no page elsewhere can ask for it', async () => {
  const [mine, other] = [await enter(), await enter(new URL(host.freshAddress()))]
  expect((await get('/browsers')).status).toBe(401)
  expect((await get('/browsers', { cookie: mine })).body).toBe('{"count":2}')
  const post = { method: 'POST' } as const
  expect((await get('/browsers', { cookie: mine }, post)).status).toBe(403)
  expect((await get('/browsers', { cookie: mine, origin: 'http://evil.example' }, post)).status).toBe(403)
  const socket = new WebSocket(`ws://${entry.host}/engine`, {
    headers: { cookie: other, origin: entry.origin },
  })
  await new Promise((resolve) => socket.once('message', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  expect(await get('/browsers', { cookie: mine, origin: entry.origin }, post)).toMatchObject({
    status: 200,
    body: '{"count":1}',
  })
  await closed
  expect((await get('/', { cookie: other })).status).toBe(401)
  expect((await get('/', { cookie: mine })).status).toBe(200)
  expect(host.endBrowsers()).toBe(1)
  expect((await get('/', { cookie: mine })).status).toBe(401)
})

test('who ends the browsers ends the addresses that were printed before and not used', async () => {
  const unused = new URL(host.freshAddress())
  host.endBrowsers()
  expect((await get(unused.pathname + unused.search)).status).toBe(401)
  expect((await get(entry.pathname + entry.search)).status).toBe(401)
  await enter(new URL(host.freshAddress()))
})

test('no path leads out of the folder of the page', async () => {
  const cookie = await enter()
  await writeFile(join(folder, 'secret.txt'), 'secret')
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
  ]) {
    expect((await get(path, { cookie })).body, path).not.toContain('secret\n')
    expect((await get(path, { cookie })).status, path).not.toBe(200)
  }
})

test('the socket to the engine opens with cookie and Origin only', async () => {
  const cookie = await enter()
  const origin = entry.origin
  expect(await connect({ cookie, origin })).toBe('the engine is here')
  expect(await connect({ cookie })).toBe('403')
  expect(await connect({ cookie, origin: 'http://evil.example' })).toBe('403')
  expect(await connect({ cookie, origin, host: 'evil.example' })).toBe('403')
  expect(await connect({ origin })).toBe('401')
  expect(await connect({ cookie: cookie.replace(/=.*/, '=guessed'), origin })).toBe('401')
  expect(await connect({ cookie, origin }, '/other')).toBe('404')
})

test('a message beyond the limit ends its socket and no other', async () => {
  const cookie = await enter()
  const open = () => new WebSocket(`ws://${entry.host}/engine`, { headers: { cookie, origin: entry.origin } })
  const [loud, calm] = [open(), open()]
  await Promise.all([loud, calm].map((socket) => new Promise((resolve) => socket.once('message', resolve))))
  const ended = new Promise((resolve) => loud.once('close', resolve))
  loud.send(Buffer.alloc(2 * 1024 * 1024))
  await ended
  expect(calm.readyState).toBe(WebSocket.OPEN)
})

test('there is a limit to open sockets', async () => {
  const cookie = await enter()
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => connect({ cookie, origin: entry.origin }, '/engine', true)),
  )
  expect(answers.filter((answer) => answer === '503')).toHaveLength(8)
})

test('a browser stays let in when the host was started again; the file holds no secret of it', async () => {
  const cookie = await enter()
  const port = Number(entry.port)
  await host.close()
  await start(port)
  expect((await get('/', { cookie })).status).toBe(200)
  const file = join(folder, 'browsers.json')
  expect(await readFile(file, 'utf8')).not.toContain(cookie.split('=')[1])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

async function start(port: number): Promise<void> {
  const browsersFile = join(folder, 'browsers.json')
  host = await startBrowserHost({
    port,
    page: join(folder, 'page'),
    browsersFile,
    now: Date.now,
    serve: greet,
  })
  entry = new URL(host.freshAddress())
}

/** The cookie of a browser that came in by the address. */
async function enter(at: URL = entry): Promise<string> {
  const { cookie } = await get(at.pathname + at.search)
  return cookie.split(';')[0] ?? ''
}

/** A request whose path and headers are sent as they are; fetch would tidy them up. */
async function get(path: string, headers: Record<string, string> = {}, more: RequestOptions = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      agent: false,
      host: '127.0.0.1',
      port: entry.port,
      path,
      headers: { host: entry.host, ...headers },
      ...more,
    }
    request(options, resolve).on('error', reject).end()
  })
  const cookie = response.headers['set-cookie']?.[0] ?? ''
  return { status: response.statusCode, headers: response.headers, cookie, body: await text(response) }
}

/** The first message of a socket, or the status with which it was refused. */
function connect(headers: Record<string, string>, path = '/engine', stay = false): Promise<string> {
  const socket = new WebSocket(`ws://${entry.host}${path}`, { headers })
  return new Promise((resolve, reject) => {
    socket.once('message', (data) => {
      if (!stay) socket.terminate()
      resolve(String(data))
    })
    socket.once('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
    socket.once('error', reject)
  })
}
