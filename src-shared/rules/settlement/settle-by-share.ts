import { firstOfMonth, lastOfMonth, monthOfDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { Fen } from '../../money/fen.ts'
import { feesInMonth, feesOn } from '../fees/fees-on.ts'
import {
  billTypes,
  type NotShared,
  rulesOf,
  type Shared,
  type SharedOrder,
  shareOrder,
} from '../fees/provider-share.ts'
import { carryIn, carryOn } from './carry.ts'
import {
  type Carried,
  isLate,
  type MonthToSettle,
  type NotSettled,
  type OrderToSettle,
  type Settling,
} from './month-to-settle.ts'
import { EMPTY_LINE } from './statement-line.ts'

/**
 * A month whose cash is shared: an order belongs to the month whose bill its own moments put it on, a refund not before
 * the month it happened in. A type of product below its threshold is carried on by a line of its own, rate of tax by
 * rate of tax.
 */
export function* settleByShare(given: MonthToSettle): Generator<Settling> {
  const { packs, month, orders, carriedIn } = given
  const billed: Shared[] = []
  const open = new OpenShares()
  for (const carried of carriedIn) {
    yield carryIn(given, carried)
    open.add(carried.category ?? '', carried.taxBasisPoints, carried.amount)
  }
  for (const order of orders) {
    const found = shareOrder((on) => feesOn(packs, on), asShared(order))
    if (found.outcome !== 'ok') {
      const why = notSettled(found.outcome)
      if (why !== null && monthOfDate(shanghaiDate(order.paidAt)) === month) {
        yield { is: 'not-settled', orderId: order.id, why }
      }
      continue
    }
    const own = monthOf(order, found)
    if (own !== month && !isLate(given, order.id, own)) continue
    billed.push(found)
    open.add(order.category, order.taxBasisPoints, found.share)
    yield {
      is: 'line',
      line: {
        ...EMPTY_LINE,
        kind: order.kind === 'refund' ? 'refund' : 'fee',
        orderId: order.id,
        orderNumber: order.number,
        category: order.category,
        taxBasisPoints: order.taxBasisPoints,
        gross: order.cash,
        base: order.cash,
        fee: found.fee,
        amount: found.share,
        steps: found.steps,
      },
    }
  }
  const rules =
    rulesOf(feesInMonth(packs, month)) ??
    rulesOf(feesOn(packs, firstOfMonth(month))) ??
    rulesOf(feesOn(packs, lastOfMonth(month)))
  if (rules === null) return
  for (const bill of billTypes(rules, billed, carriedByType(carriedIn))) {
    if (bill.billed) continue
    for (const [taxBasisPoints, amount] of open.of(bill.productType)) {
      yield { is: 'carried', carried: { category: bill.productType, taxBasisPoints, amount } }
      yield { is: 'line', line: carryOn(month, bill.productType, taxBasisPoints, amount, bill.steps) }
    }
  }
}

/** Shares by type of product and rate of tax. */
class OpenShares {
  readonly #byType = new Map<string, Map<number | null, Fen>>()

  add(type: string, taxBasisPoints: number | null, amount: Fen): void {
    const byRate = this.#byType.get(type) ?? new Map<number | null, Fen>()
    byRate.set(taxBasisPoints, (byRate.get(taxBasisPoints) ?? 0) + amount)
    this.#byType.set(type, byRate)
  }

  /** What a type has of each rate, the lowest rate first, without what came to nothing. */
  of(type: string): [number | null, Fen][] {
    return [...(this.#byType.get(type) ?? [])]
      .filter(([, amount]) => amount !== 0)
      .sort(([one], [other]) => (one ?? Infinity) - (other ?? Infinity))
  }
}

function carriedByType(carried: readonly Carried[]): Record<string, Fen> {
  const byType: Record<string, Fen> = {}
  for (const { category, amount } of carried) {
    if (category !== null) byType[category] = (byType[category] ?? 0) + amount
  }
  return byType
}

/** A refund shares the moments of its order: it counts in the month it happened, not in the order's. */
function monthOf({ kind, paidAt }: OrderToSettle, { billedIn }: Shared) {
  const happened = monthOfDate(shanghaiDate(paidAt))
  return kind === 'refund' && happened > billedIn ? happened : billedIn
}

/** Null of what is no fault: traded outside the market, or not to be billed yet. */
function notSettled(outcome: NotShared['outcome']): NotSettled | null {
  switch (outcome) {
    case 'traded-outside':
    case 'not-in-effect':
    case 'not-repaid':
      return null
    case 'outside-policy-period':
    case 'unknown-product-type':
    case 'unknown-mode':
    case 'share-not-agreed':
    case 'bands-not-configured':
      return outcome
  }
}

function asShared(order: OrderToSettle): SharedOrder {
  return {
    id: order.id,
    productType: order.category,
    mode: order.mode ?? '',
    cash: order.cash,
    moments: {
      payment: order.paidAt,
      completion: order.completedAt,
      activation: order.activatedAt,
      start: order.startsAt,
    },
    supervised: order.supervised,
    renewal: order.kind === 'renewal',
    repaidAt: order.repaidAt,
    agreedBasisPoints: order.agreedBasisPoints,
  }
}
