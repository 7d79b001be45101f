import { build } from '../build/build.ts'
import { CHECKS } from '../check.ts'
import { StepFailed } from '../processes.ts'
import { runVitest } from './run-vitest.ts'
import { addTally, type Tally } from './tally.ts'

const FAST = ['unit', 'contract', 'integration', 'model', 'architecture']

/**
 * Everything, in the order in which a mistake shows soonest; a step that fails does not keep the others from
 * running. The last line is `N passed, N failed`: tests, plus one failure for each check or build that failed.
 */
export async function test(): Promise<void> {
  let total: Tally = { passed: 0, failed: 0 }
  const step = async (name: string, run: () => Promise<Tally>) => {
    console.log(`\n== ${name}`)
    total = addTally(total, await run())
  }
  for (const { name, run } of CHECKS)
    await step(name, async () => ({ passed: 0, failed: (await run()) ? 0 : 1 }))
  await step('Build', () => tallyOf(build))
  await step('Tests', () => runVitest('fast', FAST))
  await step('End to end and benches', () => runVitest('built', ['e2e', 'bench']))
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0) process.exitCode = 1
}

async function tallyOf(run: () => Promise<void>): Promise<Tally> {
  try {
    await run()
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}
