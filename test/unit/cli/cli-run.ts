import type { ExitCode } from '#main/cli/cli-io.ts'
import { runCli } from '#main/cli/run-cli.ts'

/** Runs a command line in this process and returns what it said. */
export async function cli(...args: readonly string[]) {
  return cliReading('', ...args)
}

/** As `cli`, with something on standard input. */
export async function cliReading(input: string, ...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  let code: ExitCode = 0
  await runCli(args, {
    resources: new URL('../../../resources/', import.meta.url),
    columns: 100,
    readInput: () => Promise.resolve(input),
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
    setExitCode: (next) => {
      if (next > code) code = next
    },
  })
  return { code, out: out.join('\n'), errors: errors.join('\n') }
}
