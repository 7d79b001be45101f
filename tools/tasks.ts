import { bench } from './bench.ts'
import { build } from './build/build.ts'
import { check } from './check.ts'
import { StepFailed } from './processes.ts'
import { start } from './start/start.ts'
import { mutants } from './test/mutants.ts'
import { randomTests } from './test/random-tests.ts'
import { test } from './test/test.ts'

/** What run.mjs hands over, on the carried Node and with everything installed. */
const TASKS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start,
  test,
  check,
  build,
  bench,
  'random-tests': randomTests,
  mutants,
}

const [name = '', ...args] = process.argv.slice(2)
const task = TASKS[name]
if (task === undefined) {
  console.error(`There is no task "${name}". There are: ${Object.keys(TASKS).join(', ')}.`)
  process.exit(2)
}
try {
  await task(args)
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error)
  process.exitCode = 1
}
