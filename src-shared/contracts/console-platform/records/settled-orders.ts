import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'

/** Most orders one record names; a statement with more has several. */
export const SETTLED_ORDERS_LIMIT = 5000

/**
 * Which orders a committed statement settles, a part of them: the fact and the month, without a figure, for who receives
 * no statements. It comes with the commit, and is void with its statement.
 */
export const settledOrdersSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  providerId: z.string().min(1).max(64),
  statementId: ulidSchema,
  /** From 0, by statement. */
  part: z.int().nonnegative(),
  status: z.enum(['committed', 'voided']),
  orderIds: z.array(ulidSchema).min(1).max(SETTLED_ORDERS_LIMIT),
  updatedAt: instantSchema,
})
export type SettledOrders = Readonly<z.infer<typeof settledOrdersSchema>>
