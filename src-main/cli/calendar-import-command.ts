import { basename } from 'node:path'
import type { Command } from 'commander'
import { ulid } from 'ulid'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { firstAdoptableDay } from '#shared/policy/adoption-trouble.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { printGiven } from './policy-propose-command.ts'
import { deskOf, giveDecision } from './propose-decision.ts'
import { readTextFile } from './read-json.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const IMPORT_EXAMPLES = `
Examples:
  $ marketdesk calendar import 2027.json --reason "notice of the State Council" --platform URL --email EMAIL

"calendar check" says before which days it changes. Needs the role admin; another admin adopts it.
Exit codes: 0 proposed, 1 refused by the platform, 2 the file is no table or cannot be right, or bad usage.
JSON: { id, outcome, detail }; outcome is applied, returned or waiting.`

const ADOPT_EXAMPLES = `
Examples:
  $ marketdesk calendar adopt 01KB2Y3JW8X9T4QZ5R6V7N8M0P --platform URL --email EMAIL

Needs the role admin, and another person than who imported it.
Exit codes: 0 adopted, 1 refused by the platform, 2 there is no such table, or bad usage.
JSON: { id, outcome, detail }; outcome is applied, returned or waiting.`

const MAX_BYTES = 512 * 1024

interface ImportOptions extends EngineOptions {
  readonly reason: string
  readonly from?: PlainDate
  readonly json?: true
}

/** `calendar import FILE` and `calendar adopt ID`: what the page does, without a screen. */
export function registerCalendarImportCommands(calendar: Command, io: CliIo): void {
  withEngineOptions(
    calendar
      .command('import')
      .description("propose a year's holidays, for a second person to adopt")
      .argument('<file>', 'the table of a year, as JSON'),
  )
    .requiredOption('--reason <text>', 'why, kept with the table')
    .option(
      '--from <date>',
      'the first day it is counted by; the first that is possible without it',
      parseDateArgument,
    )
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', IMPORT_EXAMPLES)
    .action((file: string, options: ImportOptions) =>
      withEngine(options, async (engine, workspace) => {
        const text = await readTextFile(file, MAX_BYTES)
        const { checkTable } = await import('#main/engine/queries/rules/holidays.ts')
        const desk = await deskOf(engine)
        const { problems, checked } = checkTable(desk, text)
        const troubles = (checked?.troubles ?? []).map(({ date, trouble }) => ({
          place: date,
          message: trouble,
        }))
        if (checked === null || troubles.length > 0) {
          const lines = [...problems, ...troubles].map(({ place, message }) => `  ${place}: ${message}`)
          throw new UsageError(harmless(`${file} is no holiday table:\n${lines.join('\n')}`))
        }
        const recordId = ulid()
        const { fileHash, table } = checked
        const from = options.from ?? firstAdoptableDay(desk.today)
        const given = await giveDecision(workspace, {
          type: 'calendar.import',
          ...{ recordId, expectedVersion: NOT_YET_THERE, seenDigest: null },
          arguments: { fileName: basename(file), fileHash, table, from, reason: options.reason },
        })
        printGiven(io, options, recordId, given)
      }),
    )
  withEngineOptions(
    calendar
      .command('adopt')
      .description('adopt a table that somebody else imported')
      .argument('<id>', 'the table, as calendar import printed it'),
  )
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', ADOPT_EXAMPLES)
    .action((id: string, options: EngineOptions & { readonly json?: true }) =>
      withEngine(options, async (engine, workspace) => {
        const { readPresent } = await import('#main/engine/queries/read-present.ts')
        const record = readPresent(await deskOf(engine), 'holidayTable', id)
        if (record === null) throw new UsageError(`there is no table ${harmless(id)}`)
        const given = await giveDecision(workspace, {
          type: 'calendar.adopt',
          ...{ recordId: id, expectedVersion: record.version, arguments: {} },
          seenDigest: workspace.outbox.seenDigest('holidayTable', id),
        })
        printGiven(io, options, id, given)
      }),
    )
}
