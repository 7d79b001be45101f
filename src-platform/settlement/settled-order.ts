import { settlementLineName } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { StoreReader } from '../store/store.ts'

/** Names that are asked for at once. */
const AT_ONCE = 1000

/** The first of some orders of a marketplace that a committed statement has: it must not change. Null where none is. */
export async function settledAmong(
  reader: StoreReader,
  marketplace: string,
  orders: readonly Order[],
): Promise<Order | null> {
  const stated = orders.find(({ settledIn }) => settledIn !== null)
  if (stated !== undefined) return stated
  for (const [providerId, own] of Map.groupBy(orders, (order) => order.providerId)) {
    const statements = await reader.ofProvider('settlementStatement', marketplace, providerId)
    const committed = statements.filter(({ status }) => status === 'committed')
    const named = committed.flatMap(({ id: statementId }) =>
      own.map((order) => ({
        order,
        name: settlementLineName({ statementId, orderId: order.id, adjustmentId: null, id: order.id }),
      })),
    )
    for (let at = 0; at < named.length; at += AT_ONCE) {
      const some = named.slice(at, at + AT_ONCE)
      const there = await reader.namesAmong(
        'settlementLine',
        marketplace,
        some.map(({ name }) => name),
      )
      const found = some.find(({ name }) => there.has(name))
      if (found !== undefined) return found.order
    }
  }
  return null
}
