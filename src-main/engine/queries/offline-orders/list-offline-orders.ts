import type { z } from 'zod'
import type {
  OFFLINE_ORDER_SORT_COLUMNS,
  OfflineOrderFilter,
  offlineOrderPageSchema,
} from '#shared/contracts/console-engine/offline-orders.ts'
import {
  OFFLINE_ORDER_STATUSES,
  type OfflineOrder,
  offlineOrderSchema,
  offlineOrderStatus,
} from '#shared/contracts/console-platform/records/offline-order.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type Sort = (typeof OFFLINE_ORDER_SORT_COLUMNS)[number]

const OFFLINE_ORDERS: WindowSource<Sort> = {
  tables: { confirmed: 'offline_order', overlay: 'overlay_offline_order', totals: null },
  keys: { paidAt: 'paidAt', cash: 'cash', name: NAME_KEY },
  sortedRows: 20_000,
}

export type OfflineOrderQuestion = WindowQuestion<Sort> & { readonly filter: OfflineOrderFilter }

/** One window of the orders written down by hand. @throws BadInput on a cursor that is none. */
export function listOfflineOrders(
  context: QueryContext,
  question: OfflineOrderQuestion,
): z.infer<typeof offlineOrderPageSchema> {
  const window = wholeOfflineOrders(context, question)
  const pendingOf = newestPending(context, 'offlineOrder')
  return {
    ...window,
    rows: window.rows.map((record) => {
      const { id, marketplace, providerId, providerName: name, number, productName, kind, channel } = record
      const { cash, paidAt, contract, recorded } = record
      return {
        ...{ id, marketplace, providerId, name, number, productName, kind, channel, cash, paidAt, contract },
        status: offlineOrderStatus(record),
        recordedBy: recorded.byName,
        pending: pendingOf(id),
      }
    }),
  }
}

/** The same with all that is on record of each. */
export function wholeOfflineOrders(
  context: QueryContext,
  question: OfflineOrderQuestion,
): Window<OfflineOrder> {
  const window = readWindow<{ id: string; body: string }, Sort>(
    context,
    OFFLINE_ORDERS,
    registerFilter(question.filter, OFFLINE_ORDER_STATUSES),
    question,
    'r.body AS body',
    '',
  )
  return { ...window, rows: window.rows.map(({ body }) => offlineOrderSchema.parse(JSON.parse(body))) }
}
