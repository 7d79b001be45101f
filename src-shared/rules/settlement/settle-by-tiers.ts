import { monthOfDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { TierRow } from '../../policy/fee-section.ts'
import {
  type ChargedAtOnce,
  type Commission,
  chargedAtOnce,
  monthCommission,
} from '../fees/month-commission.ts'
import { isLate, type MonthToSettle, type OrderToSettle, type Settling } from './month-to-settle.ts'
import { EMPTY_LINE, type SettledLine } from './statement-line.ts'

/**
 * A month whose commission goes by its total: each order is charged by the tier that the pack names first, and each
 * category has one line with what is paid back of that (佣金返还). Closed months are not rated again, so that an order
 * that comes late has no line of its own: a person corrects it.
 */
export function* settleByTiers(given: MonthToSettle): Generator<Settling> {
  const { packs, month, orders, rebates } = given
  const own = new Map<string, OrderToSettle[]>()
  for (const order of orders) {
    const paidIn = monthOfDate(shanghaiDate(order.paidAt))
    if (isLate(given, order.id, paidIn)) {
      yield { is: 'not-settled', orderId: order.id, why: 'late-in-closed-month' }
    } else if (paidIn === month) {
      const known = own.get(order.category)
      if (known === undefined) own.set(order.category, [order])
      else known.push(order)
    }
  }
  for (const category of [...own.keys()].sort()) {
    const inCategory = own.get(category) ?? []
    const rowOf = (rows: readonly TierRow[]) =>
      rows.find(({ categories }) => categories.includes(category)) ?? null
    const charge = chargedAtOnce(packs, month, rowOf)
    const found = monthCommission(
      packs,
      month,
      rowOf,
      inCategory.map(({ cash, distributed }) => ({ amount: cash, distributed })),
    )
    switch (found.outcome) {
      case 'ok':
      case 'nothing-to-settle':
        for (const order of inCategory) {
          // Without a tier nothing is charged: what is below zero is carried on as it is.
          const { cash: amount, distributed } = order
          const isCharged = found.outcome === 'ok' && charge !== null
          const charged = isCharged
            ? charge({ amount, distributed })
            : { base: 0, fee: 0, steps: found.steps }
          yield { is: 'line', line: orderLine(order, charged) }
        }
        if (found.outcome === 'ok') yield* trueUp(category, found, rebates)
        break
      case 'outside-policy-period':
      case 'no-rate-for-category':
        for (const { id } of inCategory) yield { is: 'not-settled', orderId: id, why: found.outcome }
    }
  }
}

function orderLine(order: OrderToSettle, { base, fee, steps }: ChargedAtOnce): SettledLine {
  return {
    ...EMPTY_LINE,
    kind: order.kind === 'refund' ? 'refund' : 'fee',
    orderId: order.id,
    orderNumber: order.number,
    category: order.category,
    taxBasisPoints: order.taxBasisPoints,
    gross: order.cash,
    base,
    fee,
    amount: order.cash - fee,
    steps,
  }
}

function* trueUp(
  category: string,
  { rebate, ahead, tier, steps }: Commission,
  rebates: MonthToSettle['rebates'],
): Generator<Settling> {
  if (ahead !== null && ahead.saves > 0) {
    const { missing, saves } = ahead
    yield { is: 'cliff', cliff: { category, tier, missing, saves } }
  }
  const amount = rebates === 'set-off' ? rebate : 0
  yield { is: 'line', line: { ...EMPTY_LINE, kind: 'rebate', category, rebate, amount, steps } }
}
