import { setImmediate } from 'node:timers/promises'
import { addMonths, firstOfMonth, monthOfDate, type PlainMonth } from '#shared/calendar/plain-date.ts'
import { shanghaiDate, startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import { settlementLineName } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { freeTurnoverEnd } from '#shared/rules/fees/fee-exemptions.ts'
import { feesInMonth, feesOn } from '#shared/rules/fees/fees-on.ts'
import { monthAfter } from '#shared/rules/settlement/carry.ts'
import type { MonthToSettle, OrderToSettle } from '#shared/rules/settlement/month-to-settle.ts'
import type { OrdersOf, StoreReader } from '../store/store.ts'

/** Orders read at a time: some milliseconds. */
const AT_ONCE = 250

/** Of whom, and for when, orders are gathered. */
export interface Gathering extends OrdersOf {
  readonly month: PlainMonth
  readonly packs: readonly PolicyPack[]
  readonly provider: MonthToSettle['provider']
  /** Committed statements of the provider for earlier months, the newest last. */
  readonly closed: readonly SettlementStatement[]
}

/** An order as its settlement sees it. */
export function toSettle({
  id,
  number,
  kind,
  refundOf,
  category,
  mode,
  channel,
  distributed,
  cash,
  taxBasisPoints,
  agreedBasisPoints,
  paidAt,
  activatedAt,
  startsAt,
  completedAt,
  repaidAt,
  supervision,
}: Order): OrderToSettle {
  return {
    ...{ id, number, kind, refundOf, category, mode, channel, distributed, cash, taxBasisPoints },
    ...{ agreedBasisPoints, paidAt, activatedAt, startsAt, completedAt, repaidAt },
    supervised: supervision !== 'none',
  }
}

/**
 * The orders that a provider's month may have, the earlier ones that its fees rest on, and those that came too late for
 * the months they belong to. Read in turns with others.
 */
export async function gatherOrders(
  store: StoreReader,
  gathering: Gathering,
): Promise<Pick<MonthToSettle, 'orders' | 'earlier' | 'late' | 'closed'>> {
  const { month, packs } = gathering
  const rules = (feesInMonth(packs, month) ?? feesOn(packs, firstOfMonth(month)))?.fees.rules
  // An order goes by the rules of its own day, which may let it wait longer than those of the month.
  const monthsBack = Math.max(
    0,
    ...packs.map(({ fees }) =>
      fees?.rules.model === 'provider-share' ? fees.rules.supervised.billedMonthsAfter : 0,
    ),
  )
  const orders = await since(
    store,
    gathering,
    startOfShanghaiDay(addMonths(firstOfMonth(month), -monthsBack)),
  )
  const lateOnes = await missedOrders(store, gathering)
  const known = new Set(orders.map(({ id }) => id))
  const late = lateOnes.filter(({ id }) => !known.has(id))
  const from = rules?.model === 'per-order' ? await earlierFrom(store, gathering, [...orders, ...late]) : null
  return {
    orders: [...orders, ...late],
    earlier: from === null ? [] : await since(store, gathering, from),
    late: new Set(lateOnes.map(({ id }) => id)),
    closed: new Set(gathering.closed.map((statement) => statement.month)),
  }
}

/**
 * The first of some months that an order of a provider moved in, or the month after that, as supervised ones are billed;
 * null where none did.
 */
export async function monthOfOrders(
  store: StoreReader,
  of: OrdersOf,
  months: ReadonlySet<PlainMonth>,
): Promise<PlainMonth | null> {
  const sorted = [...months].sort()
  const [first] = sorted
  if (first === undefined) return null
  const moved = new Set<PlainMonth>()
  const orders = await since(store, of, startOfShanghaiDay(addMonths(firstOfMonth(first), -1)))
  for (const { paidAt, activatedAt, startsAt, completedAt, repaidAt, supervised } of orders) {
    for (const at of [paidAt, activatedAt, startsAt, completedAt, repaidAt]) {
      if (at === null) continue
      const month = monthOfDate(shanghaiDate(at))
      moved.add(month)
      if (supervised) moved.add(monthAfter(month))
    }
  }
  return sorted.find((month) => moved.has(month)) ?? null
}

async function since(store: StoreReader, of: OrdersOf, instant: string): Promise<OrderToSettle[]> {
  const orders: OrderToSettle[] = []
  for (let after = { sort: instant, id: '' }; ; ) {
    const page = await store.ordersSince(of, after, AT_ONCE)
    for (const { order } of page) orders.push(toSettle(order))
    await setImmediate()
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) return orders
    after = { sort: last.sort, id: last.id }
  }
}

/** Earlier orders that came or changed after the newest closed month was drafted, and that no statement has. */
async function missedOrders(store: StoreReader, gathering: Gathering): Promise<OrderToSettle[]> {
  const { closed, month, marketplace } = gathering
  const newest = closed.at(-1)
  if (newest === undefined) return []
  const changed = await store.ordersChanged(gathering, newest.position)
  const before = changed.filter(({ paidAt }) => monthOfDate(shanghaiDate(paidAt)) < month)
  const names = before.flatMap(({ id }) =>
    closed.map((statement) =>
      settlementLineName({ statementId: statement.id, orderId: id, adjustmentId: null, id }),
    ),
  )
  const settled = await store.namesAmong('settlementLine', marketplace, names)
  const isSettled = (id: string) =>
    closed.some((statement) =>
      settled.has(settlementLineName({ statementId: statement.id, orderId: id, adjustmentId: null, id })),
    )
  return before.filter(({ id }) => !isSettled(id)).map(toSettle)
}

/** From when on earlier orders matter: a free turnover that goes on, and orders that refunds take back from. */
async function earlierFrom(
  store: StoreReader,
  { packs, month, provider }: Gathering,
  orders: readonly OrderToSettle[],
): Promise<string | null> {
  const begins = firstOfMonth(month)
  const ids = new Set(orders.flatMap(({ refundOf }) => refundOf ?? []))
  const own = new Map(orders.map((order) => [order.id, order]))
  let from: string | null = null
  for (const id of ids) {
    const original = own.get(id) ?? (await store.get('order', id))
    if (original !== null && (from === null || original.paidAt < from)) from = original.paidAt
  }
  const { joinedOn } = provider
  // Also of rules that are in force no more: a refund takes back from an order of their days.
  const ends = packs.flatMap(({ fees }) =>
    fees?.rules.model === 'per-order' ? (freeTurnoverEnd(fees.rules, provider) ?? []) : [],
  )
  const end = ends.sort().at(-1) ?? null
  const rests = end !== null && (begins < end || (from !== null && shanghaiDate(from) < end))
  if (!rests || joinedOn === null) return from
  const joined = startOfShanghaiDay(joinedOn)
  return from === null || joined < from ? joined : from
}
