import type { ORDER_SORT_COLUMNS, OrderFilter } from '#shared/contracts/console-engine/orders.ts'
import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { orderFilter } from './order-filter.ts'
import { SETTLED_IN, withSettledIn } from './settled-in.ts'

type OrderSort = (typeof ORDER_SORT_COLUMNS)[number]

export const ORDERS: WindowSource<OrderSort> = {
  tables: { confirmed: 'market_order', overlay: null, totals: null },
  keys: { paidAt: 'paidAt', cash: 'cash', name: NAME_KEY },
  sortedRows: 20_000,
}

/** One window of the orders. @throws BadInput on a cursor that is none. */
export function listOrders(
  context: QueryContext,
  question: WindowQuestion<OrderSort> & { readonly filter: OrderFilter },
): Window<Order> {
  const filter = orderFilter(question.filter)
  const window = readWindow<{ id: string; body: string; settledIn: string | null }, OrderSort>(
    context,
    ORDERS,
    filter,
    question,
    `r.body AS body, ${SETTLED_IN} AS settledIn`,
    '',
  )
  return {
    ...window,
    rows: window.rows.map(({ body, settledIn }) =>
      withSettledIn(orderSchema.parse(JSON.parse(body)), settledIn),
    ),
  }
}
