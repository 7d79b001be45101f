import { availableParallelism } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type SimulationOutcome, SimulationProcesses } from './simulation-processes.ts'

/** `SIM_SEED=n` runs one seed, `SIM_SEEDS=n` that many from `SIM_FROM` on; `SIM_STEPS` makes the days longer. */
const setting = z
  .object({
    SIM_SEED: z.coerce.number().int().optional(),
    SIM_FROM: z.coerce.number().int().default(1),
    SIM_SEEDS: z.coerce.number().int().positive().default(10),
    SIM_STEPS: z.coerce.number().int().positive().default(120),
  })
  .parse(process.env)
/** Seeds that once found a fault; each stays. */
const FOUND: readonly number[] = []
const seeds =
  setting.SIM_SEED === undefined
    ? [...FOUND, ...Array.from({ length: setting.SIM_SEEDS }, (_, at) => setting.SIM_FROM + at)]
    : [setting.SIM_SEED]

/** How often in a simulation, on average. */
const MUST_HAVE_HAPPENED = {
  decided: 20,
  'application.approve': 0.2,
  'bank.import-statement': 2,
  'bank.withdraw-statement': 0.1,
  'deposit.match': 2,
  'deposit.unmatch': 0.5,
  'deposit.issue-receipt': 0.3,
  'deposit.request-refund': 0.2,
  'deposit.approve-refund': 0.1,
  'taken back': 0.2,
  split: 0.1,
  conflict: 0.5,
} as const

describe('consoles and one platform in bad weather, with crashes at every storage step', () => {
  const processes = new SimulationProcesses(
    new URL('./simulation-process.ts', import.meta.url),
    Math.min(availableParallelism(), seeds.length),
  )
  afterAll(() => processes.end())
  const happened: SimulationOutcome['tally'][] = []
  it.concurrent.each(seeds)(
    'no decision is lost, doubled or reordered, and every copy equals the platform: seed %i',
    // Against hanging: some seconds on a machine of its own, and a seed waits for those before it.
    { timeout: 1_200_000 },
    async (seed) => {
      const { complaints, tally } = await processes.run(seed, setting.SIM_STEPS)
      expect(complaints, `seed ${seed}`).toEqual([])
      happened.push(tally)
      if (process.env.SIM_TALLY) console.log(seed, tally)
    },
  )

  it.each(Object.entries(MUST_HAVE_HAPPENED))(
    'much was decided and applied in them, or they prove nothing: %s',
    (what, times) => {
      const total = happened.reduce((sum, tally) => sum + (tally[what] ?? 0), 0)
      expect(total).toBeGreaterThanOrEqual(times * happened.length)
    },
  )
})
