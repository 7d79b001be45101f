import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import type { Controls } from '../../rules/in-force/company-controls.ts'
import { type Provider, verifiedOn } from './records/provider.ts'

/** How something with a last day stands. */
export const EXPIRIES = ['over', 'soon', 'later'] as const
export type Expiry = (typeof EXPIRIES)[number]

/** The days by which providers are found whose 复审 is due, or whose papers run out. */
export interface ProviderLimits {
  readonly today: PlainDate
  /** The last day that is soon. */
  readonly soon: PlainDate
  /** Last verified by then, the next was due before today. */
  readonly verifiedOver: PlainDate
  /** Last verified by then, the next is due soon at the latest. */
  readonly verifiedSoon: PlainDate
}

/** Those days by the company's controls. */
export function providerLimits(controls: Controls, today: PlainDate): ProviderLimits {
  const months = controls('re-verification-months', today)
  const soon = addDays(today, controls('expiry-notice-days', today))
  return {
    today,
    soon,
    verifiedOver: lastBefore(addDays(today, -1), months),
    verifiedSoon: lastBefore(soon, months),
  }
}

/** The day a 复审 is due; null for who is not at home here. */
export function verificationDueOn(
  provider: Pick<Provider, 'status' | 'decisions' | 'joinedOn'>,
  controls: Controls,
  today: PlainDate,
): PlainDate | null {
  const last = verifiedOn(provider)
  if (last === null || !isVerified(provider.status)) return null
  return addMonths(last, controls('re-verification-months', today))
}

/** Whether providers of a state are verified again and again. */
export function isVerified(status: Provider['status']): boolean {
  return status === 'active' || status === 'suspended' || status === 'leaving'
}

/** How a last day stands on a day, given the one until which it is soon. */
export function expiryOf(last: PlainDate, today: PlainDate, soon: PlainDate): Expiry {
  if (last < today) return 'over'
  return last <= soon ? 'soon' : 'later'
}

/** The last day that so many months after is not past a day. */
function lastBefore(last: PlainDate, months: number): PlainDate {
  let day = addMonths(last, -months)
  // Where a month is shorter, several days lead to its last one.
  while (addMonths(addDays(day, 1), months) <= last) day = addDays(day, 1)
  return day
}
