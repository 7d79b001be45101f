import { z } from 'zod'
import { fileHashSchema, instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { ORDERS_LIMIT } from '../../../rules/order-files/read-order-file.ts'
import { placeSchema } from './bank-line.ts'

const count = z.int().nonnegative()

/** What an import says of its file, without the orders. */
export const orderFileHeadSchema = z.strictObject({
  marketplace: marketplaceSchema,
  fileName: z.string().min(1).max(255),
  fileHash: fileHashSchema,
  encoding: z.string().max(40),
  /** Characters that could not be decoded. */
  undecodable: count,
  /** Orders in the file, and those of them on record as the file has them, or left as they are. */
  orders: count.max(ORDERS_LIMIT),
  known: count.max(ORDERS_LIMIT),
  left: count.max(ORDERS_LIMIT),
  /** Rows that are no orders, the first of those that matter by name. */
  skipped: z.strictObject({
    rows: count,
    matter: count,
    first: z
      .array(z.strictObject({ place: placeSchema, reason: z.string().max(40), excerpt: z.string().max(80) }))
      .max(200),
  }),
})
export type OrderFileHead = Readonly<z.infer<typeof orderFileHeadSchema>>

/** What the orders come to that an import brings or changes, fen: cash paid, what went back (not negative), vouchers. */
export const orderSumsSchema = z.strictObject({
  paid: fenSchema.nonnegative(),
  refunded: fenSchema.nonnegative(),
  vouchers: fenSchema.nonnegative(),
  /** First and last day (Beijing) of payment; null where there are no orders. */
  period: z.strictObject({ from: plainDateSchema, to: plainDateSchema }).nullable(),
})
export type OrderSums = Readonly<z.infer<typeof orderSumsSchema>>

/** An import of orders 订单导入: it never changes. Money in fen. */
export const orderImportSchema = orderFileHeadSchema.extend({
  id: ulidSchema,
  version: z.int().positive(),
  /** Orders that it brought, and those it changed. */
  added: count,
  changed: count,
  ...orderSumsSchema.shape,
  importedAt: instantSchema,
  by: z.string(),
  byName: z.string(),
})
export type OrderImport = Readonly<z.infer<typeof orderImportSchema>>
