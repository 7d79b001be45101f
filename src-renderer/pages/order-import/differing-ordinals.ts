import { client } from '#renderer/engine-client/engine.ts'
import { WINDOW_SIZE } from '#renderer/table/window-query.ts'
import { CHANGED_ORDERS_LIMIT } from '#shared/contracts/console-platform/imported-orders.ts'

/** Places of all orders of a file that differ from those on record, up to as many as one import may change. */
export async function differingOrdinals(importId: string): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  let after: number | null = 0
  while (after !== null && found.size < CHANGED_ORDERS_LIMIT) {
    const asked = { importId, novelty: 'differs', after, limit: WINDOW_SIZE } as const
    const page: Awaited<ReturnType<typeof client.orders.imports.orders>> =
      await client.orders.imports.orders(asked)
    for (const { ordinal } of page.orders.slice(0, CHANGED_ORDERS_LIMIT - found.size)) found.add(ordinal)
    after = page.next
  }
  return found
}
