import type { PlainDate } from '../../calendar/plain-date.ts'
import type { InterfaceSection } from '../../policy/interface-section.ts'

/** What the probes 拨测 of one day (Beijing) came to. */
export interface ProbedDay {
  readonly on: PlainDate
  readonly ok: number
  readonly failed: number
}

/** The days in a row on which every probe failed, up to the last day that was probed. */
export interface ProbeRun {
  readonly days: number
  readonly since: PlainDate
  readonly isLong: boolean
}

/**
 * How long the probe of a product has failed; null where its last probed day had an answer. A day that was not probed
 * breaks nothing: probes run twice a day, and what does not sell is not probed.
 *
 * @param days in the order of their dates.
 */
export function probeRun({ probe }: InterfaceSection, days: readonly ProbedDay[]): ProbeRun | null {
  const from = days.findLastIndex(({ ok }) => ok > 0)
  const run = days.slice(from + 1)
  const [first] = run
  return first === undefined ? null : { days: run.length, since: first.on, isLong: run.length >= probe.days }
}
