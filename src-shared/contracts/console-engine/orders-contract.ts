import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { orderSchema } from '../console-platform/records/order.ts'
import { addPieceInput, importIdInput, importProgressSchema } from './bank-imports.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import { exportedFileSchema } from './files.ts'
import {
  offlineOrderCaseSchema,
  offlineOrderExportInput,
  offlineOrderIdInput,
  offlineOrderListInput,
  offlineOrderPageSchema,
  offlineOrderTermsInput,
  offlineOrderTermsSchema,
  orderByNumberInput,
} from './offline-orders.ts'
import {
  applyOrderImportInput,
  beginOrderImportInput,
  keptOrderMappingSchema,
  mapOrderImportInput,
  orderImportRowSchema,
  orderImportsInput,
  orderPreviewSchema,
  orderTemplateInput,
  previewOrdersInput,
  previewOrdersSchema,
} from './order-imports.ts'
import { orderCaseSchema, orderExportInput, orderIdInput, orderListInput, orderPageSchema } from './orders.ts'
import { pendingDecisionSchema } from './pending.ts'

/** Orders: the list, those written down by hand, and files of them on their way in. */
export const ordersContract = {
  list: base.input(orderListInput).output(orderPageSchema),
  export: base.input(orderExportInput).output(exportedRowsSchema),
  get: base.input(orderIdInput).output(orderCaseSchema),
  /** One by its number; null where this copy has none. */
  byNumber: base.input(orderByNumberInput).output(orderSchema.nullable()),
  /** Written down by hand, and confirmed by another person. */
  offline: {
    list: base.input(offlineOrderListInput).output(offlineOrderPageSchema),
    export: base.input(offlineOrderExportInput).output(exportedRowsSchema),
    get: base.input(offlineOrderIdInput).output(offlineOrderCaseSchema),
    terms: base.input(offlineOrderTermsInput).output(offlineOrderTermsSchema),
  },
  /** A file is read in a thread of its own and kept until it is applied or given up. */
  imports: {
    list: base.input(orderImportsInput).output(z.array(orderImportRowSchema)),
    begin: base.input(beginOrderImportInput).output(importIdInput),
    add: base.input(addPieceInput).output(importProgressSchema),
    read: base.input(importIdInput).output(eventIterator(importProgressSchema)),
    preview: base.input(importIdInput).output(orderPreviewSchema),
    orders: base.input(previewOrdersInput).output(previewOrdersSchema),
    /** One decision: all of it or nothing. */
    apply: base.input(applyOrderImportInput).output(pendingDecisionSchema),
    cancel: base.input(importIdInput).output(z.object({ cancelled: z.boolean() })),
    map: base.input(mapOrderImportInput).output(z.object({ signature: z.string() })),
    template: base.input(orderTemplateInput).output(exportedFileSchema),
  },
  mappings: {
    list: base.output(z.array(keptOrderMappingSchema)),
    forget: base
      .input(z.strictObject({ signature: z.string().max(20_000) }))
      .output(z.object({ forgotten: z.boolean() })),
    rename: base
      .input(z.strictObject({ signature: z.string().max(20_000), name: z.string().trim().min(1).max(80) }))
      .output(z.object({ renamed: z.boolean() })),
  },
}
