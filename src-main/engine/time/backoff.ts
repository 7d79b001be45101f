import type { Random } from './clock.ts'

const FIRST_MS = 1000
const LONGEST_MS = 60_000

/**
 * Milliseconds to wait after so many failures in a row: doubling, half of it by chance. At most a minute, because
 * somebody waits for what is pending.
 */
export function backoff(failures: number, random: Random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(full / 2 + (full / 2) * random())
}

/** No wait is ever longer: what seems due later was set before the clock jumped. */
export const LONGEST_WAIT_MS = 60 * 60_000
