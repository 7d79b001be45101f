import { z } from 'zod'
import { loadPolicies } from '#platform/load-policies.ts'
import { Simulation } from './simulation.ts'

/** A process that runs one simulation after the other, as its parent asks, and tells what came of each. */
const policies = await loadPolicies()
const askedSchema = z.object({ seed: z.number().int(), steps: z.number().int() })

async function simulate({ seed, steps }: z.infer<typeof askedSchema>) {
  const simulation = await Simulation.start(seed, policies)
  try {
    await simulation.work(steps)
    await simulation.quieten()
    await simulation.closeTheMonth()
    return { complaints: await simulation.complaints(), tally: await simulation.tally() }
  } finally {
    await simulation.end()
  }
}

process.on('message', (asked) => {
  simulate(askedSchema.parse(asked)).then(
    (came) => process.send?.(came),
    (error: Error) => process.send?.({ complaints: [error.stack ?? error.message], tally: {} }),
  )
})
