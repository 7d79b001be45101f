import type { Engine } from '#main/engine/engine.ts'
import { servePort } from '#main/engine/router/serve-port.ts'
import { startLocalEngine } from '#main/engine/start-local-engine.ts'
import { type EngineMessage, engineMessageSchema } from './engine-messages.ts'
import { sealedSecretStore, vaultKeyStore } from './sealed-secrets.ts'

// The engine in its utility process. Messages come in the order they were sent: `start` first, once.
let running: Promise<Engine> | null = null

process.parentPort.on('message', (event) => {
  const message = engineMessageSchema.parse(event.data)
  void obey(message, event.ports[0])
})

async function obey(message: EngineMessage, port: Electron.MessagePortMain | undefined): Promise<void> {
  if (message.kind === 'start') running = start(message)
  const engine = await running
  if (engine === null) return
  if (message.kind === 'page' && port !== undefined) servePort(port, engine)
  if (message.kind === 'nudge') engine.nudge(message.reason)
  if (message.kind === 'stop') {
    await engine.close()
    process.exit(0)
  }
}

function start(message: Extract<EngineMessage, { kind: 'start' }>): Promise<Engine> {
  return startLocalEngine({
    platformUrl: message.platformUrl,
    dataFolder: message.dataFolder,
    keys: vaultKeyStore(message.vaultKey),
    secrets: sealedSecretStore(message.dataFolder, message.vaultKey),
  })
}
