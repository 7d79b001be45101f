import type { Command } from 'commander'
import type { Engine } from '#main/engine/engine.ts'
import { ImportRefused } from '#main/engine/imports/import-refused.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import { orderMappingSchema } from '#shared/rules/order-files/order-mapping.ts'
import type { OrderFileRefusal } from '#shared/rules/order-files/read-order-file.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { giveFile } from './give-file.ts'
import { type OrderImportReport, orderImportInWords, orderImportReport } from './order-import-report.ts'
import { checkInput, parseJson, readTextFile } from './read-json.ts'
import { type Decided, untilDecided } from './until-decided.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk orders import october.xlsx --marketplace kubesphere --platform URL --email EMAIL --dry-run
  $ marketdesk orders import october.csv --marketplace huawei --platform URL --email EMAIL
  $ marketdesk orders import odd.csv --marketplace ksyun --mapping odd.json --platform URL --email EMAIL

Reads a workbook or CSV of orders of one marketplace, holds them against those on record and imports the new ones: one
decision, all of it or nothing. Orders on record are never changed here: those that the file says otherwise are listed,
and changed at the desk. Needs the role finance. Mappings kept at the desk with the same data folder are used; --mapping
keeps another: { format: 1, name, header: [every column name], columns: { number, provider, cash, paidAt, ... },
constants: { taxBasisPoints: "6%" } }.
Exit codes: 0 imported, or nothing was new; 1 orders were left out that may matter, or the platform refused; 2 the file,
the platform or usage.
JSON: { file, marketplace, encoding, orders, new, known, differs, settled, incomplete, paid, refunded, vouchers, period,
        skipped: { rows, matter, first }, unread, mapping, left: [{ row, number, novelty, differs, missing }], outcome,
        detail }. outcome: imported, nothing-new, dry-run, returned (by the platform, detail says why) or waiting.`

interface ImportOptions extends EngineOptions {
  readonly marketplace: string
  readonly mapping?: string
  readonly dryRun?: true
  readonly json?: true
}

/** A mapping names some hundred columns. */
const MAPPING_BYTES = 1024 * 1024
/** Orders listed that are not taken in. */
const LISTED = 200

/** `orders import FILE`: what the import page does, without a screen. */
export function registerOrderImportCommand(orders: Command, io: CliIo): void {
  const command = orders
    .command('import')
    .description('import a file of orders: the new ones go to the platform')
    .argument('<file>', 'a workbook or CSV')
    .requiredOption('--marketplace <key>', 'the marketplace the orders are of')
  withEngineOptions(command)
    .option('--mapping <file>', 'JSON: which column is what, for files whose columns nobody knows')
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions) =>
      withEngine(options, async (engine, workspace) => {
        const report = await importFile(engine, workspace, file, options)
        io.print(
          options.json ? JSON.stringify(report, null, 2) : harmless(orderImportInWords(report, io.columns)),
        )
        if (report.outcome === 'returned' || report.skipped.matter + report.left.length > 0) io.setExitCode(1)
        if (report.outcome === 'waiting') io.setExitCode(2)
      }),
    )
}

async function importFile(
  engine: Engine,
  workspace: Workspace,
  file: string,
  { marketplace, mapping, dryRun }: ImportOptions,
): Promise<OrderImportReport> {
  const { openOrderImports } = await import('#main/engine/order-imports/order-imports.ts')
  const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
  const imports = openOrderImports(engine)
  const desk = (): QueryContext => {
    const opened = openQueryContext(engine)
    if (opened === null) throw new UsageError('nobody is signed in any more')
    return opened
  }
  if (!engine.shipped.packs.some((pack) => pack.marketplace === marketplace)) {
    const known = [...new Set(engine.shipped.packs.map((pack) => pack.marketplace))].join(', ')
    throw new UsageError(`there is no marketplace ${harmless(marketplace)}: ${known}`)
  }
  try {
    const id = await giveFile(file, {
      begin: (fileName, bytes) => imports.begin(desk(), { marketplace, fileName, bytes }),
      add: (importId, piece) => imports.find(desk(), importId).add(piece),
    })
    if (mapping !== undefined) imports.map(desk(), id, await readMapping(mapping))
    for await (const _progress of imports.find(desk(), id).read(desk()));
    const preview = await imports.find(desk(), id).preview(desk())
    if (preview.kind === 'refused') throw new UsageError(refusalOf(file, preview))
    const left = []
    for (const novelty of ['differs', 'settled', 'incomplete'] as const) {
      const { orders } = await imports.find(desk(), id).orders(desk(), { novelty, after: 0, limit: LISTED })
      left.push(...orders)
    }
    const decided =
      preview.counts.new === 0
        ? { outcome: 'nothing-new' as const, detail: null }
        : dryRun
          ? { outcome: 'dry-run' as const, detail: null }
          : await apply(workspace, () => imports.apply(desk(), id, []))
    return orderImportReport(file, preview, left, decided)
  } catch (error) {
    throw error instanceof ImportRefused ? new UsageError(`${file}: ${error.message}`) : error
  } finally {
    await imports.keepOnly(null)
  }
}

async function apply(
  workspace: Workspace,
  enqueue: () => Promise<{ readonly id: string }>,
): Promise<Decided> {
  const { id } = await enqueue()
  return untilDecided(workspace, id)
}

async function readMapping(path: string) {
  const given = parseJson(await readTextFile(path, MAPPING_BYTES), path)
  return checkInput(given, orderMappingSchema, `${path} is no column mapping`)
}

const REFUSALS: Readonly<Record<OrderFileRefusal, string>> = {
  empty: 'the file holds nothing',
  'too-large': 'the file is larger than any file of orders: export a shorter period',
  'too-many-orders': 'the file holds too many orders for one decision: export a shorter period',
  'broken-workbook': 'the workbook is torn or is none: export it again',
  'zip64-workbook': 'a ZIP64 workbook: open it in a spreadsheet program and save it again as XLSX',
  picture: 'a picture or PDF: export the orders as a workbook or CSV',
  'unknown-columns':
    'no row names the number of an order; name its columns with --mapping. Its fullest rows:',
}

/** Cells of a row that are printed, and characters of each: enough to know a header by. */
const PRINTED_CELLS = 60
const PRINTED_CHARACTERS = 40

function refusalOf(file: string, { reason, candidates }: Extract<OrderPreview, { kind: 'refused' }>): string {
  const found = candidates.map((cells) => {
    const filled = cells.filter((cell) => cell !== '').map((cell) => cell.slice(0, PRINTED_CHARACTERS))
    const more = filled.length > PRINTED_CELLS ? [`… ${filled.length - PRINTED_CELLS} more`] : []
    return `\n  ${[...filled.slice(0, PRINTED_CELLS), ...more].join(' | ')}`
  })
  return harmless(`${file}: ${REFUSALS[reason]}${reason === 'unknown-columns' ? found.join('') : ''}`)
}
