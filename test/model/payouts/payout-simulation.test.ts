import { availableParallelism } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type SimulationOutcome, SimulationProcesses } from '../sync/simulation-processes.ts'

/** As in the simulation of the desk: `SIM_SEED=n` runs one seed, `SIM_SEEDS=n` that many from `SIM_FROM` on. */
const setting = z
  .object({
    SIM_SEED: z.coerce.number().int().optional(),
    SIM_FROM: z.coerce.number().int().default(1),
    SIM_SEEDS: z.coerce.number().int().positive().default(2),
    SIM_STEPS: z.coerce.number().int().positive().default(100),
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
  decided: 60,
  'payout.request': 4,
  'invoice.record': 4,
  'payout.verify': 2,
  'payout.approve': 1,
  'payout.batch': 1,
  'payout.mark-sent': 0.5,
  'payout.record-answer': 0.5,
  'refunds in a batch': 0.5,
  conflict: 2,
  'at once offline': 1,
} as const

describe('several people pay providers in bad weather, with crashes at every storage step', () => {
  const processes = new SimulationProcesses(
    new URL('./payout-process.ts', import.meta.url),
    Math.min(availableParallelism(), seeds.length),
  )
  afterAll(() => processes.end())
  const happened: SimulationOutcome['tally'][] = []
  it.concurrent.each(seeds)(
    'nothing is paid without two people, nothing twice, and the books are those of the bank: seed %i',
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
