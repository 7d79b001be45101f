import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { ENGINE_SOCKET_PATH } from '#shared/contracts/console-engine/transport.ts'
import type { Doorway } from './answer.ts'
import { cookieValue, refusal } from './local-guard.ts'

/** Largest message a page may send: a draft with its wrapping is far below. */
const MESSAGE_LIMIT_BYTES = 1024 * 1024
const CONNECTION_LIMIT = 32

/** Lets pages open a socket to the engine under the same rules as a request, and the Origin has to be there. */
export class EngineUpgrade {
  readonly #door: Doorway
  readonly #serve: (socket: WebSocket) => void
  /** The cookie that each socket came with. */
  readonly #cookies = new WeakMap<WebSocket, string | null>()
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT_BYTES,
    perMessageDeflate: false,
  })

  constructor(door: Doorway, serve: (socket: WebSocket) => void) {
    this.#door = door
    this.#serve = serve
  }

  handle(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy())
    const status = this.#statusFor(request)
    if (status !== null) {
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    this.#sockets.handleUpgrade(request, stream, head, (socket) => {
      // A message over the limit ends the socket with an error; the page opens a new one.
      socket.on('error', () => socket.terminate())
      this.#cookies.set(socket, cookieValue(request.headers, this.#door.place.cookie))
      this.#serve(socket)
    })
  }

  /** Ends the sockets of browsers that are let in no more. */
  endStrangers(): void {
    for (const socket of this.#sockets.clients) {
      if (!this.#door.browsers.knows(this.#cookies.get(socket) ?? null)) socket.terminate()
    }
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
  }

  /** Null: let it in. */
  #statusFor(request: IncomingMessage): string | null {
    const { place, browsers } = this.#door
    if (refusal(request.headers, place, true) !== null) return '403 Forbidden'
    if (request.url !== ENGINE_SOCKET_PATH) return '404 Not Found'
    if (!browsers.knows(cookieValue(request.headers, place.cookie))) return '401 Unauthorized'
    return this.#sockets.clients.size >= CONNECTION_LIMIT ? '503 Service Unavailable' : null
  }
}
