import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describeEngine } from './engine.suite.ts'

describeEngine('over a port to another thread', async (setting) => {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(new URL('./engine-port-worker.ts', import.meta.url), {
    workerData: { setting, port: port2 },
    transferList: [port2],
  })
  await once(worker, 'message')
  const link = new RPCLink({ port: port1 })
  port1.start()
  return {
    client: createORPCClient(link),
    close: async () => {
      worker.postMessage('close')
      await once(worker, 'exit')
      port1.close()
    },
  }
})
