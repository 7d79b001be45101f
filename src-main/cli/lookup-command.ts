import type { Command } from 'commander'
import { Option } from 'commander'
import type { Found } from '#shared/contracts/console-engine/desk.ts'
import type { CliIo } from './cli-io.ts'
import { type CopyOptions, withCopyOptions, withLocalCopy } from './local-copy.ts'
import { parseLimitArgument } from './parse-arguments.ts'
import { textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk lookup 青岚
  $ marketdesk lookup chongqing --kind provider
  $ marketdesk lookup 01JD --json
  $ marketdesk lookup 云栈 --data ~/.local/share/marketdesk/console --platform https://market.example

By an id, an order, invoice or receipt number or the bank's serial, or their beginning; by any part of a name; by pinyin,
in whole syllables or initials. It reads the copy that lies here and needs neither the platform nor an e-mail.
Exit codes: 0 found, 1 nothing found, 2 no copy or bad usage.
JSON: an object a line { kind, id, title, matched }, best first; matched is the part of it that fits.`

const LOOKED_UP = ['provider', 'user', 'cluster', 'subscription', 'order', 'invoice', 'listing'] as const
const MAX_TEXT = 100

interface LookupOptions extends CopyOptions {
  readonly kind?: (typeof LOOKED_UP)[number]
  readonly limit: number
  readonly json?: true
}

/** `lookup TEXT`: finds records of every kind in the copy that lies on this computer. */
export function registerLookupCommand(program: Command, io: CliIo): void {
  const command = program
    .command('lookup')
    .description('查询 find a record by id, number, part of a name or pinyin, offline')
    .argument('<text>', 'what to look for')
    .addOption(new Option('--kind <kind>', 'only records of a kind').choices(LOOKED_UP))
    .option('--limit <n>', 'at most so many', parseLimitArgument, 20)
  withCopyOptions(command)
    .option('--json', 'print an object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (text: string, options: LookupOptions) => {
      if (text.trim() === '') throw new UsageError('there is nothing to look for in a blank text')
      if (text.length > MAX_TEXT)
        throw new UsageError(`a text of at most ${MAX_TEXT} characters is looked for`)
      const { find } = await import('#main/engine/queries/find.ts')
      const found = await withLocalCopy(io, options, (copy) =>
        find(copy, text, options.limit, options.kind === undefined ? undefined : [options.kind]),
      )
      if (found.length === 0) io.setExitCode(1)
      if (options.json) for (const hit of found) io.print(JSON.stringify(inShort(hit)))
      else io.print(harmless(found.length === 0 ? 'nothing found' : inTable(found, io.columns)))
    })
}

function inShort({ kind, id, title, matched }: Found) {
  return { kind, id, title, matched: matched.text.slice(matched.from, matched.to) }
}

function inTable(found: readonly Found[], columns: number): string {
  const rows = found.map((hit) => {
    const { kind, id, title, matched } = inShort(hit)
    return [kind, id, matched, title]
  })
  return textTable(['kind', 'id', 'matched', 'title'], rows, columns)
}
