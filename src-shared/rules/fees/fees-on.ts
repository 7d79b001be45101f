import type { PlainDate, PlainMonth } from '../../calendar/plain-date.ts'
import { firstOfMonth, lastOfMonth } from '../../calendar/plain-date.ts'
import type { FeeSection } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'

/** A pack that has fees, with them at hand. */
export interface PackWithFees {
  readonly pack: PolicyPack
  readonly fees: FeeSection
}

/**
 * The pack whose fees hold for an order that takes effect on a day: of those whose own span of days covers it the
 * newest that was in force by then, else the first. A pack may state rules from before its own first day. Where no
 * span covers the day, the first pack that says what bore no fee before; null where none does.
 *
 * @param packs of one marketplace.
 */
export function feesOn(packs: readonly PolicyPack[], on: PlainDate): PackWithFees | null {
  const all = withFees(packs)
  const covering = all.filter(({ fees }) => fees.from <= on && (fees.to === null || on <= fees.to))
  const inForce = covering.findLast(({ pack }) => pack.effectiveFrom <= on)
  const free = all.find(({ fees }) => on < fees.from && fees.before.fee === 'none')
  return inForce ?? covering[0] ?? free ?? null
}

/** As `feesOn`, for many orders: the pack of each day is looked for once. */
export function feesByDay(packs: readonly PolicyPack[]): (on: PlainDate) => PackWithFees | null {
  const known = new Map<PlainDate, PackWithFees | null>()
  return (on) => {
    const before = known.get(on)
    if (before !== undefined) return before
    const found = feesOn(packs, on)
    known.set(on, found)
    return found
  }
}

/** As `feesOn`, for a month that any of its days lies in. */
export function feesInMonth(packs: readonly PolicyPack[], month: PlainMonth): PackWithFees | null {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  const covering = withFees(packs).filter(
    ({ fees }) => fees.from <= last && (fees.to === null || first <= fees.to),
  )
  return covering.findLast(({ pack }) => pack.effectiveFrom <= last) ?? covering[0] ?? null
}

function withFees(packs: readonly PolicyPack[]): PackWithFees[] {
  return packs
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
    .flatMap((pack) => (pack.fees === null ? [] : [{ pack, fees: pack.fees }]))
}
