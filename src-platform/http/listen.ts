import { createServer, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { assert } from '#shared/base/assert.ts'
import type { RunningPlatform } from '../start-platform.ts'

const HEADERS_TIMEOUT_MS = 10_000
/** A whole request, a vendor's 64 MB upload over a slow line included. */
const REQUEST_TIMEOUT_MS = 300_000
const HEADER_BYTES = 16 * 1024
const CONNECTIONS_LIMIT = 4000
/** How long a closing server waits for requests under way. */
const CLOSE_LIMIT_MS = 10_000
/** How often a closing server looks for connections without a request. */
const IDLE_CHECK_MS = 20

export interface Listening {
  /** Where it answers, e.g. `http://127.0.0.1:4100`. */
  readonly url: string
  /** Takes no more requests, lets those under way finish, then closes the platform. */
  close(): Promise<void>
}

/** Serves a platform over HTTP. Port 0 takes any free one. */
export async function listen(
  platform: RunningPlatform,
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => platform.fetch(request, bindings),
    createServer,
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: HEADER_BYTES,
    },
  }) as Server
  server.maxConnections = CONNECTIONS_LIMIT
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  assert(typeof address === 'object' && address !== null, 'a listening server has an address')
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      platform.endStreams()
      // A kept-alive connection falls idle only when its last answer is out, and would then stay for seconds.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
      const limit = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS)
      await closed
      clearInterval(idle)
      clearTimeout(limit)
      await platform.close()
    },
  }
}
