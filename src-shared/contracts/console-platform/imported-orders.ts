import { z } from 'zod'
import { type Instant, type Marketplace, ulidSchema } from '../../base/ids.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import { type Order, orderSchema } from './records/order.ts'
import type { OrderSums } from './records/order-import.ts'

/** Most orders that one import changes: they are written while others wait. */
export const CHANGED_ORDERS_LIMIT = 2000
/** Most characters of packed orders: 200,000 of the widest come to about half of it. */
export const PACKED_ORDERS_LIMIT = 24 * 1024 * 1024

const {
  id: _id,
  version: _version,
  marketplace: _marketplace,
  providerName: _name,
  refundOf: _refundOf,
  settledIn: _settledIn,
  updatedAt: _updatedAt,
  ...said
} = orderSchema.shape

/** An order on its way to the platform. */
export const importedOrderSchema = z.strictObject({
  /** The id it will have, or has. */
  id: ulidSchema,
  /** The version it was seen in that it changes; null where it is new. */
  seenVersion: z.int().positive().nullable(),
  ...said,
  /** The number of the order a refund takes back from; it may stand in the same file. */
  refundOfNumber: z.string().min(1).max(64).nullable(),
})
export type ImportedOrder = Readonly<z.infer<typeof importedOrderSchema>>

/** What is found of an imported order beside itself. */
interface Found {
  readonly marketplace: Marketplace
  readonly providerName: string
  /** The id of the order it takes back from. */
  readonly refundOf: string | null
  /** As it was before; null where it is new. */
  readonly before: Order | null
}

/** The record of an imported order, one version further than before. Pure. */
export function importedOrderRecord(
  { seenVersion: _seen, refundOfNumber: _number, ...order }: ImportedOrder,
  { marketplace, providerName, refundOf, before }: Found,
  at: Instant,
): Order {
  return {
    ...order,
    version: (before?.version ?? 0) + 1,
    marketplace,
    providerName,
    refundOf,
    settledIn: before?.settledIn ?? null,
    updatedAt: at,
  }
}

/** What orders come to. */
export function sumOrders(orders: Iterable<Pick<Order, 'cash' | 'voucher' | 'paidAt'>>): OrderSums {
  let [paid, refunded, vouchers] = [0, 0, 0]
  let [from, to]: [string | null, string | null] = [null, null]
  for (const { cash, voucher, paidAt } of orders) {
    if (cash < 0) refunded -= cash
    else paid += cash
    vouchers += voucher
    const day = shanghaiDate(paidAt)
    if (from === null || day < from) from = day
    if (to === null || day > to) to = day
  }
  return { paid, refunded, vouchers, period: from === null || to === null ? null : { from, to } }
}
