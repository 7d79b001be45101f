import { join } from 'node:path'
import type { Command } from 'commander'
import type { Engine } from '#main/engine/engine.ts'
import type { FailureKind } from '#main/engine/platform-client/platform-failure.ts'
import { PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import { dataFolder } from '#node/data-folder.ts'
import type { DigestCertificate, SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import { askPassword } from './ask-password.ts'
import type { CliIo } from './cli-io.ts'
import { parseUrlArgument } from './parse-arguments.ts'
import { textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ marketdesk sync --platform https://market.example --email you@market.example
  $ MARKETDESK_PASSWORD=... marketdesk sync --platform URL --email EMAIL --json

Sends the decisions that wait, fetches what changed and compares the copy with the platform.
Exit codes: 0 the copy equals the platform, 1 it does not, 2 the platform did not answer or bad usage.
JSON: { state, position, confirmedAt, outboxWaiting, returned, equal, kinds: [{ kind, count, platformCount, equal }] }`

interface SyncOptions {
  readonly platform: string
  readonly email: string
  readonly data: string
  readonly json?: true
}

/** `sync`: one pull and push without a screen, by the same engine. */
export function registerSyncCommand(program: Command, io: CliIo): void {
  program
    .command('sync')
    .description('同步一次 fetch and send once, without a screen')
    .requiredOption('--platform <url>', 'the platform', parseUrlArgument)
    .requiredOption(
      '--email <email>',
      'who signs in; the password comes from MARKETDESK_PASSWORD or is asked for',
    )
    .option('--data <dir>', 'the data folder of the console', join(dataFolder(), 'console'))
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SyncOptions) => {
      const engine = await openEngine(options)
      try {
        await signIn(engine, options.email)
        const workspace = engine.workspace()
        if (workspace === null) throw new UsageError('nobody is signed in')
        const status = await workspace.sync.now()
        if (status.state !== 'live') throw new UsageError(`not in step: ${status.lastError ?? status.state}`)
        const certificate = await workspace.sync.verify()
        print(io, options, status, certificate)
        if (!certificate.equal) io.setExitCode(1)
      } catch (error) {
        throw error instanceof PlatformFailure ? new UsageError(inWords(error, options)) : error
      } finally {
        await engine.close()
      }
    })
}

/** The engine is read only when it is needed: the other commands start quicker without it. */
async function openEngine({ platform, data }: SyncOptions): Promise<Engine> {
  const { startLocalEngine } = await import('#main/engine/start-local-engine.ts')
  const { fileKeyStore, fileSecretStore } = await import('#main/engine/storage/keys/file-key-store.ts')
  const secrets = join(data, 'secrets')
  return startLocalEngine({
    platformUrl: platform,
    dataFolder: data,
    keys: fileKeyStore(secrets),
    secrets: fileSecretStore(secrets),
  })
}

async function signIn(engine: Engine, email: string): Promise<void> {
  if (engine.session.account()?.email === email) return
  await engine.session.signIn(email, await askPassword(email))
}

const FAILURES: Readonly<Record<FailureKind, string>> = {
  offline: 'it cannot be reached; check the address and that it runs',
  timeout: 'it did not answer in time; try again',
  unauthorized: 'it does not know this e-mail and password',
  'client-too-old': 'it needs a newer Marketdesk',
  throttled: 'too many attempts',
  server: 'it failed; try again, and look into its log',
  refused: 'it refused the request',
}

/** A failure of the platform, with what to do. */
function inWords({ kind, retryAfterSeconds }: PlatformFailure, { platform }: SyncOptions): string {
  const wait = retryAfterSeconds === null ? '' : `; again in ${retryAfterSeconds} s`
  return `${platform}: ${FAILURES[kind]}${wait} (${kind})`
}

function print(
  io: CliIo,
  { json }: SyncOptions,
  status: SyncStatus,
  { equal, kinds }: DigestCertificate,
): void {
  const { state, position, confirmedAt, outboxWaiting, returned } = status
  if (json) {
    const report = { state, position, confirmedAt, outboxWaiting, returned, equal, kinds }
    io.print(JSON.stringify(report, null, 2))
    return
  }
  const rows = kinds.map(({ kind, count, platformCount, equal: same }) => [
    kind,
    String(count),
    String(platformCount),
    same ? 'yes' : 'no',
  ])
  io.print(textTable(['kind', 'here', 'platform', 'equal'], rows, io.columns))
  io.print(`position ${position}, ${outboxWaiting} decisions waiting, ${returned} returned`)
}
