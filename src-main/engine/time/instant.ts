import type { Instant } from '#shared/base/ids.ts'
import type { Clock } from './clock.ts'

export function instantAfter(clock: Clock, milliseconds = 0): Instant {
  return new Date(clock.now() + milliseconds).toISOString()
}
