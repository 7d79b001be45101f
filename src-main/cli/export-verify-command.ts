import type { Command } from 'commander'
import type { BookVerdict } from '#main/engine/book/verify-book.ts'
import type { CliIo } from './cli-io.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk export verify settlement.xlsx

Holds every cell against the check that its row was written with, and all of them against the content hash on the first
sheet, whatever program saved the workbook since. Formulas are not judged: the first sheet compares what they come to.
It finds edits made without intent to deceive; for proof, export the same again and compare the content hash.
Exit codes: 0 whole; 1 something was changed: the first cell is named; 2 no such workbook.
JSON: { outcome: whole, contentHash, rows } | { outcome: changed, sheet, cell } | { outcome: no-book, why }.`

/** `export verify FILE`: whether a settlement workbook is as it was written. */
export function registerExportVerifyCommand(exported: Command, io: CliIo): void {
  exported
    .command('verify')
    .description('whether a settlement workbook is as it was written')
    .argument('<file>', 'a workbook written by Marketdesk')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { json }: { readonly json?: true }) => {
      const { runVerifyBook } = await import('#main/engine/book/run-verify-book.ts')
      const verdict = await runVerifyBook(file)
      if (verdict.outcome === 'no-book') {
        io.printError(
          harmless(`marketdesk: ${file}: ${verdict.why}; it is no workbook written by Marketdesk`),
        )
        io.setExitCode(2)
      } else if (verdict.outcome === 'changed') {
        io.setExitCode(1)
      }
      if (json) io.print(JSON.stringify(verdict, null, 2))
      else if (verdict.outcome !== 'no-book') io.print(harmless(`${file}: ${inWords(verdict)}`))
    })
}

function inWords(verdict: Exclude<BookVerdict, { readonly outcome: 'no-book' }>): string {
  if (verdict.outcome === 'whole') return `whole, ${verdict.rows} rows, content ${verdict.contentHash}`
  if (verdict.sheet === null) return 'changed: the content hash differs, and no single cell tells where'
  return `changed: the first cell that differs is ${verdict.sheet}!${verdict.cell}`
}
