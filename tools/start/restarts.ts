const MOST = 5
const WITHIN_MS = 10 * 60_000
const FIRST_PAUSE_MS = 1_000

/**
 * How long to wait before a program that ended by itself is started again.
 * @param ends when it ended, this end last, ms
 * @returns ms, twice as long after each end within ten minutes; null after the fifth, which is no accident any more
 */
export function pauseBeforeRestart(ends: readonly number[]): number | null {
  const last = ends.at(-1) ?? 0
  const lately = ends.filter((at) => last - at < WITHIN_MS).length
  return lately > MOST ? null : FIRST_PAUSE_MS * 2 ** Math.max(0, lately - 1)
}
