import { type Decimal, fenHalfAwayFromZero, fenTowardsZero } from '../../money/decimal.ts'
import type { Fen } from '../../money/fen.ts'
import type { MeteringSection } from '../../policy/metering-section.ts'
import type { MeteredUse } from './metered-use.ts'
import { isLate, reckonUse, withoutRepeats } from './reckon-use.ts'

/** What a bill may have been made with instead of the rules, the likeliest first. */
export const DIFFERENCE_CAUSES = [
  'packages-not-used',
  'accumulated-not-counted',
  'as-step',
  'as-tier',
  'repeats-charged',
  'late-left-out',
  'rounded-by-record',
  'cut-off',
] as const
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number]

/** What of the other ways to reckon the same use gives exactly what was billed. It says what fits, not what was done. */
export function whyDiffers(section: MeteringSection, use: MeteredUse, billed: Fen): DifferenceCause[] {
  return DIFFERENCE_CAUSES.filter((cause) => amountBy(cause, section, use) === BigInt(billed))
}

function amountBy(cause: DifferenceCause, section: MeteringSection, use: MeteredUse): bigint {
  const counted = { ...use, records: withoutRepeats(use.records) }
  const fen = (changed: Partial<MeteredUse>) => fenHalfAwayFromZero(exact({ ...counted, ...changed }))
  const { price, packages, records } = counted
  switch (cause) {
    case 'packages-not-used':
      return fen({ packages: [] })
    case 'accumulated-not-counted':
      return fen({ accumulated: '0' })
    case 'as-step':
      return fen({ price: { ...price, mode: 'step' } })
    case 'as-tier':
      return fen({ price: { ...price, mode: 'tier' } })
    case 'repeats-charged':
      return fen({ records: use.records })
    case 'late-left-out':
      return fen({ records: records.filter((each) => !isLate(each, section.records.withinDays)) })
    case 'rounded-by-record':
      // What each record adds is only told apart where no package stands before.
      return packages.length > 0 || price.mode === 'step'
        ? fen({})
        : records.reduce(
            (sum, record) => sum + fenHalfAwayFromZero(exact({ ...counted, records: [record] })),
            0n,
          )
    case 'cut-off':
      return fenTowardsZero(exact(counted))
  }
}

function exact(use: MeteredUse): Decimal {
  return reckonUse(use).amount
}
