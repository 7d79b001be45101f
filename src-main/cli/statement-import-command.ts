import { type Command, Option } from 'commander'
import type { Engine } from '#main/engine/engine.ts'
import { ImportRefused } from '#main/engine/imports/import-refused.ts'
import type { StatementImports } from '#main/engine/imports/statement-imports.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import type { ImportPreview, ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { ACCEPTABLE, type Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { giveFile } from './give-file.ts'
import { refusalInWords } from './read-statement-argument.ts'
import {
  type ImportReport,
  importInWords,
  type SectionOutcome,
  sectionReport,
} from './statement-import-report.ts'
import { untilDecided } from './until-decided.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk statement import november.csv --platform https://market.example --email you@market.example --dry-run
  $ marketdesk statement import november.csv --platform URL --email EMAIL
  $ marketdesk statement import sheet.xlsx --platform URL --email EMAIL --account 0200001109024543164 --accept account-unnamed

Reads and proves the file as "statement read" does, holds it against the lines the account has, and imports what is
new. Each account of the file is one decision, all of it or nothing; where one of them is refused none is imported.
Needs the role finance. Column mappings kept at the desk with the same data folder are used.
--accept names what you take upon yourself; without it nothing of that is imported: ${ACCEPTABLE.join(', ')}.
Exit codes: 0 imported, or nothing was new; 1 refused here or by the platform; 2 the file, the platform or usage.
JSON: { file, format, encoding, sections: [{ account, accountId, period, lines, new, known, overlapping, automatic,
        suggested, proof, toAccept, barred, outcome, detail }] }. outcome: imported, nothing-new, dry-run, refused,
        returned (by the platform, detail says why) or waiting (no answer; it is sent with the next sync).`

interface ImportOptions extends EngineOptions {
  readonly account?: string
  readonly accept: readonly Acceptable[]
  readonly match: boolean
  readonly dryRun?: true
  readonly json?: true
}

/** `statement import FILE`: what the import page does, without a screen. */
export function registerStatementImportCommand(statement: Command, io: CliIo): void {
  const command = statement
    .command('import')
    .description("import a bank's file: its new lines go to the platform")
    .argument('<file>', 'the file, as the bank gave it')
  withEngineOptions(command)
    .option('--account <number>', 'the account it goes into, where the file does not say')
    .addOption(
      new Option('--accept <what...>', 'what may be imported nevertheless').choices(ACCEPTABLE).default([]),
    )
    .option('--no-match', 'leave every line to a person, also where it certainly closes a deposit')
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions) =>
      withEngine(options, async (engine, workspace) => {
        const report = await importFile(engine, workspace, file, options)
        io.print(options.json ? JSON.stringify(report, null, 2) : harmless(importInWords(report, io.columns)))
        const outcomes = report.sections.map(({ outcome }) => outcome)
        if (outcomes.includes('refused') || outcomes.includes('returned')) io.setExitCode(1)
        if (outcomes.includes('waiting')) io.setExitCode(2)
      }),
    )
}

type ReadPreview = Extract<ImportPreview, { readonly kind: 'read' }>

async function importFile(
  engine: Engine,
  workspace: Workspace,
  file: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const { openImports } = await import('#main/engine/imports/statement-imports.ts')
  const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
  const imports = openImports(engine)
  const desk = () => {
    const opened = openQueryContext(engine)
    if (opened === null) throw new UsageError('nobody is signed in any more')
    return opened
  }
  try {
    const id = await giveFile(file, {
      begin: (fileName, bytes) => imports.begin(desk(), fileName, bytes),
      add: (importId, piece) => imports.find(desk(), importId).add(piece),
    })
    const preview = await previewOf(imports, desk, id, file, options.account)
    const verdicts = preview.sections.map((section) => verdictOf(section, options))
    const sections = []
    for (const [at, section] of preview.sections.entries()) {
      const verdict = verdicts[at] ?? 'refused'
      const goes = verdict === 'imported' && !verdicts.includes('refused')
      const result = goes
        ? await applySection(imports, desk, workspace, id, section.index, options)
        : {
            outcome: verdict === 'imported' ? ('refused' as const) : verdict,
            detail: reasonOf(section, options),
          }
      sections.push(sectionReport(section, result))
    }
    return { file, format: preview.format, encoding: preview.encoding, unread: preview.unread, sections }
  } catch (error) {
    throw error instanceof ImportRefused ? new UsageError(`${file}: ${error.message}`) : error
  } finally {
    await imports.keepOnly(null)
  }
}

async function previewOf(
  imports: StatementImports,
  desk: () => QueryContext,
  id: string,
  file: string,
  account: string | undefined,
): Promise<ReadPreview> {
  for await (const _progress of imports.read(desk(), id));
  const opened = imports.find(desk(), id)
  const preview = await opened.preview(desk())
  if (preview.kind === 'refused') throw new UsageError(refusalInWords(file, preview))
  if (account === undefined) return preview
  const { listBankAccounts } = await import('#main/engine/queries/bank/bank-accounts.ts')
  const chosen = listBankAccounts(desk()).find(({ number }) => sameAccount(number, account))
  if (chosen === undefined)
    throw new UsageError(`there is no account ${harmless(account)}; it is opened at the desk`)
  for (const { index } of preview.sections) await opened.choose(desk(), index, chosen.id)
  const again = await opened.preview(desk())
  return again.kind === 'read' ? again : preview
}

/** What becomes of a section as far as this side decides. */
function verdictOf(section: ImportSection, options: ImportOptions): SectionOutcome {
  if (section.barred === 'nothing-new') return 'nothing-new'
  if (section.barred !== null || missing(section, options).length > 0) return 'refused'
  return options.dryRun ? 'dry-run' : 'imported'
}

function missing({ toAccept }: ImportSection, { accept }: ImportOptions): readonly Acceptable[] {
  return toAccept.filter((each) => !accept.includes(each))
}

function reasonOf(section: ImportSection, options: ImportOptions): string | null {
  if (section.barred !== null) return section.barred === 'nothing-new' ? null : section.barred
  const asked = missing(section, options)
  return asked.length === 0 ? null : `not accepted: ${asked.join(', ')}`
}

async function applySection(
  imports: StatementImports,
  desk: () => QueryContext,
  workspace: Workspace,
  id: string,
  section: number,
  { accept, match }: ImportOptions,
): Promise<{ outcome: SectionOutcome; detail: string | null }> {
  const { id: commandId } = await imports.apply(desk(), id, section, accept, match)
  return untilDecided(workspace, commandId)
}
