import type {
  BoardScope,
  SubscriptionBoard,
  SubscriptionFigures,
  SubscriptionGroup,
} from '#shared/contracts/console-engine/boards.ts'
import { type Period, periodBefore } from '#shared/rules/boards/board-period.ts'
import type { Facet } from '../../storage/cache/boards/board-sources.ts'
import { type Lets, type ReadRows, readRows } from '../../storage/cache/boards/read-rows.ts'
import { readTotals } from '../../storage/cache/boards/read-totals.ts'
import type { BoardReading } from './board-reading.ts'
import { groupName } from './board-words.ts'
import { byFacet, byPieces, counted, distinct, type Grouping, letsOf, paidAndRefunded } from './tally.ts'

/** The facet that rows are grouped by; of orders `plan` and `status` are not known. */
const FACET_OF: Readonly<
  Record<Exclude<SubscriptionGroup, 'day' | 'week' | 'month'>, { facet: Facet; ofOrders: boolean }>
> = {
  extension: { facet: 'listingId', ofOrders: true },
  provider: { facet: 'providerId', ofOrders: true },
  plan: { facet: 'detail', ofOrders: false },
  status: { facet: 'status', ofOrders: false },
  marketplace: { facet: 'marketplace', ofOrders: true },
}

/** The subscriptions and the orders of some days. */
interface Rows {
  readonly subscriptions: ReadRows
  /** Null where these roles see none. */
  readonly orders: ReadRows | null
}

/**
 * 订阅看板: subscriptions by when they began, whatever became of them; different users as a union; revenue of paid
 * orders, gross by payment time, and apart from it what went back. A renewal is an order, not a subscription: a reading.
 * @returns null while the first sync is not complete
 */
export function subscriptionBoard(
  reading: BoardReading,
  { by, ...scope }: BoardScope & { readonly by: SubscriptionGroup | null },
): SubscriptionBoard | null {
  const { period } = scope
  const earlier = periodBefore(period)
  const lets = letsOf(scope)
  const [totals, before] = [totalsOf(reading, lets, period), totalsOf(reading, lets, earlier)]
  if (totals === null || before === null) return null
  const rows = by === null ? null : rowsOf(reading, lets, period)
  return {
    asOf: reading.confirmedAt,
    totals,
    before: { period: earlier, totals: before },
    groups: by === null || rows === null ? [] : groupsOf(reading, rows, period, by),
  }
}

function rowsOf(reading: BoardReading, lets: Lets, period: Period): Rows | null {
  const subscriptions = readRows(reading.database, 'subscription', period, lets)
  if (subscriptions === null) return null
  return {
    subscriptions,
    orders: reading.hasOrders ? readRows(reading.database, 'order', period, lets) : null,
  }
}

function totalsOf(reading: BoardReading, lets: Lets, period: Period): SubscriptionFigures | null {
  const subscriptions = readTotals(reading.database, 'subscription', period, lets)
  if (subscriptions === null) return null
  const orders = reading.hasOrders ? readTotals(reading.database, 'order', period, lets) : null
  const { count, first } = subscriptions
  return {
    subscriptions: count,
    users: first,
    revenue: orders?.paid ?? null,
    refunds: orders?.refunded ?? null,
  }
}

function groupsOf(
  reading: BoardReading,
  rows: Rows,
  period: Period,
  by: SubscriptionGroup,
): SubscriptionBoard['groups'] {
  if (by === 'day' || by === 'week' || by === 'month') {
    const grouping = byPieces(rows.subscriptions, period, by)
    const figures = figuresOf(rows, grouping, rows.orders && byPieces(rows.orders, period, by))
    return grouping.keys.flatMap((key, at) => {
      const own = figures.get(key)
      return own === undefined ? [] : [{ key, name: key, period: grouping.periods[at] ?? null, figures: own }]
    })
  }
  const { facet, ofOrders } = FACET_OF[by]
  const orders = ofOrders && rows.orders !== null ? byFacet(rows.orders, facet) : null
  const figures = figuresOf(rows, byFacet(rows.subscriptions, facet), orders)
  return [...figures]
    .map(([key, own]) => ({ key, name: groupName(reading, by, key), period: null, figures: own }))
    .sort(
      (one, other) =>
        other.figures.subscriptions - one.figures.subscriptions || (one.key < other.key ? -1 : 1),
    )
}

function figuresOf(
  { subscriptions, orders }: Rows,
  grouping: Grouping,
  ofOrders: Grouping | null,
): Map<string, SubscriptionFigures> {
  const counts = counted(grouping)
  const users = distinct(grouping, subscriptions.first, subscriptions)
  const money = orders !== null && ofOrders !== null ? paidAndRefunded(ofOrders, orders) : null
  const places = new Map((ofOrders?.keys ?? []).map((key, at) => [key, at]))
  const keys = new Set([...grouping.keys, ...places.keys()])
  const own = new Map(grouping.keys.map((key, at) => [key, at]))
  const at = (values: { readonly [place: number]: number } | undefined, place: number | undefined) =>
    place === undefined ? 0 : (values?.[place] ?? 0)
  return new Map(
    [...keys].map((key) => [
      key,
      {
        subscriptions: at(counts, own.get(key)),
        users: at(users, own.get(key)),
        revenue: money === null ? null : at(money.revenue, places.get(key)),
        refunds: money === null ? null : at(money.refunds, places.get(key)),
      },
    ]),
  )
}
