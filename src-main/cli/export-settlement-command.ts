import { open, rename, rm } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { Engine } from '#main/engine/engine.ts'
import { ImportRefused } from '#main/engine/imports/import-refused.ts'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import { TABLE_FORMATS, type TableFormat } from '#shared/contracts/console-engine/files.ts'
import { settlementFilterSchema } from '#shared/contracts/console-engine/settlement.ts'
import type { WholeBook } from '#shared/contracts/console-engine/settlement-book.ts'
import {
  STATEMENT_STATUSES,
  type StatementStatus,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { maySee, rolesSeeing } from '#shared/contracts/console-platform/visibility.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk export settlement --month 2026-10 --out october.xlsx --platform URL --email EMAIL
  $ marketdesk export settlement --month 2026-09 2026-10 --marketplace huawei --status committed \\
      --out q.csv --format csv --platform URL --email EMAIL

What 结算工作簿 on the page 结算 saves: every statement of the months, its orders and other movements, taxes, deposits, and
what each column means. Without --status: all but the voided ones. CSV has the orders alone. The file is written under another
name and renamed when it is whole. The same records give the same content hash; export verify FILE finds what was edited since.
Exit codes: 0 written; 1 nothing was settled there, the file has no rows; 2 the platform, the file or usage.
JSON: { file, statements, rows, contentHash }.`

interface ExportOptions extends EngineOptions {
  readonly month: readonly string[]
  readonly marketplace: readonly string[]
  readonly status: readonly StatementStatus[]
  readonly provider: string
  readonly out: string
  readonly format: TableFormat
  readonly lang: 'zh' | 'en'
  readonly json?: true
}

/** `export settlement`: the settlement workbook, without a screen. */
export function registerExportSettlementCommand(exported: Command, io: CliIo): void {
  const command = exported
    .command('settlement')
    .description('the settlement workbook of some months')
    .requiredOption('--month <month...>', 'months like 2026-10')
    .option('--marketplace <key...>', 'marketplaces; all where none is named', [])
    .addOption(new Option('--status <status...>', 'of statements').choices(STATEMENT_STATUSES).default([]))
    .option('--provider <text>', 'in the name of providers', '')
    .requiredOption('--out <file>', 'where it is written')
    .addOption(new Option('--format <format>', 'of the file').choices(TABLE_FORMATS).default('xlsx'))
    .addOption(new Option('--lang <language>', 'of headings and words').choices(['zh', 'en']).default('zh'))
  withEngineOptions(command)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action((options: ExportOptions) =>
      withEngine(options, async (engine, { account }) => {
        if (!maySee(account.roles, 'settlementStatement')) {
          throw new UsageError(`settlements are seen by ${rolesSeeing('settlementStatement').join(', ')}`)
        }
        const { statements, rows, contentHash } = await exportBook(engine, options)
        if (statements === 0) io.setExitCode(1)
        const report = { file: options.out, statements, rows, contentHash }
        io.print(
          options.json
            ? JSON.stringify(report, null, 2)
            : harmless(
                `${report.file}: ${statements} statements, ${rows} rows of orders, content ${contentHash}`,
              ),
        )
      }),
    )
}

async function exportBook(engine: Engine, options: ExportOptions): Promise<WholeBook> {
  const { openSettlementBooks } = await import('#main/engine/settlement-book/settlement-books.ts')
  const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
  const { month: months, marketplace: marketplaces, status: statuses, provider: text } = options
  const wrong = months.find((month) => !plainMonthSchema.safeParse(month).success)
  if (wrong !== undefined) throw new UsageError(`${harmless(wrong)} is no month: write it like 2026-10`)
  const known = new Set(engine.shipped.packs.map((pack) => pack.marketplace))
  const unknown = marketplaces.find((key) => !known.has(key))
  if (unknown !== undefined) {
    throw new UsageError(`there is no marketplace ${harmless(unknown)}: ${[...known].join(', ')}`)
  }
  const filter = settlementFilterSchema.parse({ months, marketplaces, statuses, text })
  const books = openSettlementBooks(engine)
  const desk = () => {
    const opened = openQueryContext(engine)
    if (opened === null) throw new UsageError('nobody is signed in any more')
    return opened
  }
  const part = `${options.out}.part`
  const file = await open(part, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${options.out} cannot be written: ${error.code ?? error.message}`)
  })
  try {
    const { exportId } = await books.begin(desk(), { filter, language: options.lang, format: options.format })
    let piece = await books.next(desk(), exportId)
    for (; piece.whole === null; piece = await books.next(desk(), exportId)) await file.writeFile(piece.bytes)
    await file.writeFile(piece.bytes)
    await file.close()
    await rename(part, options.out)
    return piece.whole
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error instanceof ImportRefused ? new UsageError(error.message) : error
  } finally {
    await books.keepOnly(null)
  }
}
