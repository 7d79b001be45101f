import type { DifferenceCause, LineDifference } from '#shared/contracts/console-engine/settlement.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { DifferenceRow } from './difference-row.ts'

type Why = LineDifference['why']
/** An order as it is on record now, by its id. */
type OrderOf = (id: string) => Order | null
const because = (cause: DifferenceCause): Why[number] => ({ cause, notSettled: null })

/** Why a line is other than in the statement it is compared with, as far as the records here tell. */
export function whyDifferent(
  orderOf: OrderOf,
  row: DifferenceRow,
  now: SettlementStatement,
  then: SettlementStatement,
): Why {
  if (row.orderId !== null) return whyOrder(orderOf, row, row.orderId, now, then)
  switch (row.kind) {
    case 'rebate':
      return row.rebateNow === row.rebateThen ? [because('set-off')] : [because('rebate')]
    case 'carry-forward':
      return [because('carried')]
    case 'fee':
    case 'refund':
    case 'correction':
    case 'penalty':
    case 'deposit-set-off':
    case 'manual':
      return [because('adjustment')]
  }
}

function whyOrder(
  orderOf: OrderOf,
  row: DifferenceRow,
  orderId: string,
  now: SettlementStatement,
  then: SettlementStatement,
): Why {
  const order = orderOf(orderId)
  const isNewer = order !== null && order.updatedAt > then.updatedAt
  const newer = isNewer ? [because('order-newer')] : []
  if (row.linesThen === null) {
    const unsettled = notSettledIn(then, orderId)
    if (unsettled !== null) return [{ cause: 'was-not-settled', notSettled: unsettled }, ...newer]
    return isNewer ? newer : [because('belongs-now')]
  }
  if (row.linesNow === null) {
    const unsettled = notSettledIn(now, orderId)
    if (unsettled !== null) return [{ cause: 'not-settled', notSettled: unsettled }, ...newer]
    if (order === null) return [because('order-gone')]
    return [because(order.providerId === now.providerId ? 'belongs-no-more' : 'other-provider'), ...newer]
  }
  const isSame = { cash: row.grossNow === row.grossThen, base: row.baseNow === row.baseThen }
  return [
    ...(isSame.cash ? [] : [because('cash')]),
    ...(row.otherCategory === 1 ? [because('category')] : []),
    ...(row.otherTax === 1 ? [because('tax')] : []),
    ...(isSame.cash && !isSame.base ? [because('base')] : []),
    ...(isSame.base && row.feeNow !== row.feeThen ? [because('fee')] : []),
    ...newer,
  ]
}

/** Why a statement says that it does not settle an order; null where it does not name it. */
function notSettledIn({ notSettled }: SettlementStatement, orderId: string): Why[number]['notSettled'] {
  return notSettled.find(({ orderIds }) => orderIds.includes(orderId))?.why ?? null
}
