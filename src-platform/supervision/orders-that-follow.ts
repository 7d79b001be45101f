import { UNFINISHED } from '#shared/contracts/console-platform/kinds/order.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { type Supervision, supervisionState } from '#shared/contracts/console-platform/records/supervision.ts'
import { followed } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import type { StoreReader } from '../store/store.ts'

/** Unfinished orders of a provider read at a time. */
const AT_ONCE = 250

/** The order of a supervision and the refunds of it, as the record's newest step leaves them; those it moves only. */
export async function ordersThatFollow(
  reader: StoreReader,
  order: Order,
  record: Supervision,
  at: string,
): Promise<{ readonly before: Order; readonly after: Order }[]> {
  if (supervisionState(record) === order.supervision) return []
  const moved = [order, ...(await refundsUnderSupervision(reader, order))]
  return moved.map((before) => ({ before, after: followed(before, record, at) }))
}

/** A refund shares the moments of its order. */
async function refundsUnderSupervision(
  reader: StoreReader,
  { id, marketplace, providerId }: Order,
): Promise<Order[]> {
  const refunds: Order[] = []
  for (let after = { sort: UNFINISHED, id: '' }; ; ) {
    const page = await reader.ordersSince({ marketplace, providerId }, after, AT_ONCE)
    for (const { order } of page) if (order.refundOf === id) refunds.push(order)
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) return refunds
    after = { sort: last.sort, id: last.id }
  }
}
