import { assert } from '../base/assert.ts'
import type { Instant } from '../base/ids.ts'
import type { PlainDate } from './plain-date.ts'

/** Asia/Shanghai is UTC+8 without summer time since 1991: plain arithmetic, no zone data. */
const OFFSET_MS = 8 * 3_600_000

/** The day in Asia/Shanghai at an instant. */
export function shanghaiDate(instant: Instant): PlainDate {
  const ms = Date.parse(instant)
  assert(!Number.isNaN(ms), `${instant} is an instant`)
  // Before 16:00 UTC it is the same day there, which spares making another date.
  if (instant.endsWith('Z') && instant.slice(11, 13) < '16') return instant.slice(0, 10)
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10)
}

/** Day and time in Asia/Shanghai, `2026-11-21 14:05:00`. */
export function shanghaiDateTime(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + OFFSET_MS).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)}`
}

/** The instant at which a day begins in Asia/Shanghai: 16:00 UTC of the day before. */
export function startOfShanghaiDay(date: PlainDate): Instant {
  return new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET_MS).toISOString()
}
