import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { lockFolder } from '#node/instance-lock.ts'
import { startProblem } from '#node/start-problem.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/demo-accounts.ts'
import { askMissingDeposits } from './deposits/ask-missing.ts'
import { listen } from './http/listen.ts'
import { loadPolicies } from './load-policies.ts'
import { createPlatform } from './start-platform.ts'

const portSchema = z.coerce.number().int().min(0).max(65_535)
/** The environment gives defaults; arguments win. */
const environmentSchema = z.object({
  MARKETDESK_PLATFORM_DATA: z.string().min(1).default(join(process.cwd(), 'platform-data')),
  MARKETDESK_PLATFORM_PORT: portSchema.default(4100),
  MARKETDESK_PLATFORM_HOST: z.string().min(1).default('127.0.0.1'),
})
const argumentsSchema = z.object({
  data: z.string().min(1).optional(),
  port: portSchema.optional(),
  demo: z.boolean().default(false),
})

async function main(): Promise<void> {
  const environment = environmentSchema.parse(process.env)
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean' } },
  })
  const { data, port, demo } = argumentsSchema.parse(values)
  const dataDir = data ?? environment.MARKETDESK_PLATFORM_DATA
  // Given back by the system when this process ends.
  lockFolder(dataDir)
  const platform = await createPlatform({
    dataDir,
    policies: await loadPolicies(),
    demoAccounts: demo ? DEMO_ACCOUNTS.map(demoSignIn) : [],
  })
  await askMissingDeposits(platform)
  if (demo) {
    const { seedDemo } = await import('./demo/seed-demo.ts')
    await seedDemo(platform)
  }
  const listening = await listen(platform, {
    port: port ?? environment.MARKETDESK_PLATFORM_PORT,
    host: environment.MARKETDESK_PLATFORM_HOST,
  })
  console.log(`Marketdesk platform at ${listening.url}`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void listening.close().then(() => process.exit(0))
    })
  }
}

function demoSignIn({ name, email, roles }: (typeof DEMO_ACCOUNTS)[number]) {
  return { name, email, roles: [...roles], password: DEMO_PASSWORD }
}

await main().catch((error: unknown) => {
  console.error(startProblem(error) ?? (error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
})
