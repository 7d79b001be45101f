import type { Instant } from '#shared/base/ids.ts'
import { beijingDate, beijingTime } from './instant.ts'

/** As a field for date and time holds an instant, in Beijing: `2026-11-21T14:05`. */
export function typedOf(instant: Instant): string {
  return `${beijingDate(instant)}T${beijingTime(instant)}`
}

/** The instant that was typed in Beijing time; null where nothing, or nothing whole, was. */
export function instantTyped(typed: string): Instant | null {
  const at = Date.parse(`${typed}:00+08:00`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
