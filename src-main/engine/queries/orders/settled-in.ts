import type { Order } from '#shared/contracts/console-platform/records/order.ts'

/**
 * The month of the committed statement that has the order `r`, NULL where none has: committing writes no order. Who does
 * not receive statements has none.
 */
export const SETTLED_IN = `(SELECT s.month FROM settlement_line l JOIN settlement_statement s ON s.id = l.statementId
  WHERE l.orderId = r.id AND s.status = 'committed' LIMIT 1)`

/** An order with the month it is settled in, by itself or by a statement. */
export function withSettledIn(order: Order, stated: string | null): Order {
  return stated === null || order.settledIn !== null ? order : { ...order, settledIn: stated }
}
