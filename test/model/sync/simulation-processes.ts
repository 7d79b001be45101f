import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

const cameSchema = z.object({
  complaints: z.array(z.string()),
  /** What happened, in numbers. */
  tally: z.record(z.string(), z.number()),
})
export type SimulationOutcome = z.infer<typeof cameSchema>

/** Processes that simulate, each one seed at a time: a simulation keeps a core busy. */
export class SimulationProcesses {
  readonly #idle: ChildProcess[]
  readonly #waiting: ((child: ChildProcess) => void)[] = []
  readonly #all: readonly ChildProcess[]

  /** `program` simulates what its parent asks for, and tells what came of it. */
  constructor(program: URL, count: number) {
    this.#all = Array.from({ length: count }, () => fork(program, { execArgv: [] }))
    this.#idle = [...this.#all]
  }

  /** Runs the simulation of a seed as soon as a process is free. @throws when that process ends early */
  async run(seed: number, steps: number): Promise<SimulationOutcome> {
    const child = this.#idle.pop() ?? (await new Promise<ChildProcess>((take) => this.#waiting.push(take)))
    const came = once(child, 'message').then(([message]) => cameSchema.parse(message))
    const ended = once(child, 'exit').then(([code]): never => {
      throw new Error(`The process of seed ${seed} ended with ${code}.`)
    })
    child.send({ seed, steps })
    const outcome = await Promise.race([came, ended])
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(child)
    else next(child)
    return outcome
  }

  end(): void {
    for (const child of this.#all) child.kill()
  }
}
