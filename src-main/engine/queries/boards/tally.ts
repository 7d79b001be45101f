import { daysBetween } from '#shared/calendar/plain-date.ts'
import type { BoardScope } from '#shared/contracts/console-engine/boards.ts'
import { type Period, pieceKey, piecesOf, type Series } from '#shared/rules/boards/board-period.ts'
import { countDistinct } from '#shared/rules/boards/count-distinct.ts'
import type { Facet } from '../../storage/cache/boards/board-sources.ts'
import { EVERY_ROW, type Lets, type ReadRows } from '../../storage/cache/boards/read-rows.ts'

/** The groups that rows are told apart by: each row's by its place, and what each is called. */
export interface Grouping {
  readonly groups: Uint32Array
  readonly keys: readonly string[]
  readonly periods: readonly (Period | null)[]
}

/** Rows by the piece of the period they lie in; pieces without rows are there too. */
export function byPieces({ days }: ReadRows, period: Period, series: Series): Grouping {
  const periods = piecesOf(period, series)
  const pieceOfDay = periods.flatMap(({ from, to }, piece) =>
    Array.from({ length: daysBetween(from, to) + 1 }, () => piece),
  )
  return {
    groups: days.map((day) => pieceOfDay[day] ?? 0),
    keys: periods.map((piece) => pieceKey(piece, series)),
    periods,
  }
}

/** Rows by what a facet of theirs says; only what there is. */
export function byFacet({ facets, facet, facetCount }: ReadRows, named: Facet): Grouping {
  const keys = new Map<string, number>()
  // One more than the group, so that 0 is a facet nobody asked for yet.
  const groupOf = new Uint32Array(facetCount)
  const groups = new Uint32Array(facets.length)
  for (let at = 0; at < facets.length; at += 1) {
    const number = facets[at] ?? 0
    let group = groupOf[number] ?? 0
    if (group === 0) {
      const key = facet(number)?.[named] ?? ''
      group = keys.get(key) ?? keys.size + 1
      keys.set(key, group)
      groupOf[number] = group
    }
    groups[at] = group - 1
  }
  return { groups, keys: [...keys.keys()], periods: [...keys.keys()].map(() => null) }
}

/** Rows of each group. */
export function counted({ groups, keys }: Grouping): Uint32Array {
  const counts = new Uint32Array(keys.length)
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

/** Different members of each group. */
export function distinct({ groups, keys }: Grouping, members: Uint32Array, { memberCount }: ReadRows) {
  return countDistinct(groups, members, keys.length, memberCount)
}

/** What was paid, and what went back as an amount above zero, of each group in fen. */
export function paidAndRefunded(
  { groups, keys }: Grouping,
  { facets, facet, facetCount, amounts }: ReadRows,
) {
  const isRefund = Uint8Array.from({ length: facetCount }, (_, at) =>
    facet(at)?.detail === 'refund' ? 1 : 0,
  )
  const revenue = new Array<number>(keys.length).fill(0)
  const refunds = new Array<number>(keys.length).fill(0)
  for (let at = 0; at < facets.length; at += 1) {
    const group = groups[at] ?? 0
    const amount = amounts[at] ?? 0
    if (isRefund[facets[at] ?? 0] === 1) refunds[group] = (refunds[group] ?? 0) - amount
    else revenue[group] = (revenue[group] ?? 0) + amount
  }
  return { revenue, refunds }
}

/** Whether a scope lets the rows of a facet through; one that is cut to nothing is always the same. */
export function letsOf({ marketplaces, providerId, listingId }: BoardScope): Lets {
  if (marketplaces.length === 0 && providerId === null && listingId === null) return EVERY_ROW
  return (facet) =>
    (marketplaces.length === 0 || marketplaces.includes(facet.marketplace)) &&
    (providerId === null || facet.providerId === providerId) &&
    (listingId === null || facet.listingId === listingId)
}
