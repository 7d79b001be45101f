import type { Command } from 'commander'
import { DecisionNotAllowed, DecisionRefused } from '#main/engine/outbox/decision-refused.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { StatementRow } from '#shared/contracts/console-engine/bank-reports.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import type { CliIo } from './cli-io.ts'
import { type EngineOptions, withEngine, withEngineOptions } from './console-engine.ts'
import { textTable } from './text-table.ts'
import { type Decided, untilDecided } from './until-decided.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk statement withdraw november.csv --reason 导错了账户 --platform https://market.example --email you@market.example
  $ marketdesk statement withdraw 01KAZ4T2C3E8X9V5R7Q1M0N6BP --reason "wrong account" --platform URL --email EMAIL --json

Takes an import back: its lines leave, and the file can be imported again; the statement stays, with who and why. Refused
while one of its lines is matched. Needs the role finance-approver. A file name that several statements bear is answered with
their numbers; withdrawn ones do not count.
Exit codes: 0 withdrawn, 1 refused here or by the platform, 2 no such statement, the platform or usage.
JSON: { statementId, fileName, accountId, account, period, lines, outcome, detail }. outcome: applied, refused (here),
      returned (by the platform, detail says why) or waiting (no answer; it is sent with the next sync).`

interface WithdrawOptions extends EngineOptions {
  readonly reason: string
  readonly json?: true
}

/** `statement withdraw STATEMENT`: 作废, as at the desk. */
export function registerStatementWithdrawCommand(statement: Command, io: CliIo): void {
  const command = statement
    .command('withdraw')
    .description('作废 take an imported statement back while none of its lines is matched')
    .argument('<statement>', 'its number, or the name of the file it came in')
    .requiredOption('--reason <text>', 'why, for those who come later')
  withEngineOptions(command)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action((named: string, options: WithdrawOptions) =>
      withEngine(options, async (engine, workspace) => {
        const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
        const context = openQueryContext(engine)
        if (context === null) throw new UsageError('nobody is signed in any more')
        const found = await findStatement(context, named, io.columns)
        const sent = await withdraw(workspace, found, options.reason)
        io.print(options.json ? JSON.stringify(report(found, sent), null, 2) : harmless(inWords(found, sent)))
        if (sent.outcome === 'returned' || sent.outcome === 'refused') io.setExitCode(1)
        if (sent.outcome === 'waiting') io.setExitCode(2)
      }),
    )
}

interface Found {
  readonly account: AccountRow
  readonly statement: StatementRow
}

/** @throws UsageError where none or several are meant */
async function findStatement(context: QueryContext, named: string, columns: number): Promise<Found> {
  const { listBankAccounts } = await import('#main/engine/queries/bank/bank-accounts.ts')
  const { listStatements } = await import('#main/engine/queries/reconciliation/list-statements.ts')
  const standing = listBankAccounts(context)
    .flatMap((account) => listStatements(context, account.id).map((statement) => ({ account, statement })))
    .filter(({ statement }) => statement.withdrawn === null)
  const meant = standing.filter(({ statement: { id, fileName } }) => id === named || fileName === named)
  const [only] = meant
  if (only === undefined) throw new UsageError(`no imported statement is called ${harmless(named)}`)
  if (meant.length === 1) return only
  const rows = meant.map(({ account, statement: { id, importedAt, period } }) => [
    id,
    account.number,
    importedAt.slice(0, 10),
    daysOf(period),
  ])
  const table = harmless(textTable(['number', 'account', 'imported', 'days'], rows, columns))
  throw new UsageError(`several statements are called ${harmless(named)}; name one by its number:\n${table}`)
}

interface Withdrawn {
  readonly outcome: Exclude<Decided['outcome'], 'imported'> | 'applied' | 'refused'
  readonly detail: string | null
}

async function withdraw(
  workspace: Workspace,
  { account, statement }: Found,
  reason: string,
): Promise<Withdrawn> {
  const said = COMMAND_ARGUMENTS['bank.withdraw-statement'].safeParse({ statementId: statement.id, reason })
  if (!said.success)
    throw new UsageError('--reason needs at least two characters, and no more than a note has')
  try {
    const { id } = workspace.outbox.enqueue({
      type: 'bank.withdraw-statement',
      recordId: account.id,
      expectedVersion: account.version,
      seenDigest: null,
      arguments: said.data,
    })
    const { outcome, detail } = await untilDecided(workspace, id)
    return { outcome: outcome === 'imported' ? 'applied' : outcome, detail }
  } catch (error) {
    const isRefused = error instanceof DecisionRefused || error instanceof DecisionNotAllowed
    if (!isRefused) throw error
    return { outcome: 'refused', detail: error.message }
  }
}

/** What `--json` prints; keys are only ever added. */
function report({ account, statement }: Found, { outcome, detail }: Withdrawn) {
  const { id, fileName, period, added } = statement
  return {
    ...{ statementId: id, fileName, accountId: account.id, account: account.number, period, lines: added },
    ...{ outcome, detail },
  }
}

function inWords({ account, statement }: Found, { outcome, detail }: Withdrawn): string {
  const { fileName, period, added } = statement
  const about = `${fileName} · ${account.number} · ${daysOf(period)} · ${added} lines`
  return `${about}: ${[outcome, detail].filter((text) => text !== null).join(': ')}`
}

function daysOf(period: StatementRow['period']): string {
  return period === null ? '—' : `${period.from} – ${period.to}`
}
