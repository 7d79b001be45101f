import type { IncomingMessage } from 'node:http'
import { readPageFile } from '#node/page/page-files.ts'
import { pageHeaders } from '#node/page/page-headers.ts'
import { BROWSERS_PATH, type BrowserCount } from '#shared/contracts/console-engine/transport.ts'
import type { KnownBrowsers } from './known-browsers.ts'
import { cookieValue, refusal } from './local-guard.ts'
import type { OneTimeTokens } from './one-time-tokens.ts'
import type { Place } from './place.ts'

/** What a request is judged and answered with. */
export interface Doorway {
  readonly place: Place
  readonly tokens: OneTimeTokens
  readonly browsers: KnownBrowsers
  /** Ends every browser but the one with this cookie; all where it is null. */
  readonly endOthers: (cookie: string | null) => void
  /** Folder of the built page. */
  readonly page: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The page of a printed address; see OneTimeTokens. */
export const ENTRY_PATH = '/enter'

const NO_ENTRY =
  '请使用终端里打印的一次性地址；在终端按回车键可得到新地址，此前放行的浏览器随之失效。\n' +
  'Open the one-time address printed in the terminal; press Enter there for a new one, which ends the browsers let in before.\n'

/** Answers a request for a part of the page. Nothing is given to a browser that has not come through the door. */
export async function answer(request: IncomingMessage, door: Doorway): Promise<Answer> {
  const refused = refusal(request.headers, door.place, false)
  if (refused !== null) return text(door, refused === 'wrong-host' ? 421 : 403, `${refused}\n`)
  const url = URL.parse(request.url ?? '/', door.place.origin)
  if (url?.origin !== door.place.origin) return text(door, 400, 'bad address\n')
  if (url.pathname === BROWSERS_PATH) return answerBrowsers(request, door)
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(door, 405, 'GET only\n')
  if (url.pathname === ENTRY_PATH) return enter(door, request, url.searchParams.get('token'))
  if (!door.browsers.knows(cookieValue(request.headers, door.place.cookie))) return text(door, 401, NO_ENTRY)
  const file = await readPageFile(door.page, url.pathname)
  if (file === null) return text(door, 404, 'not found\n')
  const caching = file.immutable ? 'private, max-age=31536000, immutable' : 'no-store'
  return {
    status: 200,
    headers: { ...headersOf(door), 'content-type': file.mediaType, 'cache-control': caching },
    body: file.bytes,
  }
}

/** Tells a browser that was let in how many were, or ends all others for it. */
function answerBrowsers(request: IncomingMessage, door: Doorway): Answer {
  const cookie = cookieValue(request.headers, door.place.cookie)
  if (!door.browsers.knows(cookie)) return text(door, 401, NO_ENTRY)
  if (request.method === 'POST') {
    // A page elsewhere may send a plain POST; only one of ours says so in its Origin.
    if (refusal(request.headers, door.place, true) !== null) return text(door, 403, 'wrong-origin\n')
    door.endOthers(cookie)
  } else if (request.method !== 'GET') return text(door, 405, 'GET or POST only\n')
  const count: BrowserCount = { count: door.browsers.count }
  return {
    status: 200,
    headers: { ...headersOf(door), 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(count),
  }
}

/**
 * Exchanges the token for a cookie. The way on is a link in a page of ours and no redirect: a strict cookie is not
 * sent along with a redirect that another program's link began.
 */
function enter(door: Doorway, request: IncomingMessage, token: string | null): Answer {
  if (request.method === 'GET' && token !== null && door.tokens.redeem(token)) {
    const cookie = `${door.place.cookie}=${door.browsers.admit()}; Path=/; HttpOnly; SameSite=Strict`
    return wayOn(door, 200, { 'set-cookie': cookie }, '')
  }
  // A browser that was let in before comes to the page all the same; another is told there.
  return wayOn(door, 401, {}, NO_ENTRY)
}

/** A page of ours that leads to the desk. */
function wayOn(door: Doorway, status: number, headers: Answer['headers'], said: string): Answer {
  return {
    status,
    headers: {
      ...headersOf(door),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body:
      '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">' +
      // Without an icon named, the browser asks for /favicon.ico.
      `<link rel="icon" href="data:,"><title>Marketdesk</title><pre>${said}</pre>`,
  }
}

function text(door: Doorway, status: number, body: string): Answer {
  const headers = {
    ...headersOf(door),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  }
  return { status, headers, body }
}

function headersOf(door: Doorway): Readonly<Record<string, string>> {
  return pageHeaders([`ws://${door.place.authority}`])
}
