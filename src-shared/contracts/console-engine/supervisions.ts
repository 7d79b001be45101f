import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { SUPERVISION_PARTIES, WAITING_STATES } from '../../rules/supervision/waiting-for.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const SUPERVISION_SORT_COLUMNS = ['since', 'amount', 'paidAt', 'name'] as const

/** What unbilled orders are cut to; an empty list means "all". */
export const supervisionScopeSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
})

/** Filter of the orders under supervision; an empty list means "all". */
export const supervisionFilterSchema = supervisionScopeSchema.extend({
  statuses: z.array(z.enum(WAITING_STATES)).default([]),
  waitsFor: z.array(z.enum(SUPERVISION_PARTIES)).default([]),
  /** Provider or buyer have been waited for longer than the company's control says. */
  late: z.boolean().default(false),
  providerId: z.string().max(64).nullable().default(null),
  listingId: z.string().max(64).nullable().default(null),
  productName: z.string().max(200).nullable().default(null),
  /** The month whose bill has it; `none`: completed, and the rules name no bill yet. */
  billedIn: z
    .union([plainMonthSchema, z.literal('none')])
    .nullable()
    .default(null),
  /** In the name of provider or product, or the beginning of the number. */
  text: z.string().max(100).default(''),
})
export type SupervisionFilter = z.infer<typeof supervisionFilterSchema>

/** An order whose delivery is supervised and that no statement has yet, pending decisions laid over. */
export const supervisedOrderSchema = z.object({
  id: ulidSchema,
  marketplace: marketplaceSchema,
  number: z.string(),
  providerId: z.string(),
  name: z.string(),
  listingId: z.string().nullable(),
  productName: z.string(),
  status: z.enum(WAITING_STATES),
  waitsFor: z.enum(SUPERVISION_PARTIES),
  /** Since when it waits so. */
  since: instantSchema,
  /** By when it is completed; null while that is not due. */
  dueAt: instantSchema.nullable(),
  late: z.boolean(),
  /** How often the buyer has rejected, and whether that is often enough to appeal. */
  rejections: z.int(),
  mayAppeal: z.boolean(),
  /** Cash less what went back, fen. */
  amount: fenSchema,
  paidAt: instantSchema,
  completedAt: instantSchema.nullable(),
  /** The month whose bill has it, and the day that bill is made; null before its completion, or where the rules name none. */
  billedIn: plainMonthSchema.nullable(),
  billsOn: plainDateSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type SupervisedOrder = z.infer<typeof supervisedOrderSchema>

export const supervisionListInput = windowSchema(SUPERVISION_SORT_COLUMNS).extend({
  filter: supervisionFilterSchema,
})
export const supervisionPageSchema = pageOf(supervisedOrderSchema)
export const supervisionExportInput = exportSchema(SUPERVISION_SORT_COLUMNS).extend({
  filter: supervisionFilterSchema,
})

const sumSchema = z.object({ orders: z.int(), amount: fenSchema })

export const unbilledInput = supervisionScopeSchema.extend({ by: z.enum(['provider', 'product']) })

/** What supervised orders come to that no bill has, the most first. */
export const unbilledSchema = z.object({
  total: sumSchema,
  /** Not completed: the market cannot bill them. */
  unfinished: sumSchema,
  /** Completed, by the month whose bill has them; `billedIn` null where the rules name none. */
  bills: z.array(
    sumSchema.extend({ billedIn: plainMonthSchema.nullable(), billsOn: plainDateSchema.nullable() }),
  ),
  rows: z.array(
    sumSchema.extend({
      providerId: z.string(),
      /** Null where it is the provider's. */
      productName: z.string().nullable(),
      name: z.string(),
      /** Whose product it is. */
      providerName: z.string().nullable(),
      unfinished: sumSchema,
      completed: sumSchema,
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
})
export type Unbilled = z.infer<typeof unbilledSchema>

/** How many wait for whom, and how many of those for too long. */
export const supervisionCountsSchema = z.object({
  waiting: z.record(z.enum(SUPERVISION_PARTIES), z.int()),
  late: z.int(),
})
export type SupervisionCounts = z.infer<typeof supervisionCountsSchema>
