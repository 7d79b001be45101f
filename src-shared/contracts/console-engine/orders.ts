import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { orderChannelSchema } from '../../policy/fee-section.ts'
import { stepSchema } from '../../rules/step.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { ORDER_STATUSES, orderKindSchema, orderSchema } from '../console-platform/records/order.ts'
import { STATEMENT_STATUSES } from '../console-platform/records/settlement-statement.ts'
import { exportSchema } from './exports.ts'
import { orderSupervisionSchema } from './order-supervision.ts'
import { pageOf, windowSchema } from './paging.ts'

export const ORDER_SORT_COLUMNS = ['paidAt', 'cash', 'name'] as const

/** Filter of the orders; an empty list means "all". */
export const orderFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  statuses: z.array(z.enum(ORDER_STATUSES)).default([]),
  kinds: z.array(orderKindSchema).default([]),
  channels: z.array(orderChannelSchema).default([]),
  /** Paid on these days in Beijing, both among them. */
  paidFrom: plainDateSchema.nullable().default(null),
  paidTo: plainDateSchema.nullable().default(null),
  providerId: z.string().max(64).nullable().default(null),
  listingId: z.string().max(64).nullable().default(null),
  /** In the name of the provider or product, or the beginning of the number. */
  text: z.string().max(100).default(''),
})
export type OrderFilter = z.infer<typeof orderFilterSchema>

export const orderListInput = windowSchema(ORDER_SORT_COLUMNS).extend({ filter: orderFilterSchema })
export const orderPageSchema = pageOf(orderSchema)
export const orderExportInput = exportSchema(ORDER_SORT_COLUMNS).extend({ filter: orderFilterSchema })

/** What the market keeps of one order, by the rules of its day, and how that came about. */
export const orderFeeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('fee'),
    exempt: fenSchema,
    base: fenSchema,
    fee: fenSchema,
    steps: z.array(stepSchema),
  }),
  /** The provider's share of the cash, and the month whose bill it belongs to. */
  z.object({
    outcome: z.literal('share'),
    share: fenSchema,
    fee: fenSchema,
    billedIn: plainMonthSchema,
    steps: z.array(stepSchema),
  }),
  /** The month's total of provider and category decides; so far, while the month goes on. */
  z.object({
    outcome: z.literal('month'),
    month: plainMonthSchema,
    total: fenSchema,
    base: fenSchema,
    tier: z.int().positive(),
    basisPoints: z.int(),
    charged: fenSchema,
    due: fenSchema,
    rebate: fenSchema,
    steps: z.array(stepSchema),
  }),
  z.object({
    outcome: z.literal('none'),
    why: z.enum([
      'outside-policy-period',
      'no-rate-for-category',
      'nothing-to-settle',
      'refund-of-unknown-order',
      'refund-exceeds-order',
      'unknown-product-type',
      'traded-outside',
      'not-in-effect',
      'not-repaid',
      'unknown-mode',
      'share-not-agreed',
      'bands-not-configured',
    ]),
    steps: z.array(stepSchema),
  }),
])
export type OrderFeeAnswer = z.infer<typeof orderFeeSchema>

export const orderCaseSchema = z.object({
  order: orderSchema,
  fee: orderFeeSchema,
  /** What the pack calls the mode of business; null where it has none of that id. */
  modeName: bilingualSchema.nullable(),
  /** The order it takes back from, and the refunds that take back from it, the newest first. */
  original: orderSchema.nullable(),
  refunds: z.array(orderSchema),
  /** The statement that has it, voided ones aside; null where none has, or this person may not see any. */
  settled: z
    .object({ statementId: ulidSchema, month: plainMonthSchema, status: z.enum(STATEMENT_STATUSES) })
    .nullable(),
  /** What the marketplace promises buyers of its category. */
  guarantees: z.array(z.object({ name: bilingualSchema, citation: citationSchema })),
  /** Null where the marketplace supervises no orders, and refunds, which deliver nothing. */
  supervision: orderSupervisionSchema.nullable(),
})
export const orderIdInput = z.strictObject({ id: ulidSchema })
