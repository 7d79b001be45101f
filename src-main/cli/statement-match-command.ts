import type { Command } from 'commander'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { matchLines } from '#shared/rules/bank-matching/match-lines.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { LineToMatch, MatchCandidate, MatchDecision } from '#shared/rules/bank-matching/match-types.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { provenLines, readJsonLines, readOpenDeposits } from './lines-to-match.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { readMappings, readStatementArgument } from './read-statement-argument.ts'
import { createStatementReport } from './statement-report.ts'
import { textTable } from './text-table.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk statement match november.csv --deposits open.json
  $ marketdesk statement match lines.json --deposits open.json --json

open.json: [{ id, name, deposit_due, accounts }]; deposit_due is what is still missing, "5000.00", "0.00" once it is
settled; accounts (may be left out) were confirmed for the provider before. lines.json: [{ amount, direction, payer,
remark, summary, payer_account }]; the last two may be left out. The words a remark must hold come from the pack.
JSON: an object a line { line, decision: auto, suggest or none, candidates: [{ provider, reasons }] }, the best first,
with page and row of a bank's file. auto has exactly one candidate; where several lines would close one deposit, or
nothing proves that the money came in, they are suggestions.
Exit codes: 0 fine, 1 the bank's file is not proven or rows of it were left out, 2 a file or the arguments are bad.`

interface MatchOptions {
  readonly deposits: string
  readonly marketplace: string
  readonly on?: PlainDate
  readonly mapping?: string
  readonly json?: true
}

interface Place {
  readonly page: string
  readonly row: number
}

interface MatchInput {
  readonly lines: readonly LineToMatch[]
  /** Where each line stands in a bank's file. */
  readonly places: readonly Place[]
  readonly hasFindings: boolean
}

/** `statement match FILE`: which open deposit each line of a statement pays. */
export function registerStatementMatchCommand(statement: Command, io: CliIo): void {
  statement
    .command('match')
    .description('match the lines of a statement, or of a JSON file, with open deposits')
    .argument('<file>', 'a statement as the bank gave it, or lines as JSON')
    .requiredOption('--deposits <file>', 'the open deposits as JSON')
    .option('--marketplace <key>', 'whose remark is looked for', 'kubesphere')
    .option('--on <date>', 'the day whose pack is used', parseDateArgument)
    .option('--mapping <file>', 'JSON: a column mapping, or an array of them, for files no layout knows')
    .option('--json', 'print a JSON object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: MatchOptions) => {
      const pack = choosePack(await readPacks(io), options.marketplace, options.on)
      const deposits = await readOpenDeposits(options.deposits)
      const { lines, places, hasFindings } = await readInput(file, options.mapping)
      const decisions = matchLines(lines, deposits, matchSettings(pack.deposit))
      if (hasFindings) io.setExitCode(1)
      if (!options.json) return io.print(harmless(inWords(lines, decisions, io.columns)))
      for (const [at, decision] of decisions.entries()) {
        const candidates = decision.candidates.map(toJson)
        io.print(JSON.stringify({ line: at + 1, decision: decision.decision, candidates, ...places[at] }))
      }
    })
}

/** The name of the field is the file format's: open.json lists a deposit by its provider. */
function toJson({ id, reasons }: MatchCandidate) {
  return { provider: id, reasons }
}

async function readInput(file: string, mapping: string | undefined): Promise<MatchInput> {
  const json = await readJsonLines(file)
  if (json !== null) return { lines: json, places: [], hasFindings: false }
  const mappings = mapping === undefined ? [] : await readMappings(mapping)
  const read = await readStatementArgument(file, mappings)
  const proven = provenLines(read)
  return {
    lines: proven.map(({ toMatch }) => toMatch),
    places: proven.map(({ line }) => line.place),
    hasFindings: createStatementReport(read, null).hasFindings,
  }
}

function inWords(
  lines: readonly LineToMatch[],
  decisions: readonly MatchDecision[],
  columns: number,
): string {
  const rows = decisions.flatMap(({ decision, candidates }, at) => {
    const line = lines[at]
    const amount =
      line === undefined ? '' : decimalAmount(line.direction === 'in' ? line.amount : -line.amount)
    const [first, ...others] = candidates
    return [
      [`${at + 1}`, decision, amount, line?.payer ?? '', first?.id ?? '', first?.reasons.join(', ') ?? ''],
      ...others.map(({ id, reasons }) => ['', '', '', '', id, reasons.join(', ')]),
    ]
  })
  const headings = [
    '行 line',
    '结论 decision',
    '金额 amount',
    '付款人 payer',
    '服务商 provider',
    '理由 reasons',
  ]
  const count = (wanted: MatchDecision['decision']) =>
    decisions.filter(({ decision }) => decision === wanted).length
  return [
    textTable(headings, rows, columns),
    '',
    `auto ${count('auto')}  suggest ${count('suggest')}  none ${count('none')}`,
  ].join('\n')
}
