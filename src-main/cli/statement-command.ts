import type { Command } from 'commander'
import { Option } from 'commander'
import type { CliIo } from './cli-io.ts'
import { readMappings, readStatementArgument } from './read-statement-argument.ts'
import { registerStatementImportCommand } from './statement-import-command.ts'
import { registerStatementMatchCommand } from './statement-match-command.ts'
import { createStatementReport } from './statement-report.ts'
import { statementInWords } from './statement-table.ts'
import { registerStatementWithdrawCommand } from './statement-withdraw-command.ts'
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

/** `statement read FILE`: what a bank's file says, and what proves it; the other `statement` commands beside it. */
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
      const known = options.known === undefined ? null : await readStatementArgument(options.known, mappings)
      const report = createStatementReport(await readStatementArgument(file, mappings), known)
      if (report.hasFindings) io.setExitCode(1)
      if (!options.json) return io.print(harmless(statementInWords(report, options.lang, io.columns)))
      for (const line of report.lines) io.print(JSON.stringify(line))
      io.print(JSON.stringify(report.summary))
    })
  registerStatementMatchCommand(statement, io)
  registerStatementImportCommand(statement, io)
  registerStatementWithdrawCommand(statement, io)
}
