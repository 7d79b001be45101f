import { firstOfMonth, monthOfDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import { feesInMonth, feesOn } from '../fees/fees-on.ts'
import { carryIn, carryOn } from './carry.ts'
import type { Carried, Cliff, MonthToSettle, NotSettled, OrderToSettle, Settling } from './month-to-settle.ts'
import { settleByOrder } from './settle-by-order.ts'
import { settleByShare } from './settle-by-share.ts'
import { settleByTiers } from './settle-by-tiers.ts'
import { EMPTY_LINE, type SettledLine } from './statement-line.ts'
import { type StatementTotals, TotalsOfLines } from './statement-totals.ts'

/** Orders that have no line, by why. */
export interface NotSettledOrders {
  readonly why: NotSettled
  readonly orders: number
  /** The first of them. */
  readonly orderIds: readonly string[]
}

/** What a month comes to, once its lines are made. */
export interface Settled {
  readonly totals: StatementTotals
  readonly carriedOut: readonly Carried[]
  readonly notSettled: readonly NotSettledOrders[]
  readonly cliffs: readonly Cliff[]
}

/** Orders named of those that cannot be settled for one reason. */
const NAMED = 20

/**
 * Settles one provider's month: gives its lines one after the other, then what they come to. The orders may come in any
 * order; the lines come by payment. An order belongs to one month alone, a refund to the month it happened in. A net
 * below zero is carried on (负数结转), so that none is ever paid out negative.
 */
export function* settleMonth(given: MonthToSettle): Generator<SettledLine, Settled> {
  const sums = new TotalsOfLines()
  const carriedOut: Carried[] = []
  const cliffs: Cliff[] = []
  const notSettled = new Map<NotSettled, { orders: number; orderIds: string[] }>()
  for (const said of movements(given)) {
    switch (said.is) {
      case 'line':
        sums.add(said.line)
        yield said.line
        break
      case 'cliff':
        cliffs.push(said.cliff)
        break
      case 'carried':
        carriedOut.push(said.carried)
        break
      case 'not-settled': {
        const known = notSettled.get(said.why) ?? { orders: 0, orderIds: [] }
        notSettled.set(said.why, known)
        known.orders += 1
        if (known.orderIds.length < NAMED) known.orderIds.push(said.orderId)
        break
      }
    }
  }
  if (sums.net < 0) {
    carriedOut.push({ category: null, taxBasisPoints: null, amount: sums.net })
    const line = carryOn(given.month, null, null, sums.net)
    sums.add(line)
    yield line
  }
  return {
    totals: sums.totals(),
    carriedOut,
    notSettled: [...notSettled]
      .map(([why, orders]) => ({ why, ...orders }))
      .sort((one, other) => (one.why < other.why ? -1 : 1)),
    cliffs,
  }
}

function* movements(given: MonthToSettle): Generator<Settling> {
  yield* ordersOf({ ...given, orders: byPayment(given.orders) })
  for (const { id, kind, amount, taxBasisPoints, reason } of given.adjustments) {
    yield {
      is: 'line',
      line: { ...EMPTY_LINE, kind, adjustmentId: id, taxBasisPoints, amount, reason },
    }
  }
}

function* ordersOf(given: MonthToSettle): Generator<Settling> {
  const { packs, month, carriedIn } = given
  const found = feesInMonth(packs, month) ?? feesOn(packs, firstOfMonth(month))
  const model = found?.fees.rules.model ?? null
  // By the share, what was carried is weighed with the orders of its type.
  const isWeighed = (carried: Carried) => model === 'provider-share' && carried.category !== null
  for (const carried of carriedIn) if (!isWeighed(carried)) yield carryIn(given, carried)
  switch (model) {
    case 'per-order':
      return yield* settleByOrder(given)
    case 'monthly-tiers':
      return yield* settleByTiers(given)
    case 'provider-share':
      return yield* settleByShare({ ...given, carriedIn: carriedIn.filter(isWeighed) })
    case null:
      for (const { id, paidAt } of given.orders) {
        if (monthOfDate(shanghaiDate(paidAt)) === month) {
          yield { is: 'not-settled', orderId: id, why: 'outside-policy-period' }
        }
      }
  }
}

/** By payment; at one instant, by id. */
function byPayment(orders: readonly OrderToSettle[]): OrderToSettle[] {
  return orders.toSorted((one, other) =>
    one.paidAt === other.paidAt ? (one.id < other.id ? -1 : 1) : one.paidAt < other.paidAt ? -1 : 1,
  )
}
