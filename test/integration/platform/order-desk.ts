import { packOrders } from '#node/packed-lines/packed-orders.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { type ImportedOrder, sumOrders } from '#shared/contracts/console-platform/imported-orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { newUlid, sampleOrder } from './sample-records.ts'

/** A sample order as it travels. */
export function importedOrder(change: Partial<ImportedOrder> = {}, of: Order = sampleOrder()): ImportedOrder {
  const {
    version: _v,
    marketplace: _m,
    providerName: _n,
    refundOf: _r,
    settledIn: _s,
    updatedAt: _u,
    ...order
  } = of
  return { ...order, id: newUlid(), seenVersion: null, refundOfNumber: null, ...change }
}

/** The arguments of an import of these orders, which are all that its file has. */
export function importingOrders(
  orders: readonly ImportedOrder[],
  change: Partial<CommandArguments<'order.import'>> = {},
): CommandArguments<'order.import'> {
  const added = orders.filter(({ seenVersion }) => seenVersion === null).length
  return {
    file: {
      marketplace: 'kubesphere',
      fileName: '订单.csv',
      fileHash: 'a'.repeat(64),
      encoding: 'utf-8',
      undecodable: 0,
      orders: orders.length,
      known: 0,
      left: 0,
      skipped: { rows: 0, matter: 0, first: [] },
    },
    packedOrders: packOrders(orders),
    added,
    changed: orders.length - added,
    sums: sumOrders(orders),
    ...change,
  }
}
