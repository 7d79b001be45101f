import {
  type ImportedOrder,
  importedOrderSchema,
} from '#shared/contracts/console-platform/imported-orders.ts'
import { ORDERS_LIMIT } from '#shared/rules/order-files/read-order-file.ts'
import { packElements, unpackElements } from './packed-elements.ts'

/** New and changed orders of a file as they travel, in its order. */
export function packOrders(orders: readonly ImportedOrder[]): string {
  return packElements(orders)
}

/** Orders that came from outside; null where they are torn, too many or none of ours. */
export function unpackOrders(packed: string): Promise<ImportedOrder[] | null> {
  return unpackElements(packed, importedOrderSchema, ORDERS_LIMIT)
}
