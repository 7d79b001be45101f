import { once } from 'node:events'
import { createServer } from 'node:http'
import type { WebSocket } from 'ws'
import { answer, type Doorway, ENTRY_PATH } from './answer.ts'
import { EngineUpgrade } from './engine-upgrade.ts'
import { KnownBrowsers } from './known-browsers.ts'
import { OneTimeTokens } from './one-time-tokens.ts'
import { placeAt } from './place.ts'

export interface BrowserHostOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Folder of the built page. */
  readonly page: string
  /** File that remembers the browsers let in. */
  readonly browsersFile: string
  readonly now: () => number
  /** Answers the engine's contract on a socket that was let in. */
  readonly serve: (socket: WebSocket) => void
}

export interface BrowserHost {
  /** A new address that lets one browser in, once. Those let in before stay. */
  readonly freshAddress: () => string
  /** Ends every browser that was let in, and the addresses that would let one in; answers how many browsers. */
  readonly endBrowsers: () => number
  readonly close: () => Promise<void>
}

/** Serves page and engine on 127.0.0.1, on this one port. @throws when the port is taken */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })
  server.maxConnections = 128
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const tokens = new OneTimeTokens(options.now)
  const browsers = new KnownBrowsers(options.browsersFile)
  const endOthers = (cookie: string | null) => {
    browsers.endOthers(cookie)
    upgrade.endStrangers()
  }
  const door: Doorway = { place: placeAt(port), tokens, browsers, endOthers, page: options.page }
  const upgrade = new EngineUpgrade(door, options.serve)

  server.on('request', (request, response) => {
    answer(request, door).then(
      ({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
        response.end(request.method === 'HEAD' ? undefined : body)
      },
      () => response.destroy(),
    )
  })
  server.on('upgrade', (request, stream, head) => upgrade.handle(request, stream, head))

  return {
    freshAddress: () => `${door.place.origin}${ENTRY_PATH}?token=${tokens.issue()}`,
    endBrowsers: () => {
      const { count } = browsers
      endOthers(null)
      tokens.endAll()
      return count
    },
    close: async () => {
      upgrade.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
