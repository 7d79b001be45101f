import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Engine } from '../engine.ts'
import { routerOf } from './engine-router.ts'

/** A port of worker_threads, of the browser, or of Electron's main and utility processes. */
export type EnginePort = SupportedMessagePort & { start(): void }

/** Lets whoever holds the other end ask this engine, until the port closes. */
export function servePort(port: EnginePort, engine: Engine): void {
  new RPCHandler(routerOf(engine)).upgrade(port)
  port.start()
}
