import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Option } from 'commander'
import { z } from 'zod'
import { readStatementFile } from '#main/engine/imports/read-statement-file.ts'
import { columnMappingSchema, mappedLayout } from '#shared/bank-statements/mapping.ts'
import type { StatementReading } from '#shared/bank-statements/read-statement.ts'
import type { Statement } from '#shared/bank-statements/statement.ts'
import type { MappedLayout } from '#shared/bank-statements/table/find-header.ts'
import type { CliIo } from './cli-io.ts'
import { createStatementReport } from './statement-report.ts'
import { statementInWords } from './statement-table.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

interface ReadOptions {
  readonly mapping?: string
  readonly known?: string
  readonly json?: true
  readonly lang: 'zh' | 'en'
}

const EXAMPLES = `
Examples:
  $ marketdesk statement read november.csv
  $ marketdesk statement read HISQRY.xls --json
  $ marketdesk statement read december.csv --known november.csv
  $ marketdesk statement read odd-bank.csv --mapping odd-bank.json

The format is found by content: ICBC, BOC, CCB, CMB, PSBC, Zheshang, BOCOM and others by their column names, as CSV,
xlsx, xls or HTML; CAMT.053, MT940, MT942, OFX, BAI2. A mapping is { format: 1, name, header: [every column name],
columns: { date, time, debit, credit, amount, flag, balance, serial, ... }, amountSign, flags: { in, out } }.
Exit codes: 0 fine, 1 not proven, or rows left out that may be money, 2 the file or the arguments are bad.
JSON: an object a line { serial, bookedAt, direction, amount, currency, counterpartyName, counterpartyAccount, summary,
      purpose, remark, isReversal, balanceAfter, directionProven, account, page, row } and, with --known, novelty: new,
      known or overlapping; then { format, encoding, undecodable, account, balances: { opening, closing }, lines, proof,
      sections, skipped: [{ page, row, reason, matters, excerpt }] }. Amounts are decimals in strings.`

/** `statement read FILE`: what a bank's file says, and what proves it. */
export function registerStatementCommand(program: Command, io: CliIo): void {
  const statement = program.command('statement').description('银行流水 read statements of banks')
  statement
    .command('read')
    .description("read a bank's file of any known format and prove it by its own balances")
    .argument('<file>', 'the file, as the bank gave it')
    .option('--mapping <file>', 'JSON: a column mapping, or an array of them, for files no layout knows')
    .option('--known <file>', 'an earlier file of the same account: tells new lines from known ones')
    .option('--json', 'print a JSON object a line, then a summary')
    .addOption(new Option('--lang <language>', 'language of the texts').choices(['zh', 'en']).default('zh'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ReadOptions) => {
      const mappings = options.mapping === undefined ? [] : await readMappings(options.mapping)
      const known = options.known === undefined ? null : await readFileOrThrow(options.known, mappings)
      const report = createStatementReport(await readFileOrThrow(file, mappings), known)
      if (report.hasFindings) io.setExitCode(1)
      if (!options.json) return io.print(harmless(statementInWords(report, options.lang, io.columns)))
      for (const line of report.lines) io.print(JSON.stringify(line))
      io.print(JSON.stringify(report.summary))
    })
}

async function readFileOrThrow(path: string, mappings: readonly MappedLayout[]): Promise<Statement> {
  const reading = await readStatementFile(path, mappings).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  })
  if (reading.kind === 'read') return reading.statement
  throw new UsageError(`${path}: ${REFUSALS[reading.reason]}${proposals(reading)}`)
}

type Refusal = Extract<StatementReading, { kind: 'refused' }>

const REFUSALS: Readonly<Record<Refusal['reason'], string>> = {
  empty: 'the file holds nothing',
  'too-large': 'the file is larger than any statement: ask the bank for a shorter period',
  doctype: 'XML with a DOCTYPE is refused',
  'broken-xml': 'the XML is torn',
  'broken-workbook': 'the workbook is torn or is none',
  'unknown-xml': 'XML, but no camt.053 statement',
  'unknown-layout': 'no header row is known; draw up a column mapping (--mapping)',
}

/** The rows that may be the header, ready to be copied into a mapping. */
function proposals({ candidates }: Refusal): string {
  return candidates.map((cells) => harmless(`\n  "header": ${JSON.stringify(cells)}`)).join('')
}

async function readMappings(path: string): Promise<readonly MappedLayout[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} cannot be read`)
  })
  try {
    const schema = z.union([
      columnMappingSchema.transform((one) => [one]),
      z.array(columnMappingSchema).max(1000),
    ])
    return schema.parse(JSON.parse(text)).map(mappedLayout)
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'
    throw new UsageError(`${path} is no column mapping: ${why}`)
  }
}
