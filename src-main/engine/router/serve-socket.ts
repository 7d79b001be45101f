import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { Engine } from '../engine.ts'
import { routerOf } from './engine-router.ts'

/** Lets the other end of an open socket ask this engine, until it closes. */
export function serveSocket(socket: WebSocket, engine: Engine): void {
  void new RPCHandler(routerOf(engine)).upgrade(socket)
}
