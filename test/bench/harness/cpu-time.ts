import { execFileSync, spawnSync } from 'node:child_process'

/** What a piece of work took, in seconds; `cpu` is user and system time of all its threads. */
export interface Taken {
  readonly wall: number
  readonly cpu: number
}

/** Starts to measure this process; the answer reads off what was taken since. */
export function startMeasuring(): () => Taken {
  const wallFrom = performance.now()
  const cpuFrom = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpuFrom)
    return { wall: (performance.now() - wallFrom) / 1000, cpu: (user + system) / 1e6 }
  }
}

/** Runs a command to its end with a file as its input. POSIX `times` tells what children took. */
export function measureCommand(program: string, argument: string, inputFile: string): Taken {
  const wallFrom = performance.now()
  const script = '"$1" "$2" < "$3" > /dev/null && times'
  const printed = execFileSync('sh', ['-c', script, 'sh', program, argument, inputFile], { encoding: 'utf8' })
  const wall = (performance.now() - wallFrom) / 1000
  const ofChildren = printed.trim().split('\n').at(-1) ?? ''
  const cpu = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
    .reduce((sum, seconds) => sum + seconds, 0)
  return { wall, cpu }
}

/** Whether this machine has a command. */
export function hasCommand(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

/** The least of several runs: the machine is shared, and what disturbs only ever adds. */
export function least(runs: readonly Taken[]): Taken {
  return {
    wall: Math.min(...runs.map(({ wall }) => wall)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
  }
}

export function inWords({ wall, cpu }: Taken): string {
  return `${wall.toFixed(2)} s wall, ${cpu.toFixed(2)} s CPU`
}

/** How much of the baseline's speed is reached, by the clock and by processor time. */
export function ratios(baseline: Taken, ours: Taken): string {
  return `wall ratio ${(baseline.wall / ours.wall).toFixed(2)}, CPU ratio ${(baseline.cpu / ours.cpu).toFixed(2)}`
}
