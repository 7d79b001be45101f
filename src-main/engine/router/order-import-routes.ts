import type { OrderImports } from '../order-imports/order-imports.ts'
import { ORDER_MAPPINGS } from '../order-imports/order-mappings.ts'
import { exportOfflineOrders } from '../queries/offline-orders/export-offline-orders.ts'
import { listOfflineOrders } from '../queries/offline-orders/list-offline-orders.ts'
import {
  readOfflineOrderCase,
  readOfflineOrderTerms,
  readOrderByNumber,
} from '../queries/offline-orders/offline-order-case.ts'
import { listOrderImports } from '../queries/orders/list-order-imports.ts'
import { orderTemplate } from '../queries/orders/order-template.ts'
import { toPendingDecision } from '../queries/pending.ts'
import type { DeskProcedures } from './procedures.ts'

/** Orders on their way in: files of them, and those written down by hand. */
export function orderImportRoutes(desk: DeskProcedures, imports: OrderImports) {
  const { imports: asked, mappings } = desk.orders
  const { offline } = desk.orders
  return {
    byNumber: desk.orders.byNumber.handler(({ context, input }) => readOrderByNumber(context, input)),
    offline: {
      list: offline.list.handler(({ context, input }) => listOfflineOrders(context, input)),
      export: offline.export.handler(({ context, input }) => exportOfflineOrders(context, input)),
      get: offline.get.handler(({ context, input }) => readOfflineOrderCase(context, input.id)),
      terms: offline.terms.handler(({ context, input }) => readOfflineOrderTerms(context, input.providerId)),
    },
    imports: {
      list: asked.list.handler(({ context, input }) => listOrderImports(context, input.limit)),
      begin: asked.begin.handler(async ({ context, input }) => ({
        importId: await imports.begin(context, input),
      })),
      add: asked.add.handler(({ context, input }) =>
        // A copy of its own: small buffers share their memory, and this one moves to the thread.
        imports.find(context, input.importId).add(new Uint8Array(Buffer.from(input.base64, 'base64'))),
      ),
      read: asked.read.handler(({ context, input }) => imports.find(context, input.importId).read(context)),
      preview: asked.preview.handler(({ context, input }) =>
        imports.find(context, input.importId).preview(context),
      ),
      orders: asked.orders.handler(({ context, input: { importId, ...window } }) =>
        imports.find(context, importId).orders(context, window),
      ),
      apply: asked.apply.handler(async ({ context, input }) =>
        toPendingDecision(await imports.apply(context, input.importId, input.changed)),
      ),
      cancel: asked.cancel.handler(async ({ input }) => ({
        cancelled: await imports.cancel(input.importId),
      })),
      map: asked.map.handler(({ context, input }) => ({
        signature: imports.map(context, input.importId, input.mapping),
      })),
      template: asked.template.handler(({ context, input }) => orderTemplate(context, input)),
    },
    mappings: {
      list: mappings.list.handler(({ context }) => ORDER_MAPPINGS.list(context.workspace.journal)),
      rename: mappings.rename.handler(({ context, input: { signature, name } }) => ({
        renamed: ORDER_MAPPINGS.rename(context.workspace.journal, signature, name),
      })),
      forget: mappings.forget.handler(({ context, input }) => ({
        forgotten: ORDER_MAPPINGS.forget(context.workspace.journal, input.signature),
      })),
    },
  }
}
