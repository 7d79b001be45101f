import { RPCLink } from '@orpc/client/message-port'
import { ENGINE_PORT_MESSAGES } from '#shared/contracts/console-engine/transport.ts'
import type { EngineLine } from './engine-line.ts'

const PATIENCE_MS = 10_000

/** Asks the preload for the port to the engine; rejects when none comes. */
export function openPort(): Promise<EngineLine> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      window.clearTimeout(timer)
      window.removeEventListener('message', receive)
    }
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== ENGINE_PORT_MESSAGES.give || port === undefined) return
      stop()
      const closed = new Promise<void>((broken) => {
        port.addEventListener('close', () => broken(), { once: true })
      })
      const link = new RPCLink({ port })
      port.start()
      resolve({ link, closed })
    }
    const timer = window.setTimeout(() => {
      stop()
      reject(new Error('the desktop program gave no port'))
    }, PATIENCE_MS)
    window.addEventListener('message', receive)
    window.postMessage(ENGINE_PORT_MESSAGES.ask, window.location.origin)
  })
}
