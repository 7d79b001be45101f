import { join } from 'node:path'
import type { Command } from 'commander'
import { dataFolder } from '#node/data-folder.ts'
import type { CliIo } from './cli-io.ts'
import { parseRecordsArgument } from './parse-arguments.ts'
import { runProgram } from './run-program.ts'

const EXAMPLES = `
Examples:
  $ marketdesk demo grow --subscriptions 1000000 --data /tmp/big

Makes the demo in the folder where it is not there, and adds invented users, products, orders, subscriptions and clusters until it
has so many subscriptions, a fifth of that in clusters and 1.2 times in orders. What is there stays. The same folder and number
give the same records. No platform may be serving the folder.
Exit codes: 0 grown, 2 the folder or usage.`

/** `demo grow`: a demo platform as large as one likes. */
export function registerDemoCommand(program: Command, io: CliIo): void {
  program
    .command('demo')
    .description('演示数据 the demo platform')
    .command('grow')
    .description('grow the folder of a demo platform')
    .requiredOption('--subscriptions <n>', 'how many it shall have', parseRecordsArgument)
    .option('--data <dir>', 'the data folder of the platform', join(dataFolder(), 'platform'))
    .addHelpText('after', EXAMPLES)
    .action(async ({ subscriptions, data }: { subscriptions: number; data: string }) => {
      const args = ['--demo', '--data', data, '--grow', String(subscriptions)]
      if ((await runProgram('platform', args)) !== 0) io.setExitCode(2)
    })
}
