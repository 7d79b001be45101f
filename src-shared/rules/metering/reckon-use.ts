import { addDays } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import {
  compare,
  type Decimal,
  decimal,
  least,
  minus,
  plus,
  sumOf,
  times,
  ZERO,
} from '../../money/decimal.ts'
import type { MeteredPrice, MeteredUse, PackageLeft, UseRecord } from './metered-use.ts'

/** What of a use lies in one band of its price. */
export interface BandPart {
  readonly band: number
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  /** In yuan, exactly. */
  readonly amount: Decimal
}

/** What one package took of a use. */
export interface PackagePart {
  readonly packageId: string
  readonly before: Decimal
  readonly taken: Decimal
  /** What of the use is still to be taken or charged. */
  readonly over: Decimal
}

export interface Reckoned {
  readonly quantity: Decimal
  readonly packages: readonly PackagePart[]
  readonly charged: Decimal
  readonly bands: readonly BandPart[]
  /** In yuan, exactly: the sum of the bands. */
  readonly amount: Decimal
}

/** Records without those of the same times as one that was reported before. */
export function withoutRepeats(records: readonly UseRecord[]): readonly UseRecord[] {
  const seen = new Set<string>()
  const byReport = records.toSorted((one, other) => order(one.recordedAt, other.recordedAt))
  const counted = new Set(
    byReport.filter(({ from, to }) => {
      if (from === null || to === null) return true
      const times = `${from} ${to}`
      if (seen.has(times)) return false
      seen.add(times)
      return true
    }),
  )
  return records.filter((record) => counted.has(record))
}

/** Whether a record was reported later than so many days (Beijing) after its use ended. */
export function isLate({ to, recordedAt }: UseRecord, withinDays: number): boolean {
  return (
    to !== null && recordedAt !== null && shanghaiDate(recordedAt) > addDays(shanghaiDate(to), withinDays)
  )
}

/**
 * What records of use come to: packages are used up one after the other by the records in the order of their beginning,
 * what is over is charged by the bands. Exact; nothing is rounded here.
 *
 * @param use its records as they count.
 */
export function reckonUse({ price, accumulated, records, packages }: MeteredUse): Reckoned {
  const inOrder = records.toSorted((one, other) => order(one.from, other.from))
  const quantities = inOrder.map(({ quantity }) => decimal(quantity))
  const quantity = sumOf(quantities)
  const parts = takeFromPackages(quantity, packages)
  const charged = parts.at(-1)?.over ?? quantity
  const over = beyond(quantities, minus(quantity, charged))
  const bands = bandParts(price, decimal(accumulated), over)
  return { quantity, packages: parts, charged, bands, amount: sumOf(bands.map(({ amount }) => amount)) }
}

function order(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0
}

function takeFromPackages(quantity: Decimal, packages: readonly PackageLeft[]): PackagePart[] {
  let over = quantity
  return packages.map(({ packageId, left }) => {
    const before = decimal(left)
    const taken = least(over, before)
    over = minus(over, taken)
    return { packageId, before, taken, over }
  })
}

/** What is left of quantities whose first so many units are taken. */
function beyond(quantities: readonly Decimal[], taken: Decimal): Decimal[] {
  let open = taken
  return quantities.map((quantity) => {
    const covered = least(quantity, open)
    open = minus(open, covered)
    return minus(quantity, covered)
  })
}

function bandParts(
  { mode, bands }: MeteredPrice,
  accumulated: Decimal,
  over: readonly Decimal[],
): BandPart[] {
  const inBands = bands.map(() => ZERO)
  const add = (band: number, quantity: Decimal) => {
    inBands[band] = plus(inBands[band] ?? ZERO, quantity)
  }
  switch (mode) {
    case 'fixed':
      add(0, sumOf(over))
      break
    case 'step': {
      const end = plus(accumulated, sumOf(over))
      let at = accumulated
      for (const [band, { upTo }] of bands.entries()) {
        const until = upTo === null ? end : least(end, decimal(upTo))
        if (compare(until, at) <= 0) continue
        add(band, minus(until, at))
        at = until
      }
      break
    }
    case 'tier':
      for (const quantity of over) {
        add(
          bands.findIndex(({ upTo }) => upTo === null || compare(quantity, decimal(upTo)) <= 0),
          quantity,
        )
      }
  }
  return bands.flatMap((each, band) => {
    const quantity = inBands[band] ?? ZERO
    if (compare(quantity, ZERO) === 0) return []
    const unitPrice = decimal(each.unitPrice)
    return [{ band, quantity, unitPrice, amount: times(quantity, unitPrice) }]
  })
}
