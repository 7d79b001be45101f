import { join } from 'node:path'
import type { Command } from 'commander'
import { dataFolder } from '#node/data-folder.ts'
import type { CliIo } from './cli-io.ts'
import { parsePortArgument, parseSecondsArgument, parseUrlArgument } from './parse-arguments.ts'
import { runProgram } from './run-program.ts'

const EXAMPLES = `
Examples:
  $ marketdesk serve --platform https://market.example

Prints an address that lets one browser in, once. Enter prints another one and ends the
browsers let in before, + and Enter lets them be; Ctrl+C ends the console.`

interface ServeOptions {
  readonly platform: string
  readonly data: string
  readonly port: number
  readonly undoSeconds: number
}

/** `serve`: the console in the browser, without Electron. */
export function registerServeCommand(program: Command, io: CliIo): void {
  program
    .command('serve')
    .description('浏览器中的工作台 the console in the browser, on 127.0.0.1')
    .option('--platform <url>', 'the platform to work with', parseUrlArgument, 'http://127.0.0.1:7420')
    .option('--data <dir>', 'keep the data here', join(dataFolder(), 'console'))
    .option('--port <n>', 'port on 127.0.0.1', parsePortArgument, 7421)
    .option(
      '--undo-seconds <n>',
      'how long a decision can be undone before it leaves',
      parseSecondsArgument,
      5,
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ platform, data, port, undoSeconds }: ServeOptions, command: Command) => {
      const args = ['--platform', platform, '--data', data, '--port', String(port)]
      args.push('--undo-seconds', String(undoSeconds))
      if (command.optsWithGlobals<{ plainHttp?: true }>().plainHttp) args.push('--plain-http')
      if ((await runProgram('browser-host', args)) !== 0) io.setExitCode(2)
    })
}
