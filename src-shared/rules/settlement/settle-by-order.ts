import { monthOfDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import { feesByDay } from '../fees/fees-on.ts'
import { type ChargedOrder, eachOrderFee } from '../fees/order-fees.ts'
import { isLate, type MonthToSettle, type OrderToSettle, type Settling } from './month-to-settle.ts'
import { EMPTY_LINE } from './statement-line.ts'

/**
 * A month whose fees go by single orders: each bears its own, by the rules of its day and what the provider's earlier
 * orders left of a free turnover.
 */
export function* settleByOrder(given: MonthToSettle): Generator<Settling> {
  const { packs, month, provider, orders, earlier } = given
  const isOwn = ({ id, paidAt }: OrderToSettle) => {
    const paidIn = monthOfDate(shanghaiDate(paidAt))
    return paidIn === month || isLate(given, id, paidIn)
  }
  const own = new Map(orders.filter(isOwn).map((order) => [order.id, order]))
  const before = earlier.filter(({ id }) => !own.has(id))
  const charged = [...before, ...own.values()].map(asCharged)
  for (const fee of eachOrderFee(feesByDay(packs), provider, charged)) {
    const order = own.get(fee.id)
    if (order === undefined) continue
    if (fee.outcome !== 'ok') {
      yield { is: 'not-settled', orderId: order.id, why: fee.outcome }
      continue
    }
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
        base: fee.base,
        fee: fee.fee,
        amount: order.cash - fee.fee,
        steps: fee.steps,
      },
    }
  }
}

function asCharged({ id, paidAt, channel, cash, refundOf, agreedBasisPoints }: OrderToSettle): ChargedOrder {
  return { id, paidAt, channel, amount: cash, refundOf, agreedBasisPoints }
}
