import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { OFFLINE_ORDER_STATUSES, offlineOrderSchema } from '../console-platform/records/offline-order.ts'
import { orderSchema } from '../console-platform/records/order.ts'
import { exportSchema } from './exports.ts'
import { orderFeeSchema } from './orders.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const OFFLINE_ORDER_SORT_COLUMNS = ['paidAt', 'cash', 'name'] as const

/** Filter of the orders written down by hand; an empty list means "all". */
export const offlineOrderFilterSchema = z.strictObject({
  statuses: z.array(z.enum(OFFLINE_ORDER_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  text: z.string().max(100).default(''),
})
export type OfflineOrderFilter = z.infer<typeof offlineOrderFilterSchema>

/** One of them in a list. */
export const offlineOrderRowSchema = z.object({
  ...offlineOrderSchema.pick({
    id: true,
    marketplace: true,
    providerId: true,
    number: true,
    productName: true,
    kind: true,
    channel: true,
    cash: true,
    paidAt: true,
    contract: true,
  }).shape,
  name: z.string(),
  status: z.enum(OFFLINE_ORDER_STATUSES),
  recordedBy: z.string(),
  pending: pendingDecisionSchema.nullable(),
})
export type OfflineOrderRow = z.infer<typeof offlineOrderRowSchema>

export const offlineOrderListInput = windowSchema(OFFLINE_ORDER_SORT_COLUMNS).extend({
  filter: offlineOrderFilterSchema,
})
export const offlineOrderPageSchema = pageOf(offlineOrderRowSchema)
export const offlineOrderExportInput = exportSchema(OFFLINE_ORDER_SORT_COLUMNS).extend({
  filter: offlineOrderFilterSchema,
})
export const offlineOrderIdInput = z.strictObject({ id: ulidSchema })

/** One order written down by hand, pending decisions laid over. */
export const offlineOrderCaseSchema = z.object({
  record: offlineOrderSchema,
  status: z.enum(OFFLINE_ORDER_STATUSES),
  marketplaceName: bilingualSchema,
  categoryName: bilingualSchema,
  /** What the market would keep of it, by the rules of its day. */
  fee: orderFeeSchema,
  /** The order it takes back from; null where it is none, or it is not here. */
  original: orderSchema.nullable(),
  allowed: z.array(commandAboutSchema('offlineOrder')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type OfflineOrderCase = z.infer<typeof offlineOrderCaseSchema>

/** What the form of a new one needs to know of a provider's marketplace. */
export const offlineOrderTermsInput = z.strictObject({ providerId: z.string().min(1).max(64) })
export const offlineOrderTermsSchema = z.object({
  marketplace: marketplaceSchema,
  today: plainDateSchema,
  categories: z.array(z.object({ id: z.string(), name: bilingualSchema })),
  modes: z.array(z.object({ id: z.string(), name: bilingualSchema })),
})
/** An order by its number, to be taken back from. */
export const orderByNumberInput = z.strictObject({
  marketplace: marketplaceSchema,
  number: z.string().min(1).max(64),
})
