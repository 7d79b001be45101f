import type { IncomingHttpHeaders } from 'node:http'
import type { Place } from './place.ts'

/** Why a request is turned away before anything is looked up for it. */
export type Refusal = 'wrong-host' | 'wrong-origin'

/**
 * Listening on 127.0.0.1 keeps other machines out, but not other web pages in the user's own browser. A page that
 * points its own name at 127.0.0.1 (DNS rebinding) is known by its Host, one that sends requests across by its
 * Origin. `originNeeded`: a browser always sends an Origin with an upgrade, so one without is no browser of ours.
 */
export function refusal(headers: IncomingHttpHeaders, place: Place, originNeeded: boolean): Refusal | null {
  if (headers.host !== place.authority) return 'wrong-host'
  if (headers.origin === undefined) return originNeeded ? 'wrong-origin' : null
  return headers.origin === place.origin ? null : 'wrong-origin'
}

/** The value of a cookie, or null. */
export function cookieValue(headers: IncomingHttpHeaders, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
