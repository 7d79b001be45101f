import type { Command } from 'commander'
import type { DigestCertificate, SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { textTable } from './text-table.ts'

const EXAMPLES = `
Examples:
  $ marketdesk sync --platform https://market.example --email you@market.example
  $ MARKETDESK_PASSWORD=... marketdesk sync --platform URL --email EMAIL --json

Sends the decisions that wait, fetches what changed and compares the copy with the platform.
Exit codes: 0 the copy equals the platform, 1 it does not, 2 the platform did not answer or bad usage.
JSON: { state, position, confirmedAt, outboxWaiting, returned, equal, kinds: [{ kind, count, platformCount, equal }] }`

interface SyncOptions extends EngineOptions {
  readonly json?: true
}

/** `sync`: one pull and push without a screen, by the same engine. */
export function registerSyncCommand(program: Command, io: CliIo): void {
  const command = program.command('sync').description('同步一次 fetch and send once, without a screen')
  withEngineOptions(command)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action((options: SyncOptions) =>
      withEngine(options, async (_engine, { sync }) => {
        const status = sync.status()
        const certificate = await sync.verify()
        print(io, options, status, certificate)
        if (!certificate.equal) io.setExitCode(1)
      }),
    )
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
