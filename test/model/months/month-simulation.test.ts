import { expect, it } from 'vitest'
import { z } from 'zod'
import { loadPolicies } from '#platform/load-policies.ts'
import { MonthSimulation } from './month-simulation.ts'

/** As in the simulation of the desk: `SIM_SEED=n` runs one seed, `SIM_SEEDS=n` that many from `SIM_FROM` on. */
const setting = z
  .object({
    SIM_SEED: z.coerce.number().int().optional(),
    SIM_FROM: z.coerce.number().int().default(1),
    SIM_SEEDS: z.coerce.number().int().positive().default(2),
    SIM_STEPS: z.coerce.number().int().positive().default(80),
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
  'settlement.draft': 20,
  'settlement.commit': 8,
  'settlement.void': 4,
  'settlement.adjust': 6,
  'payout.request': 1,
  'payout-rests': 0.5,
  'later-month-rests': 4,
  'draft-outdated': 4,
  stopped: 3,
} as const

const happened: Record<string, number>[] = []

it.each(seeds)(
  'committed months never change, and each movement stands in exactly one of them: seed %i',
  { timeout: 600_000 },
  async (seed) => {
    const simulation = await MonthSimulation.start(seed, await loadPolicies())
    try {
      await simulation.work(setting.SIM_STEPS)
      expect(await simulation.complaints(), `seed ${seed}`).toEqual([])
      happened.push(simulation.tally())
      if (process.env.SIM_TALLY) console.log(seed, simulation.tally())
    } finally {
      await simulation.end()
    }
  },
)

it.each(Object.entries(MUST_HAVE_HAPPENED))(
  'months were closed and opened in them, or they prove nothing: %s',
  (what, times) => {
    const total = happened.reduce((sum, tally) => sum + (tally[what] ?? 0), 0)
    expect(total).toBeGreaterThanOrEqual(times * happened.length)
  },
)
