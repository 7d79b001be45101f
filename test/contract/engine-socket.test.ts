import { once } from 'node:events'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocketServer } from 'ws'
import { serveSocket } from '#main/engine/router/serve-socket.ts'
import { describeEngine } from './engine.suite.ts'
import { openEngine } from './open-engine.ts'

describeEngine('over a socket', async (setting) => {
  const engine = await openEngine(setting)
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => serveSocket(socket, engine))
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  return {
    client: createORPCClient(new RPCLink({ websocket: socket })),
    close: async () => {
      socket.close()
      server.close()
      await engine.close()
    },
  }
})
