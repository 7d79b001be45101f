import { addMonths, firstOfMonth, monthOfDate, type PlainDate } from '../calendar/plain-date.ts'
import { packInForce } from './pack-in-force.ts'
import type { PolicyPack } from './policy-pack.ts'

/** Why a pack cannot come into force as it is. */
export type AdoptionTrouble =
  | { readonly code: 'unknown-marketplace' }
  /** New rules hold from the first of a month after their notice. */
  | { readonly code: 'too-early'; readonly earliest: PlainDate }
  | { readonly code: 'version-not-raised'; readonly inForce: string }

/** The first day that rules adopted on a day may hold from: the first of the month after. */
export function firstAdoptableDay(today: PlainDate): PlainDate {
  return addMonths(firstOfMonth(monthOfDate(today)), 1)
}

/** What keeps a pack from coming into force on its first day, told on `today` beside the packs there are. Pure. */
export function adoptionTrouble(
  pack: Pick<PolicyPack, 'marketplace' | 'version' | 'effectiveFrom'>,
  packs: readonly PolicyPack[],
  today: PlainDate,
): AdoptionTrouble[] {
  const own = packs.filter(({ marketplace }) => marketplace === pack.marketplace)
  if (own.length === 0) return [{ code: 'unknown-marketplace' }]
  const earliest = firstAdoptableDay(today)
  const inForce = packInForce(own, pack.marketplace, pack.effectiveFrom)?.version
  return [
    ...(pack.effectiveFrom < earliest ? [{ code: 'too-early' as const, earliest }] : []),
    ...(inForce !== undefined && !isGreater(pack.version, inForce)
      ? [{ code: 'version-not-raised' as const, inForce }]
      : []),
  ]
}

/** Versions are two numbers: 1.10 comes after 1.9. */
function isGreater(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number)
  return major > otherMajor || (major === otherMajor && minor > otherMinor)
}
