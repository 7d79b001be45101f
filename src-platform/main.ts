import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ulid } from 'ulid'
import { z } from 'zod'
import { lockFolder } from '#node/instance-lock.ts'
import { startProblem } from '#node/start-problem.ts'
import { auditHeadTextSchema } from '#shared/contracts/console-platform/contract.ts'
import { roleSchema } from '#shared/contracts/console-platform/roles.ts'
import { verifyData } from './audit/verify-data.ts'
import { addAccount, resetAccount } from './auth/accounts-by-hand.ts'
import { backUp } from './backup/back-up.ts'
import { refuseUnfinishedRestore, restore } from './backup/restore.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/demo-accounts.ts'
import { keepDemoFactors } from './demo/keep-demo-factors.ts'
import { refuseUnfinishedDemo } from './demo/unfinished-demo.ts'
import { askMissingDeposits } from './deposits/ask-missing.ts'
import { proxiesSchema } from './http/client-network.ts'
import { listen } from './http/listen.ts'
import { loadPolicies } from './load-policies.ts'
import { smtpEnvironmentSchema, smtpSettings } from './mail/smtp-settings.ts'
import { startSending } from './notices/start-sending.ts'
import { createPlatform } from './start-platform.ts'
import { keysByHand } from './vendor-api/key-command.ts'

const portSchema = z.coerce.number().int().min(0).max(65_535)
/** The environment gives defaults; arguments win. */
const environmentSchema = smtpEnvironmentSchema.extend({
  MARKETDESK_PLATFORM_DATA: z.string().min(1).default(join(process.cwd(), 'platform-data')),
  MARKETDESK_PLATFORM_PORT: portSchema.default(4100),
  MARKETDESK_PLATFORM_HOST: z.string().min(1).default('127.0.0.1'),
  MARKETDESK_PLATFORM_TRUST_PROXY: proxiesSchema.default([]),
})
/** What there is to do, and with which backup. */
const positionalsSchema = z.union([
  z.tuple([]).transform(() => ({ act: 'serve' as const })),
  z.tuple([z.enum(['backup', 'restore']), z.string().min(1)]).transform(([act, folder]) => ({ act, folder })),
  z.tuple([z.literal('verify-audit')]).transform(([act]) => ({ act })),
  z
    .tuple([z.literal('account'), z.enum(['add', 'reset'])])
    .transform(([, act]) => ({ act: `account-${act}` as const })),
  z
    .tuple([z.literal('key'), z.enum(['add', 'list'])])
    .transform(([, act]) => ({ act: `key-${act}` as const })),
  z
    .tuple([z.literal('key'), z.literal('end'), z.string().min(1).max(64)])
    .transform(([, , id]) => ({ act: 'key-end' as const, id })),
])
const argumentsSchema = z.object({
  data: z.string().min(1).optional(),
  port: portSchema.optional(),
  demo: z.boolean().default(false),
  /** Subscriptions a demo shall have: it is made so large, and not served. */
  grow: z.coerce.number().int().min(0).optional(),
  /** Whose account is made, or given a code for a new password. */
  email: z.email().optional(),
  name: z.string().trim().min(1).max(100).optional(),
  roles: z
    .string()
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(roleSchema).min(1))
    .optional(),
  'trust-proxy': proxiesSchema.optional(),
  /** Whose key is made: of a provider, or of the marketplace itself; and where it is used. */
  marketplace: z.string().min(1).max(64).optional(),
  provider: z.string().min(1).max(64).optional(),
  label: z.string().trim().min(1).max(100).optional(),
  /** An entry of the audit log that a document states. */
  noted: auditHeadTextSchema.optional(),
})
type Arguments = z.infer<typeof argumentsSchema>
type Environment = z.infer<typeof environmentSchema>

async function main(): Promise<void> {
  const environment = environmentSchema.parse(process.env)
  const { values, positionals } = parseArgs({
    options: {
      ...{ data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean' } },
      ...{ grow: { type: 'string' }, noted: { type: 'string' }, 'trust-proxy': { type: 'string' } },
      ...{ email: { type: 'string' }, name: { type: 'string' }, roles: { type: 'string' } },
      ...{ marketplace: { type: 'string' }, provider: { type: 'string' }, label: { type: 'string' } },
    },
    allowPositionals: true,
  })
  const asked = positionalsSchema.parse(positionals)
  const given = argumentsSchema.parse(values)
  const dataDir = given.data ?? environment.MARKETDESK_PLATFORM_DATA
  switch (asked.act) {
    case 'serve':
      return serve(dataDir, given, environment)
    case 'verify-audit': {
      const onProgress = (entries: number) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${entries}`)
      }
      console.log(JSON.stringify(await verifyData(dataDir, { noted: given.noted ?? null, onProgress })))
      return
    }
    case 'account-add':
    case 'account-reset':
      return byHand(dataDir, asked.act, given)
    case 'key-add':
    case 'key-list':
    case 'key-end':
      return keysByHand(dataDir, asked, given)
    case 'backup': {
      const { files, position } = await backUp(dataDir, asked.folder, new Date().toISOString())
      console.log(`${asked.folder}: 位置 position ${position}, 文件 files ${files}`)
      return
    }
    case 'restore': {
      const newEpoch = ulid()
      const { manifest, setAside } = await restore(asked.folder, dataDir, { newEpoch, stamp: newEpoch })
      console.log(`${dataDir}: ${manifest.madeAt}, 位置 position ${manifest.position}`)
      if (setAside !== null) console.log(`原有数据 what was there: ${setAside}`)
      console.log(
        '账号、角色和接口密钥回到备份时的状态：此后停用的请再次停用。\n' +
          'Accounts, roles and API keys are as they were then: end anew what was ended since.',
      )
    }
  }
}

async function serve(
  dataDir: string,
  { port, demo, grow, 'trust-proxy': trustProxy }: Arguments,
  environment: Environment,
): Promise<void> {
  // Said before anything is opened; a demo sends nothing to anybody.
  const smtp = demo ? null : smtpSettings(environment)
  // Given back by the system when this process ends.
  lockFolder(dataDir)
  await refuseUnfinishedRestore(dataDir)
  if (!demo) refuseUnfinishedDemo(dataDir)
  const maker = demo ? await import('./demo/make-demo.ts') : null
  await maker?.dropUnfinishedDemo(dataDir)
  const platform = await createPlatform({
    dataDir,
    policies: await loadPolicies(),
    demoAccounts: demo ? DEMO_ACCOUNTS.map(demoSignIn) : [],
    trustedProxies: trustProxy ?? environment.MARKETDESK_PLATFORM_TRUST_PROXY,
  })
  await askMissingDeposits(platform)
  if (maker !== null) {
    await maker.makeDemo(platform, dataDir)
    await keepDemoFactors(platform)
  }
  if (grow !== undefined) {
    const { growDemo } = await import('./demo/grow-demo.ts')
    try {
      const { subscriptions, clusters, orders } = await growDemo(platform, grow)
      console.log(`${dataDir}: ${subscriptions} subscriptions, ${clusters} clusters, ${orders} orders`)
    } finally {
      await platform.close()
    }
    return
  }
  const listening = await listen(platform, {
    port: port ?? environment.MARKETDESK_PLATFORM_PORT,
    host: environment.MARKETDESK_PLATFORM_HOST,
  })
  console.log(`Marketdesk platform at ${listening.url}`)
  const sender = startSending(platform, smtp)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      // What is being sent is finished first: it would be left unclear.
      void sender
        .stop()
        .then(() => listening.close())
        .then(() => process.exit(0))
    })
  }
}

/** Makes an account, or gives one a new code, on the folder of a stopped platform: whoever owns it may. */
async function byHand(
  dataDir: string,
  act: 'account-add' | 'account-reset',
  { email, name, roles }: Arguments,
): Promise<void> {
  const isAdding = act === 'account-add'
  if (email === undefined || (isAdding && (name === undefined || roles === undefined))) {
    throw new Error(
      isAdding
        ? '需要 --email、--name 和 --roles --email, --name and --roles are needed'
        : '需要 --email is needed',
    )
  }
  lockFolder(dataDir)
  await refuseUnfinishedRestore(dataDir)
  refuseUnfinishedDemo(dataDir)
  const platform = await createPlatform({ dataDir, policies: await loadPolicies() })
  try {
    const issued = isAdding
      ? await addAccount(platform, { email, name: name ?? '', roles: roles ?? [] })
      : await resetAccount(platform, email)
    console.log(`邀请码 invitation code: ${issued.code}`)
    console.log(
      `${email}: 登录页「有邀请码」，有效至 ${issued.expiresAt} · "I have an invitation code" on the sign-in page, until then`,
    )
  } finally {
    await platform.close()
  }
}

function demoSignIn({ name, email, roles, factorSecret }: (typeof DEMO_ACCOUNTS)[number]) {
  return { name, email, roles: [...roles], password: DEMO_PASSWORD, factorSecret: factorSecret ?? null }
}

await main().catch((error: unknown) => {
  console.error(startProblem(error) ?? (error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
})
