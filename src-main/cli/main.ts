import { packageRoot } from '#node/package-root.ts'
import type { CliIo, ExitCode } from './cli-io.ts'
import { readStandardInput } from './read-standard-input.ts'
import { runCli } from './run-cli.ts'

let exitCode: ExitCode = 0

const io: CliIo = {
  resources: new URL('resources/', packageRoot(import.meta.url)),
  columns: process.stdout.columns ?? 100,
  readInput: () => readStandardInput(process.stdin),
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
  setExitCode: (code) => {
    if (code > exitCode) exitCode = code
  },
}

// `| head` has read enough: that is no fault, and what was found so far stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCode)
})

try {
  await runCli(process.argv.slice(2), io)
} catch (error) {
  // A fault of the program: never exit code 1, which says that there are findings.
  io.printError(error instanceof Error ? (error.stack ?? error.message) : String(error))
  io.setExitCode(2)
}
process.exitCode = exitCode
