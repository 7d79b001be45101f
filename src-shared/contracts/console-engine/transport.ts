import { z } from 'zod'

/** The browser host serves the engine as a WebSocket at this path of the page's own origin. */
export const ENGINE_SOCKET_PATH = '/engine'

/** Where the browser host tells (GET) how many browsers were let in, and ends all others (POST): `BrowserCount`. */
export const BROWSERS_PATH = '/browsers'
export const browserCountSchema = z.object({ count: z.int().positive() })
export type BrowserCount = z.infer<typeof browserCountSchema>

/**
 * How a page in the desktop program gets its port: it posts `ask` to its own window; the preload answers with
 * `give` and one MessagePort, and again whenever the engine was restarted.
 */
export const ENGINE_PORT_MESSAGES = {
  ask: 'marketdesk:engine-port?',
  give: 'marketdesk:engine-port',
} as const
