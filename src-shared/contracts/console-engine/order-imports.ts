import { z } from 'zod'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { ORDER_NOVELTIES } from '../../rules/order-files/compare-order.ts'
import { orderMappingSchema } from '../../rules/order-files/order-mapping.ts'
import { ORDER_FILE_REFUSALS } from '../../rules/order-files/read-order-file.ts'
import { CHANGED_ORDERS_LIMIT } from '../console-platform/imported-orders.ts'
import { placeSchema } from '../console-platform/records/bank-line.ts'
import {
  orderFileHeadSchema,
  orderImportSchema,
  orderSumsSchema,
} from '../console-platform/records/order-import.ts'
import { beginImportInput, importIdInput } from './bank-imports.ts'
import { exportSchema } from './exports.ts'

/** A file of orders of one marketplace; its bytes follow in pieces. */
export const beginOrderImportInput = beginImportInput.extend({ marketplace: marketplaceSchema })

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** An order of the preview, and what importing would do with it. */
export const previewOrderSchema = z.object({
  /** Its place among the orders of the file. */
  ordinal: z.int(),
  place: placeSchema,
  number: z.string(),
  novelty: z.enum(ORDER_NOVELTIES),
  /** The order on record; null where there is none. */
  orderId: ulidSchema.nullable(),
  providerName: z.string().nullable(),
  productName: z.string().nullable(),
  kind: z.enum(['new', 'renewal', 'refund']).nullable(),
  cash: z.int().nullable(),
  voucher: z.int().nullable(),
  paidAt: z.string().nullable(),
  /** Fields that the file says otherwise, by the name of the record's field: on record, and in the file. */
  differs: z.array(z.object({ field: z.string(), recorded: value, inFile: value })),
  /** What a new order must say and this one does not. */
  missing: z.array(z.string()),
})
export type PreviewOrder = z.infer<typeof previewOrderSchema>

/** What became of reading a file of orders. */
export const orderPreviewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    importId: ulidSchema,
    file: orderFileHeadSchema,
    /** Names of columns that hold something and were not read. */
    unread: z.array(z.string()),
    /** The kept mapping it was read by; null where the names of its columns told. */
    mapping: z.string().nullable(),
    counts: z.record(z.enum(ORDER_NOVELTIES), z.int()),
    /** All orders of the file, and the new ones alone. */
    all: orderSumsSchema,
    fresh: orderSumsSchema,
    /** Why nothing of it can be imported; null where something can. */
    barred: z.enum(['nothing-new', 'not-allowed']).nullable(),
  }),
  z.object({
    kind: z.literal('refused'),
    importId: ulidSchema,
    fileName: z.string(),
    reason: z.enum(ORDER_FILE_REFUSALS),
    /** The fullest rows of a table nobody knows, to draw up a mapping from. */
    candidates: z.array(z.array(z.string())),
  }),
])
export type OrderPreview = z.infer<typeof orderPreviewSchema>

export const previewOrdersInput = importIdInput.extend({
  novelty: z.enum(ORDER_NOVELTIES).nullable(),
  after: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
})
export const previewOrdersSchema = z.object({ orders: z.array(previewOrderSchema), next: z.int().nullable() })

export const applyOrderImportInput = importIdInput.extend({
  /** Places of the orders on record that take over what the file says: a person looked at each. */
  changed: z.array(z.int().nonnegative()).max(CHANGED_ORDERS_LIMIT),
})
export const mapOrderImportInput = importIdInput.extend({ mapping: orderMappingSchema })

export const keptOrderMappingSchema = z.object({
  signature: z.string(),
  mapping: orderMappingSchema,
  savedAt: z.string(),
})

/** The newest imports, those on their way first. */
export const orderImportsInput = z.strictObject({ limit: z.int().min(1).max(200) })
export const orderImportRowSchema = z.object({ record: orderImportSchema, pending: z.boolean() })
export type OrderImportRow = z.infer<typeof orderImportRowSchema>

/** A file with the headings that are read by themselves, and nothing below them. */
export const orderTemplateInput = exportSchema(['paidAt']).pick({ language: true, format: true })
