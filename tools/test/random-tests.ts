import { randomInt } from 'node:crypto'
import { runNode, StepFailed } from '../processes.ts'

/**
 * Properties and simulation with values nobody chose: for nights, not for continuous builds. What fails is kept as an
 * example of its property, or as a seed of the simulation. Argument: the seed of a run to repeat.
 */
export async function randomTests([named]: readonly string[]): Promise<void> {
  const seed = named === undefined ? randomInt(1, 2 ** 31) : Number(named)
  if (!Number.isSafeInteger(seed)) throw new StepFailed(`A seed is a whole number; this is "${named}".`)
  const again = `npm run random-tests -- ${seed}`
  console.log(`== Seed ${seed}; to repeat it: ${again}`)
  const env = { ...process.env, PROPERTY_SEED: String(seed), SIM_FROM: String(seed) }
  const code = await runNode(
    ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--project=model', '--reporter=dot'],
    { env },
  )
  if (code !== 0) throw new StepFailed(`Seed ${seed} found something; to repeat it: ${again}`)
}
