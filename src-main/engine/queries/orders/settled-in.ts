import type { Order } from '#shared/contracts/console-platform/records/order.ts'

/** The month of the committed statement that has the order `r`, NULL where none has: committing writes no order. */
export const SETTLED_IN = '(SELECT t.month FROM settled_order t WHERE t.orderId = r.id)'

/** An order with the month it is settled in, by itself or by a statement. */
export function withSettledIn(order: Order, stated: string | null): Order {
  return stated === null || order.settledIn !== null ? order : { ...order, settledIn: stated }
}
