import type { Instant } from '../../base/ids.ts'
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { InterfaceSection } from '../../policy/interface-section.ts'

/** What becomes of an instance whose update failed, unless it is made up for. Days of Beijing. */
export interface Running {
  readonly expiresOn: PlainDate
  /** The last day of its being frozen: then it is released. */
  readonly frozenUntil: PlainDate
  readonly isFrozen: boolean
  /** Whole days until it is released; negative once it is. */
  readonly daysLeft: number
}

/** How long an instance lasts that was not updated: until it runs out, and frozen for the pack's days after. */
export function lastsUntil({ frozen }: InterfaceSection, expiresAt: Instant, today: PlainDate): Running {
  const expiresOn = shanghaiDate(expiresAt)
  const frozenUntil = addDays(expiresOn, frozen.days)
  return {
    ...{ expiresOn, frozenUntil, isFrozen: today > expiresOn },
    daysLeft: daysBetween(today, frozenUntil),
  }
}
