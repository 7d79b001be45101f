import { z } from 'zod'

/** A world that is worked in, and judged when all is quiet. */
interface Simulated {
  work(steps: number): Promise<void>
  quieten(): Promise<void>
  closeTheMonth(): Promise<void>
  complaints(): Promise<string[]>
  tally(): Promise<Record<string, number>>
  end(): Promise<void>
}

const askedSchema = z.object({ seed: z.number().int(), steps: z.number().int() })

/** Makes this process run one simulation after the other, as its parent asks, and tell what came of each. */
export function serveSimulations(start: (seed: number) => Promise<Simulated>): void {
  const simulate = async ({ seed, steps }: z.infer<typeof askedSchema>) => {
    const simulation = await start(seed)
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
}
