import { assert } from '../../base/assert.ts'
import { monthOfDate, type PlainDate, type PlainMonth } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { parseYuan } from '../../money/yuan.ts'
import type { PayoutSection } from '../../policy/payout-section.ts'

/** A month of a provider: what it comes to, and whether it is paid, or being paid by another request. Fen. */
export interface PayableMonth {
  readonly month: PlainMonth
  readonly net: Fen
  readonly taken: boolean
}

/** What is to be said of months that are asked for together. */
export interface MonthsAsked {
  /** Of no income at all. */
  readonly unknown: readonly PlainMonth[]
  readonly taken: readonly PlainMonth[]
  readonly unfinished: readonly PlainMonth[]
  /** Unpaid months with income between the first and the last that are left out. */
  readonly leftOut: readonly PlainMonth[]
  /** What those of them come to that are there. Fen. */
  readonly total: Fen
  /** What is missing to the minimum; 0 where it is reached. Fen. */
  readonly missing: Fen
  /** The fewest further unpaid months, next to these, that bring it; none where none do. */
  readonly wouldReach: readonly PlainMonth[]
}

/** Looks at a choice of months, whenever it is made. Pure. */
export function monthsAsked(
  section: PayoutSection,
  months: readonly PayableMonth[],
  chosen: readonly PlainMonth[],
  on: PlainDate,
): MonthsAsked {
  const known = new Map(months.map((each) => [each.month, each]))
  const asked = [...new Set(chosen)].sort()
  const found = asked.flatMap((month) => known.get(month) ?? [])
  const [first, last] = [asked[0], asked.at(-1)]
  const isAsked = new Set(asked)
  const leftOut = unpaidMonths(months, on)
    .filter(({ month, net }) => net !== 0 && !isAsked.has(month))
    .filter(({ month }) => first !== undefined && last !== undefined && month > first && month < last)
  const total = sum(found)
  const missing = Math.max(0, minimumOf(section) - total)
  return {
    unknown: asked.filter((month) => !known.has(month)),
    taken: found.filter(({ taken }) => taken).map(({ month }) => month),
    unfinished: asked.filter((month) => month >= monthOfDate(on)),
    leftOut: leftOut.map(({ month }) => month),
    total,
    missing,
    wouldReach: missing === 0 ? [] : fewestNext(unpaidMonths(months, on), isAsked, missing),
  }
}

/** Months that are over and neither paid nor being paid, the oldest first. */
export function unpaidMonths(months: readonly PayableMonth[], on: PlainDate): PayableMonth[] {
  return months
    .filter(({ month, taken }) => !taken && month < monthOfDate(on))
    .sort((one, other) => (one.month < other.month ? -1 : 1))
}

/** The oldest unpaid months, as few as reach the minimum together; null where all of them do not. */
export function oldestReaching(section: PayoutSection, unpaid: readonly PayableMonth[]): PlainMonth[] | null {
  const least = minimumOf(section)
  for (let count = 1; count <= unpaid.length; count += 1) {
    const taken = unpaid.slice(0, count)
    if (sum(taken) >= least) return taken.map(({ month }) => month)
  }
  return null
}

/** The least that is paid at once. Fen. */
export function minimumOf({ minimum }: PayoutSection): Fen {
  const fen = parseYuan(minimum.yuan)
  assert(fen !== null, 'a pack states its minimum in yuan')
  return fen
}

/** What months come to together. Fen. */
export function sum(months: readonly { readonly net: Fen }[]): Fen {
  return months.reduce((total, { net }) => total + net, 0)
}

/** The shortest stretch of unpaid months around the asked ones whose others bring what is missing. */
function fewestNext(
  unpaid: readonly PayableMonth[],
  asked: ReadonlySet<PlainMonth>,
  missing: Fen,
): PlainMonth[] {
  const places = unpaid.flatMap(({ month }, at) => (asked.has(month) ? [at] : []))
  const [low, high] = [places[0] ?? unpaid.length, places.at(-1) ?? unpaid.length - 1]
  let best: PlainMonth[] = []
  for (let from = low; from >= 0; from -= 1) {
    for (let to = high; to < unpaid.length; to += 1) {
      const added = unpaid.slice(from, to + 1).filter(({ month }) => !asked.has(month))
      if (sum(added) < missing) continue
      if (best.length === 0 || added.length < best.length) best = added.map(({ month }) => month)
      break
    }
  }
  return best
}
