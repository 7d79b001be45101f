import type { Command } from 'commander'
import type { CliIo } from './cli-io.ts'
import { registerExportSettlementCommand } from './export-settlement-command.ts'
import { registerExportVerifyCommand } from './export-verify-command.ts'

/** `export settlement`, `export verify FILE`. */
export function registerExportCommand(program: Command, io: CliIo): void {
  const exported = program.command('export').description('导出 workbooks that leave the desk')
  registerExportSettlementCommand(exported, io)
  registerExportVerifyCommand(exported, io)
}
