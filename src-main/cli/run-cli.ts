import { Command, CommanderError } from 'commander'
import { StorageError } from '#main/engine/storage/storage-error.ts'
import { passAddress } from '#node/plain-http.ts'
import { ResourceError } from '#node/resources/resource-error.ts'
import { startProblem } from '#node/start-problem.ts'
import { registerApplicationCommand } from './application-command.ts'
import { registerAuditCommand } from './audit-command.ts'
import { registerBatchCommand } from './batch-command.ts'
import { registerBoardCommand } from './board-command.ts'
import { registerCalendarCommand } from './calendar-command.ts'
import type { CliIo } from './cli-io.ts'
import { registerDemoCommand } from './demo-command.ts'
import { registerExportCommand } from './export-command.ts'
import { registerInvoiceCommand } from './invoice-command.ts'
import { registerLookupCommand } from './lookup-command.ts'
import { registerOrdersCommand } from './orders-command.ts'
import { registerPackageCommand } from './package-command.ts'
import { registerPlatformCommand } from './platform-command.ts'
import { registerPolicyCommand } from './policy-command.ts'
import { registerServeCommand } from './serve-command.ts'
import { registerStatementCommand } from './statement-command.ts'
import { registerSyncCommand } from './sync-command.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ marketdesk application check vendor.json --on 2024-03-01
  $ marketdesk package check devops-1.1.3.tgz
  $ marketdesk calendar nth-working-day 10 2024-02
  $ marketdesk policy list
  $ marketdesk policy eval deposit --marketplace kubesphere < providers.json
  $ marketdesk statement read november.csv
  $ marketdesk statement match november.csv --deposits open.json
  $ marketdesk statement import november.csv --platform http://127.0.0.1:7420 --email you@market.example
  $ marketdesk orders import october.xlsx --marketplace huawei --platform URL --email you@market.example
  $ marketdesk batch check payments.xls
  $ marketdesk batch answer result.xlsx --batch payments.xls
  $ marketdesk export settlement --month 2026-10 --out october.xlsx --platform URL --email you@market.example
  $ marketdesk export verify october.xlsx
  $ marketdesk invoice check invoice.xml --payout payout.json
  $ marketdesk board subscriptions --from 2026-11-01 --to 2026-11-30 --by extension --platform URL
  $ marketdesk lookup chongqing --kind provider
  $ marketdesk audit verify --data /srv/marketdesk
  $ marketdesk platform serve --demo
  $ marketdesk demo grow --subscriptions 100000
  $ marketdesk serve --platform http://127.0.0.1:7420
  $ marketdesk sync --platform http://127.0.0.1:7420 --email you@market.example

Exit codes: 0 fine, 1 findings, 2 bad input or usage.`

/** Runs one command line; what goes wrong by bad input or usage is printed and sets exit code 2. */
export async function runCli(args: readonly string[], io: CliIo): Promise<void> {
  try {
    await createProgram(io).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end by an error too, with code 0; commander has printed all it has to say.
      if (error.exitCode !== 0) io.setExitCode(2)
    } else if (error instanceof UsageError || error instanceof ResourceError) {
      io.setExitCode(2)
      io.printError(`marketdesk: ${error.message}`)
    } else {
      const problem = error instanceof StorageError ? error.message : startProblem(error)
      if (problem === null) throw error
      io.setExitCode(2)
      io.printError(`marketdesk: ${problem}`)
    }
  }
}

function createProgram(io: CliIo): Command {
  const program = new Command('marketdesk')
    .description('The desk of the people who run a cloud marketplace, without a screen.')
    .helpCommand(false)
    .showHelpAfterError('(add --help for usage and examples)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.print(text.trimEnd()),
      writeErr: (text) => io.printError(text.trimEnd()),
    })
    .option('--plain-http', 'let the platform be one on another computer without https')
    .hook('preAction', (_program, command) => {
      const { platform, plainHttp } = command.optsWithGlobals<{ platform?: string; plainHttp?: true }>()
      // `serve` hands the flag on, and the program it starts looks and warns.
      if (platform === undefined || command.name() === 'serve') return
      passAddress(platform, plainHttp ?? false, io.printError)
    })
    .addHelpText('after', EXAMPLES)
  registerApplicationCommand(program, io)
  registerAuditCommand(program, io)
  registerBatchCommand(program, io)
  registerBoardCommand(program, io)
  registerCalendarCommand(program, io)
  registerDemoCommand(program, io)
  registerExportCommand(program, io)
  registerInvoiceCommand(program, io)
  registerLookupCommand(program, io)
  registerOrdersCommand(program, io)
  registerPackageCommand(program, io)
  registerPolicyCommand(program, io)
  registerStatementCommand(program, io)
  registerPlatformCommand(program, io)
  registerServeCommand(program, io)
  registerSyncCommand(program, io)
  return program
}
