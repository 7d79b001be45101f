// From the start of the built browser host on a cache of 200,000 records to the first page of a queue, answered by the
// engine over the socket as a browser asks for it; against the start of Node itself, in turns.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { applicationListInput } from '#shared/contracts/console-engine/applications.ts'
import type { engineContract } from '#shared/contracts/console-engine/contract.ts'
import { Program } from '#test/e2e/harness/program.ts'
import { freePort } from '../../tools/start/free-port.ts'
import { scaled } from './harness/scale.ts'
import { shippedSyncPeak } from './harness/shipped-sync.ts'

const RUNS = scaled(7)
/** Says at its end what it took of the processor, stopping included. */
const PROBE = `process.on('exit', () => { const { user, system } = process.cpuUsage(); console.log('cpu-us=' + (user + system)) })`
/** Says at once that it runs. */
const BARE = `process.send({}); process.disconnect()`
const readySchema = z.object({ address: z.url() })

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
const platform = fork(new URL('./harness/big-platform.ts', import.meta.url), [join(folder, 'platform')])
const [platformUrl] = (await once(platform, 'message')) as [string]
const data = join(folder, 'console')
const port = await freePort(0)
const origin = `http://127.0.0.1:${port}`
const args = ['--platform', platformUrl, '--data', data, '--port', String(port)]
const firstPage = applicationListInput.parse({
  filter: { statuses: ['submitted', 'in_review'] },
  sort: { column: 'dueOn', descending: false },
  after: null,
  limit: 50,
})

/** Milliseconds from the start of the program to its address, and to the rows. */
async function startOnce(
  cookie: string,
): Promise<{ ready: number; rows: number; asked: number; cpu: number }> {
  const from = performance.now()
  const program = new Program('browser-host', args)
  await program.message()
  const ready = performance.now() - from
  const socket = new WebSocket(`ws://127.0.0.1:${port}/engine`, { headers: { cookie, origin } })
  await once(socket, 'open')
  const client: ContractRouterClient<typeof engineContract> = createORPCClient(
    new RPCLink({
      // The same interface, typed apart.
      websocket: socket as unknown as globalThis.WebSocket,
    }),
  )
  const askedAt = performance.now()
  const page = await client.applications.list(firstPage)
  const now = performance.now()
  if (page.rows.length !== 50) throw new Error(`${page.rows.length} rows`)
  socket.close()
  await program.stop()
  return { ready, rows: now - from, asked: now - askedAt, cpu: cpuOf(program.output) }
}

/** Milliseconds until a program that does nothing says that it runs. */
async function bareOnce(): Promise<{ rows: number; cpu: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, ['-e', BARE], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] })
  let said = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  await once(child, 'message')
  const taken = performance.now() - from
  await once(child, 'close')
  return { rows: taken, cpu: cpuOf(said) }
}

/** Milliseconds of processor time a program told of. */
function cpuOf(said: string): number {
  return Number(/cpu-us=(\d+)/.exec(said)?.[1]) / 1000
}

/** Lets one browser in and answers its cookie, which is known at every later start. */
async function enter(): Promise<string> {
  const program = new Program('browser-host', args)
  const { address } = readySchema.parse(await program.message())
  const response = await fetch(address)
  await program.stop()
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

try {
  await shippedSyncPeak(platformUrl, data)
  const cookie = await enter()
  process.env.NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(PROBE).replaceAll("'", '%27')}`
  const bare: Awaited<ReturnType<typeof bareOnce>>[] = []
  const started: Awaited<ReturnType<typeof startOnce>>[] = []
  for (let run = 0; run < RUNS; run++) {
    bare.push(await bareOnce())
    started.push(await startOnce(cookie))
  }
  const boot = Math.min(...bare.map((each) => each.rows))
  const bootCpu = Math.min(...bare.map((each) => each.cpu))
  const cpu = Math.min(...started.map((each) => each.cpu))
  const rows = Math.min(...started.map((each) => each.rows))
  const ready = Math.min(...started.map((each) => each.ready))
  const asked = Math.min(...started.map((each) => each.asked))
  console.log(`start of Node alone ${boot.toFixed(0)} ms wall, ${bootCpu.toFixed(0)} ms CPU`)
  console.log(
    `start to first queue ${rows.toFixed(0)} ms (listening ${ready.toFixed(0)} ms, the query ${asked.toFixed(1)} ms)`,
  )
  console.log(
    `beyond Node's own start ${(rows - boot).toFixed(0)} ms, ratio ${(boot / rows).toFixed(2)}; the least of ${RUNS} each`,
  )
  console.log(
    `CPU of a start, the first queue and a stop: ${cpu.toFixed(0)} ms, ratio to Node alone ${(bootCpu / cpu).toFixed(2)}`,
  )
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}
