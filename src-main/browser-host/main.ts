import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serveSocket } from '#main/engine/router/serve-socket.ts'
import { startLocalEngine } from '#main/engine/start-local-engine.ts'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import { StorageError } from '#main/engine/storage/storage-error.ts'
import { packageRoot } from '#node/package-root.ts'
import { passAddress } from '#node/plain-http.ts'
import { startProblem } from '#node/start-problem.ts'
import { startBrowserHost } from './browser-host.ts'
import { hostOptions } from './host-options.ts'

await run().catch((error: unknown) => {
  console.error(startProblem(error) ?? (error instanceof StorageError ? error.message : error))
  process.exit(1)
})

async function run(): Promise<void> {
  const { platformUrl, dataFolder, port, undoMs, plainHttp } = hostOptions(process.argv.slice(2))
  passAddress(platformUrl, plainHttp, console.warn)
  const secrets = join(dataFolder, 'secrets')
  const engine = await startLocalEngine({
    platformUrl,
    dataFolder,
    undoMs,
    keys: fileKeyStore(secrets),
    secrets: fileSecretStore(secrets),
  })
  const host = await startBrowserHost({
    port,
    page: fileURLToPath(new URL('out/page', packageRoot(import.meta.url))),
    browsersFile: join(secrets, 'browsers.json'),
    now: Date.now,
    serve: (socket) => serveSocket(socket, engine),
  })

  // Whoever started this program words the line with the address; started by hand, it says so itself.
  const address = host.freshAddress()
  if (process.send === undefined) console.log(`Marketdesk: ${address}`)
  else process.send({ address })

  // Only who holds the terminal gets another way in. Who asks for one may have lost the browser that has it.
  const terminal = createInterface({ input: process.stdin })
  terminal.on('line', (typed) => {
    const ended = typed.trim() === '+' ? 0 : host.endBrowsers()
    const note = ended === 0 ? '' : ` (browsers let in before and ended: ${ended}; "+" keeps them)`
    console.log(`Marketdesk: ${host.freshAddress()}${note}`)
  })

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    terminal.close()
    await host.close()
    await engine.close()
    process.exit(0)
  }
}
