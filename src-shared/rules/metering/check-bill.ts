import { decimalText, fenHalfAwayFromZero, fenOrNull, minus } from '../../money/decimal.ts'
import type { Fen } from '../../money/fen.ts'
import type { MeteringSection } from '../../policy/metering-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { count, money, text } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import type { MeteredPrice, MeteredUse } from './metered-use.ts'
import { isLate, type Reckoned, reckonUse, withoutRepeats } from './reckon-use.ts'
import { type DifferenceCause, whyDiffers } from './why-differs.ts'

/** A bill of metered use held against the rules. */
export interface BillCheck {
  /** Units used, taken from packages, and charged, as decimal text. */
  readonly quantity: string
  readonly inPackages: string
  readonly charged: string
  /** What the rules give. */
  readonly amount: Fen
  /** What was billed above that; below zero where less was. */
  readonly difference: Fen
  /** What gives exactly what was billed; none where nothing known does, or nothing differs. */
  readonly causes: readonly DifferenceCause[]
  /** Records that repeat another, and those that were reported too late; these count. */
  readonly repeats: number
  readonly late: number
  readonly steps: readonly Step[]
}

/**
 * Recomputes a bill as a check: use times price by the rules of the pack, packages first, rounded once. Null where that is
 * more than an amount can hold.
 */
export function checkBill(
  pack: PolicyPack,
  section: MeteringSection,
  use: MeteredUse,
  billed: Fen,
): BillCheck | null {
  const records = withoutRepeats(use.records)
  const reckoned = reckonUse({ ...use, records })
  const amount = fenOrNull(fenHalfAwayFromZero(reckoned.amount))
  if (amount === null) return null
  const repeats = use.records.length - records.length
  return {
    quantity: decimalText(reckoned.quantity),
    inPackages: decimalText(minus(reckoned.quantity, reckoned.charged)),
    charged: decimalText(reckoned.charged),
    amount,
    difference: billed - amount,
    causes: billed === amount ? [] : whyDiffers(section, use, billed),
    repeats,
    late: records.filter((record) => isLate(record, section.records.withinDays)).length,
    steps: stepsOf(pack, section, use, reckoned, amount, repeats),
  }
}

function stepsOf(
  pack: PolicyPack,
  section: MeteringSection,
  { price, accumulated, records }: MeteredUse,
  { quantity, packages, charged, bands, amount }: Reckoned,
  fen: Fen,
  repeats: number,
): Step[] {
  const { mode } = price
  return [
    stepBy(
      pack,
      'metering.repeats',
      section.repeats,
      { records: count(records.length), repeats: count(repeats) },
      { used: text(decimalText(quantity)) },
    ),
    ...packages.map(({ packageId, before, taken, over }) =>
      stepBy(
        pack,
        'metering.packages',
        section.packages,
        { package: text(packageId), inPackage: text(decimalText(before)) },
        { taken: text(decimalText(taken)), over: text(decimalText(over)) },
      ),
    ),
    ...bands.map((part) =>
      stepBy(
        pack,
        `metering.${mode}`,
        section.modes[mode],
        {
          ...(mode === 'step' ? { accumulated: text(accumulated) } : {}),
          ...(mode === 'fixed' ? {} : { band: text(bandText(price, part.band)) }),
          toCharge: text(decimalText(part.quantity)),
          unitPrice: text(decimalText(part.unitPrice)),
        },
        { yuan: text(decimalText(part.amount)) },
      ),
    ),
    stepBy(
      pack,
      'metering.rounding',
      section.rounding,
      { toCharge: text(decimalText(charged)), yuan: text(decimalText(amount)) },
      { recomputed: money(fen) },
      'half-away-from-zero',
    ),
  ]
}

/** `(3, 10]`, the last without an end. */
function bandText({ bands }: MeteredPrice, band: number): string {
  const before = bands[band - 1]?.upTo ?? '0'
  const upTo = bands[band]?.upTo
  return upTo == null ? `(${before}, ∞)` : `(${before}, ${upTo}]`
}
