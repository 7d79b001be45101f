import type { OrderImportRow } from '#shared/contracts/console-engine/order-imports.ts'
import { orderImportSchema } from '#shared/contracts/console-platform/records/order-import.ts'
import type { QueryContext } from '../query-context.ts'

/** The newest imports of orders, those on their way first. */
export function listOrderImports({ statements }: QueryContext, limit: number): OrderImportRow[] {
  const rows = statements
    .prepare<{ body: string; pending: 0 | 1 }>(
      `SELECT * FROM (
         SELECT body, 1 AS pending, importedAt FROM overlay_order_import
         UNION ALL
         SELECT body, 0, importedAt FROM main.order_import r
         WHERE NOT EXISTS (SELECT 1 FROM overlay_order_import o WHERE o.id = r.id)
       ) ORDER BY pending DESC, importedAt DESC LIMIT @limit`,
    )
    .all({ limit })
  return rows.map(({ body, pending }) => ({
    record: orderImportSchema.parse(JSON.parse(body)),
    pending: pending === 1,
  }))
}
