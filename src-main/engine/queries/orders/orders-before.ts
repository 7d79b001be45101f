import { addYears, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { OrderChannel } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { ChargedProvider } from '#shared/rules/fees/fee-exemptions.ts'
import { feesOn } from '#shared/rules/fees/fees-on.ts'
import {
  byPayment,
  type ChargedOrder,
  type FeeLedger,
  type FreeTurnover,
  type NoOrderFee,
  type OrderFee,
  openFeeLedger,
} from '#shared/rules/fees/order-fees.ts'
import type { QueryContext } from '../query-context.ts'

/** Orders read at a time. */
const AT_ONCE = 500

type Row = Omit<ChargedOrder, 'amount'> & { readonly cash: Fen }

interface Asked extends ChargedOrder {
  readonly marketplace: string
  readonly providerId: string
}

/** Where reading the orders of a provider goes on. */
interface Place {
  readonly paidAt: string
  readonly id: string
}

/**
 * The fee of one order, as `orderFees` of all its provider's orders gives it. What came before it matters only while a
 * free turnover lasts: orders that may have used it are read until it is used up, then from the next refund that gives
 * some back. The others are not read, however many there are.
 */
export function feeAfterOthers(
  context: Pick<QueryContext, 'statements'>,
  packs: readonly PolicyPack[],
  provider: ChargedProvider,
  order: Asked,
): OrderFee | NoOrderFee {
  const ledger = openFeeLedger((on) => feesOn(packs, on), provider)
  const span = turnoverSpan(packs, provider)
  if (span !== null && mayDependOnOthers(order, span)) walk(context, ledger, span, order)
  else for (const row of readOriginal(context, order).toSorted(byPaid)) ledger.charge(charged(row))
  return ledger.charge(order)
}

/** An order that has no part in a free turnover is charged alone; what a refund says of it depends on all before. */
function mayDependOnOthers({ refundOf, paidAt, channel }: Asked, { from, before, channels }: Span): boolean {
  return refundOf !== null || (paidAt >= from && paidAt < before && channels.includes(channel))
}

/** Charges what may have used free turnover before an order, or given some back. */
function walk(context: Pick<QueryContext, 'statements'>, ledger: FeeLedger, span: Span, order: Asked): void {
  // Orders whose refunds matter: those that used some of it, and the one that is taken back from.
  const watched = order.refundOf === null ? [] : [order.refundOf]
  // An order may have been paid before its provider joined.
  let place: Place | null = { paidAt: order.refundOf === null ? span.from : '', id: '' }
  while (place !== null) {
    const rows: readonly Row[] = readUsers(context, order, span, place)
    for (const row of rows) {
      ledger.charge(charged(row))
      if (ledger.takenBy(row.id) > 0) watched.push(row.id)
    }
    const last = rows.at(-1)
    if (last === undefined) return
    // Ids are all as long: nothing lies between.
    const next = { paidAt: last.paidAt, id: `${last.id} ` }
    const isUsedUp = span.exemptions.every((each) => ledger.isUsedUp(each))
    place = isUsedUp ? nextThatMatters(context, order, watched, next) : next
  }
}

interface Span {
  readonly exemptions: readonly FreeTurnover[]
  readonly channels: readonly OrderChannel[]
  /** Instants: the first, and the end, of orders that may use some of it. */
  readonly from: string
  readonly before: string
}

/** When a provider's orders may use free turnover; null where it has none. */
function turnoverSpan(packs: readonly PolicyPack[], { joinedOn }: ChargedProvider): Span | null {
  if (joinedOn === null) return null
  const exemptions = packs.flatMap(({ fees }) =>
    fees?.rules.model === 'per-order'
      ? fees.rules.exemptions.filter(
          (each): each is FreeTurnover => each.kind === 'free-turnover' && joinedOn <= each.joinedUntil,
        )
      : [],
  )
  if (exemptions.length === 0) return null
  const ends = exemptions.map(({ years }): PlainDate => addYears(joinedOn, years))
  return {
    exemptions,
    channels: [...new Set(exemptions.flatMap(({ channels }) => channels.of))],
    from: startOfShanghaiDay(joinedOn),
    before: startOfShanghaiDay(ends.reduce((one, other) => (one > other ? one : other))),
  }
}

const COLUMNS =
  'r.id AS id, r.paidAt AS paidAt, r.channel AS channel, r.cash AS cash, r.refundOf AS refundOf, r.agreedBasisPoints AS agreedBasisPoints'
const OWN = 'r.marketplace = @marketplace AND r.providerId = @providerId'
/** From a place on and before the order that is asked about, in the order of payment. */
const BETWEEN = '(r.paidAt, r.id) >= (@fromAt, @fromId) AND (r.paidAt, r.id) < (@untilAt, @untilId)'

/** Orders that may use free turnover, and refunds of such orders; the one that is taken back from whatever it is. */
function readUsers(
  { statements }: Pick<QueryContext, 'statements'>,
  order: Asked,
  { channels, from, before }: Span,
  place: Place,
): readonly Row[] {
  return statements
    .prepare<Row>(
      `SELECT ${COLUMNS} FROM market_order r LEFT JOIN market_order o ON o.id = r.refundOf
       WHERE ${OWN} AND r.paidAt >= @fromAt AND r.paidAt <= @untilAt AND ${BETWEEN}
         AND CASE WHEN r.id = @original OR r.refundOf = @original THEN 1 WHEN r.refundOf IS NULL
           THEN r.cash > 0 AND r.paidAt >= @from AND r.paidAt < @before AND r.channel IN (SELECT value FROM json_each(@channels))
           ELSE o.paidAt >= @from AND o.paidAt < @before END
       ORDER BY r.paidAt, r.id LIMIT ${AT_ONCE}`,
    )
    .all({
      ...bindings(order, place),
      ...{ from, before, original: order.refundOf, channels: JSON.stringify(channels) },
    })
}

/** The next refund of an order that is watched, or the order that is taken back from; null where none follows. */
function nextThatMatters(
  { statements }: Pick<QueryContext, 'statements'>,
  order: Asked,
  watched: readonly string[],
  place: Place,
): Place | null {
  const found = statements
    .prepare<Place>(
      `SELECT r.paidAt AS paidAt, r.id AS id FROM json_each(@watched) watched
       CROSS JOIN market_order r ON r.refundOf = watched.value
       WHERE ${OWN} AND ${BETWEEN}
       UNION ALL
       SELECT r.paidAt, r.id FROM market_order r WHERE r.id = @original AND ${BETWEEN}
       ORDER BY 1, 2 LIMIT 1`,
    )
    .get({ ...bindings(order, place), original: order.refundOf, watched: JSON.stringify(watched) })
  return found ?? null
}

/** The order a refund takes back from, and what was taken back from it before. */
function readOriginal({ statements }: Pick<QueryContext, 'statements'>, order: Asked): Row[] {
  return statements
    .prepare<Row>(
      `SELECT ${COLUMNS} FROM market_order r WHERE ${OWN} AND (r.id = @original OR r.refundOf = @original)
         AND (r.paidAt, r.id) < (@untilAt, @untilId)`,
    )
    .all({
      ...{ marketplace: order.marketplace, providerId: order.providerId, original: order.refundOf },
      ...{ untilAt: order.paidAt, untilId: order.id },
    })
}

function bindings(
  { marketplace, providerId, paidAt, id }: Asked,
  from: Place,
): Readonly<Record<string, string>> {
  return {
    ...{ marketplace, providerId, fromAt: from.paidAt, fromId: from.id },
    ...{ untilAt: paidAt, untilId: id },
  }
}

function charged({ cash, ...order }: Row): ChargedOrder {
  return { ...order, amount: cash }
}

function byPaid(one: Row, other: Row): number {
  return byPayment(charged(one), charged(other))
}
