import { RPCLink } from '@orpc/client/websocket'
import { ENGINE_SOCKET_PATH } from '#shared/contracts/console-engine/transport.ts'
import type { EngineLine } from './engine-line.ts'

/** Opens the socket of the host that served this page; rejects when it cannot be opened. */
export function openSocket(): Promise<EngineLine> {
  const { protocol, host } = window.location
  const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${ENGINE_SOCKET_PATH}`)
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve(), { once: true })
  })
  const link = new RPCLink({ websocket: socket })
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve({ link, closed }), { once: true })
    socket.addEventListener('error', () => reject(new Error('the engine does not answer')), { once: true })
  })
}
