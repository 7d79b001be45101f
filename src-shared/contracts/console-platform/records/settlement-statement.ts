import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { packVersionSchema } from '../../../rules/step.ts'
import { citationSchema } from '../../../rules/verdict.ts'
import { historyEntrySchema } from './history.ts'
import { rebateWaySchema } from './settlement-month.ts'

export const STATEMENT_STATUSES = ['draft', 'committed', 'voided'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

const basisPointsSchema = z.int().min(0).max(10_000)

/** The header: each figure is a sum over the lines. Fen. */
const statementTotalsSchema = z.strictObject({
  orders: z.int().nonnegative(),
  refunds: z.int().nonnegative(),
  gross: fenSchema,
  refunded: fenSchema,
  base: fenSchema,
  fee: fenSchema,
  rebate: fenSchema,
  setOff: fenSchema,
  adjustments: fenSchema,
  carried: fenSchema,
  net: fenSchema,
  taxGroups: z.array(
    z.strictObject({
      basisPoints: basisPointsSchema.nullable(),
      gross: fenSchema,
      net: fenSchema,
      tax: fenSchema,
    }),
  ),
})

const carriedSchema = z.strictObject({
  category: z.string().nullable(),
  taxBasisPoints: basisPointsSchema.nullable(),
  amount: fenSchema,
})

export const notSettledSchema = z.enum([
  'outside-policy-period',
  'refund-of-unknown-order',
  'refund-exceeds-order',
  'no-rate-for-category',
  'late-in-closed-month',
  'unknown-product-type',
  'unknown-mode',
  'share-not-agreed',
  'bands-not-configured',
])

/** A rule that lines of a statement name by its place in the list. */
const ruleUsedSchema = z.strictObject({ citation: citationSchema, pack: packVersionSchema })
export type RuleUsed = Readonly<z.infer<typeof ruleUsedSchema>>

/** Who did something with a statement, and when. */
const actSchema = z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() })

/**
 * The statement 结算单 of a provider for a month. Its lines are records of their own and never change; committing it
 * changes it alone. Drafts of a draft that is no longer its month's are no more.
 */
export const settlementStatementSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  monthId: ulidSchema,
  draftId: ulidSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** What of the feed it has seen. */
  position: z.int().nonnegative(),
  status: z.enum(STATEMENT_STATUSES),
  totals: statementTotalsSchema,
  lines: z.int().nonnegative(),
  rebates: rebateWaySchema,
  /** The committed statement whose rest this one begins with; null where there is none before it. */
  carriedFrom: z.strictObject({ id: ulidSchema, month: plainMonthSchema }).nullable(),
  carriedIn: z.array(carriedSchema),
  carriedOut: z.array(carriedSchema),
  /** Adjustments that lines of it are. */
  adjustmentIds: z.array(ulidSchema),
  notSettled: z.array(
    z.strictObject({ why: notSettledSchema, orders: z.int().positive(), orderIds: z.array(ulidSchema) }),
  ),
  /** 临界跳档: categories just below a tier. */
  cliffs: z.array(
    z.strictObject({
      category: z.string(),
      tier: z.int().positive(),
      missing: fenSchema,
      saves: fenSchema,
    }),
  ),
  /**
   * Where the second accountant reckons otherwise: what the market keeps of an order, or pays back for a category, by the
   * lines and by the recount; null where one of them has none. Fen.
   */
  differences: z.array(
    z.strictObject({
      orderId: ulidSchema.nullable(),
      category: z.string().nullable(),
      fee: fenSchema.nullable(),
      other: fenSchema.nullable(),
    }),
  ),
  rules: z.array(ruleUsedSchema),
  /** The statement it takes the place of, which was voided. */
  replaces: ulidSchema.nullable(),
  committed: actSchema.nullable(),
  voided: actSchema.extend({ reason: z.string() }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type SettlementStatement = Readonly<z.infer<typeof settlementStatementSchema>>
