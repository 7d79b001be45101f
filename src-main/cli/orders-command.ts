import type { Command } from 'commander'
import type { CliIo } from './cli-io.ts'
import { registerOrderImportCommand } from './order-import-command.ts'

/** `orders import FILE`. */
export function registerOrdersCommand(program: Command, io: CliIo): void {
  const orders = program.command('orders').description('订单 orders of the marketplaces')
  registerOrderImportCommand(orders, io)
}
