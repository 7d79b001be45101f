import { basename } from 'node:path'
import type { Command } from 'commander'
import { ulid } from 'ulid'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { deskOf, type Given, giveDecision } from './propose-decision.ts'
import { readTextFile } from './read-json.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const PROPOSE_EXAMPLES = `
Examples:
  $ marketdesk policy propose kubesphere-2027-01-01.yaml --reason "fee changed by notice of 2026-11-20" --platform URL --email EMAIL

"policy check" says before what it would change. Needs the role finance; another person adopts it.
Exit codes: 0 proposed, 1 refused by the platform, 2 the file is no pack, cannot come into force, or bad usage.
JSON: { id, outcome, detail }; outcome is applied, returned or waiting.`

const ADOPT_EXAMPLES = `
Examples:
  $ marketdesk policy adopt 01KB2Y3JW8X9T4QZ5R6V7N8M0P --platform URL --email EMAIL

Needs the role finance or finance-approver, and another person than who proposed it.
Exit codes: 0 adopted, 1 refused by the platform, 2 there is no such proposal, or bad usage.
JSON: { id, outcome, detail }; outcome is applied, returned or waiting.`

const MAX_BYTES = 512 * 1024

interface ProposeOptions extends EngineOptions {
  readonly reason: string
  readonly json?: true
}

/** `policy propose FILE` and `policy adopt ID`: what the page does, without a screen. */
export function registerPolicyProposeCommands(policy: Command, io: CliIo): void {
  withEngineOptions(
    policy
      .command('propose')
      .description('propose a pack file, for a second person to adopt')
      .argument('<file>', 'the pack, as YAML or JSON'),
  )
    .requiredOption('--reason <text>', 'why, kept with the proposal')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', PROPOSE_EXAMPLES)
    .action((file: string, options: ProposeOptions) =>
      withEngine(options, async (engine, workspace) => {
        const text = await readTextFile(file, MAX_BYTES)
        const { checkPack } = await import('#main/engine/queries/rules/packs.ts')
        const { problems, checked } = await checkPack(await deskOf(engine), text)
        if (checked === null) {
          const lines = problems.map(({ place, message }) => `  ${place}: ${message}`)
          throw new UsageError(harmless(`${file} is no policy pack:\n${lines.join('\n')}`))
        }
        if (checked.troubles.length > 0) {
          const codes = checked.troubles.map(({ code }) => code).join(', ')
          throw new UsageError(`${file} cannot come into force: ${codes}; see "policy check"`)
        }
        const recordId = ulid()
        const { fileHash, pack } = checked
        const given = await giveDecision(workspace, {
          type: 'policy.propose',
          ...{ recordId, expectedVersion: NOT_YET_THERE, seenDigest: null },
          arguments: { fileName: basename(file), fileHash, pack, reason: options.reason },
        })
        printGiven(io, options, recordId, given)
      }),
    )
  withEngineOptions(
    policy
      .command('adopt')
      .description('adopt a pack that somebody else proposed')
      .argument('<id>', 'the proposal, as policy propose printed it'),
  )
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', ADOPT_EXAMPLES)
    .action((id: string, options: EngineOptions & { readonly json?: true }) =>
      withEngine(options, async (engine, workspace) => {
        const { readPresent } = await import('#main/engine/queries/read-present.ts')
        const record = readPresent(await deskOf(engine), 'policyPack', id)
        if (record === null) throw new UsageError(`there is no proposal ${harmless(id)}`)
        const given = await giveDecision(workspace, {
          type: 'policy.adopt',
          ...{ recordId: id, expectedVersion: record.version, arguments: {} },
          seenDigest: workspace.outbox.seenDigest('policyPack', id),
        })
        printGiven(io, options, id, given)
      }),
    )
}

/** Says what became of it, and sets the exit code. */
export function printGiven(io: CliIo, { json }: { readonly json?: true }, id: string, given: Given): void {
  if (given.outcome === 'returned') io.setExitCode(1)
  if (given.outcome === 'waiting') io.setExitCode(2)
  io.print(
    json
      ? JSON.stringify({ id, ...given }, null, 2)
      : harmless(`${id} ${given.outcome}${given.detail === null ? '' : `: ${given.detail}`}`),
  )
}
