import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { servePort } from '#main/engine/router/serve-port.ts'
import type { EngineSetting } from './engine.suite.ts'
import { openEngine } from './open-engine.ts'

const { setting, port } = workerData as { setting: EngineSetting; port: MessagePort }
const engine = await openEngine(setting)
servePort(port, engine)
parentPort?.postMessage('open')
parentPort?.once('message', async () => {
  await engine.close()
  port.close()
})
