import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { stepSchema } from '../../rules/step.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { settlementAdjustmentSchema } from '../console-platform/records/settlement-adjustment.ts'
import { settlementLineSchema } from '../console-platform/records/settlement-line.ts'
import {
  closeCheckSchema,
  rebateWaySchema,
  settlementMonthSchema,
} from '../console-platform/records/settlement-month.ts'
import {
  notSettledSchema,
  STATEMENT_STATUSES,
  settlementStatementSchema,
} from '../console-platform/records/settlement-statement.ts'
import { exportSchema } from './exports.ts'
import { languageSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
import { paidByRequestSchema } from './payouts.ts'
import { pendingDecisionSchema } from './pending.ts'

export const SETTLEMENT_SORT_COLUMNS = ['month', 'name', 'net'] as const

/** Filter of the statements; an empty list means "all". */
export const settlementFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  months: z.array(plainMonthSchema).default([]),
  statuses: z.array(z.enum(STATEMENT_STATUSES)).default([]),
  /** In the name of the provider. */
  text: z.string().max(100).default(''),
})
export type SettlementFilter = z.infer<typeof settlementFilterSchema>

export const settlementListInput = windowSchema(SETTLEMENT_SORT_COLUMNS).extend({
  filter: settlementFilterSchema,
})
export const settlementExportInput = exportSchema(SETTLEMENT_SORT_COLUMNS).extend({
  filter: settlementFilterSchema,
})

/** A statement in a list, without its rules and history. */
export const settlementRowSchema = settlementStatementSchema
  .omit({ rules: true, history: true, carriedIn: true, carriedOut: true })
  .extend({
    /** What the provider's month before came to; null where there is none. */
    before: fenSchema.nullable(),
    /** The live request that pays it; null where none does. */
    payout: paidByRequestSchema.nullable(),
    pending: pendingDecisionSchema.nullable(),
  })
export type SettlementRow = z.infer<typeof settlementRowSchema>
export const settlementPageSchema = pageOf(settlementRowSchema)

const monthTotalsSchema = z.object({
  statements: z.int(),
  drafts: z.int(),
  committed: z.int(),
  gross: fenSchema,
  refunded: fenSchema,
  fee: fenSchema,
  rebate: fenSchema,
  adjustments: fenSchema,
  carried: fenSchema,
  net: fenSchema,
})
export type MonthTotals = z.infer<typeof monthTotalsSchema>

/** A month of a marketplace: what was drafted of it, what that comes to, and what the month before came to. */
export const closeMonthSchema = z.object({
  month: plainMonthSchema,
  /** Null where nobody drafted it. */
  record: settlementMonthSchema.nullable(),
  isOver: z.boolean(),
  /** How 佣金返还 of it goes back, as the company chose. */
  rebates: rebateWaySchema,
  totals: monthTotalsSchema,
  before: monthTotalsSchema.nullable(),
  /** What is to be done before it is committed; those done have a count of 0. */
  checks: z.array(z.object({ check: closeCheckSchema, count: z.int(), skipped: z.string().nullable() })),
  pending: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type CloseMonth = z.infer<typeof closeMonthSchema>

export const closeMonthsInput = z.strictObject({ marketplace: marketplaceSchema })
export const closeMonthsSchema = z.object({
  marketplaceName: bilingualSchema,
  /** Its commission goes by the month's total: a rebate may be set off. */
  hasRebates: z.boolean(),
  /** The newest first. */
  months: z.array(closeMonthSchema),
})

/** A line with the sentences of its steps. */
export const explainedLineSchema = settlementLineSchema.omit({ steps: true }).extend({
  steps: z.array(stepSchema),
})
export type ExplainedLine = z.infer<typeof explainedLineSchema>
export const settlementLinesInput = z.strictObject({ id: ulidSchema, after: z.string().max(64).nullable() })
export const settlementLinesSchema = z.object({
  lines: z.array(explainedLineSchema),
  /** After which the next lines come; null at the end. */
  next: z.string().nullable(),
})

/** What a statement is compared with: the voided one it takes the place of, the draft before it, the month before. */
export const comparisonSchema = z.enum(['voided', 'earlier-draft', 'last-month'])
export type Comparison = z.infer<typeof comparisonSchema>

/** Why a line is other than the one it is compared with, as far as the records tell. */
export const differenceCauseSchema = z.enum([
  /** The order came, or changed, after the other statement was made. */
  'order-newer',
  /** No rule settled it then. */
  'was-not-settled',
  /** No rule settles it now. */
  'not-settled',
  'other-provider',
  'order-gone',
  /** By the rules it belongs to the month now, or does no more. */
  'belongs-now',
  'belongs-no-more',
  'cash',
  'category',
  'tax',
  'base',
  /** Another fee of the same base: a rule, tier or free turnover. */
  'fee',
  'rebate',
  'set-off',
  'carried',
  'adjustment',
])
export type DifferenceCause = z.infer<typeof differenceCauseSchema>

/** One side of a difference: what the lines of its key come to. Fen. */
const differenceSideSchema = z.object({
  lines: z.int(),
  gross: fenSchema,
  fee: fenSchema,
  rebate: fenSchema,
  amount: fenSchema,
})

/**
 * A movement that two statements do not have alike: an order, an adjustment, a rebate, what is carried; beside the month
 * before, whose orders are others, a kind and category of them. Null where one has none.
 */
export const lineDifferenceSchema = z.object({
  key: z.string(),
  kind: settlementLineSchema.shape.kind,
  category: z.string().nullable(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** Why a person wrote it, of an adjustment. */
  reason: z.string().nullable(),
  before: differenceSideSchema.nullable(),
  after: differenceSideSchema.nullable(),
  why: z.array(z.object({ cause: differenceCauseSchema, notSettled: notSettledSchema.nullable() })),
})
export type LineDifference = z.infer<typeof lineDifferenceSchema>

export const settlementDifferencesInput = z.strictObject({
  id: ulidSchema,
  against: comparisonSchema,
  /** How many were told before. */
  skip: z.int().nonnegative(),
})
export const settlementDifferencesSchema = z.object({
  /** The largest change of the net first. */
  differences: z.array(lineDifferenceSchema),
  came: z.int(),
  went: z.int(),
  changed: z.int(),
  /** What they move the net by. Fen. */
  change: fenSchema,
  /** To be skipped for the next ones; null at the end. */
  next: z.int().nullable(),
})
export type SettlementDifferences = z.infer<typeof settlementDifferencesSchema>

export const settlementCaseSchema = z.object({
  statement: settlementStatementSchema,
  marketplaceName: bilingualSchema,
  month: settlementMonthSchema.nullable(),
  /** The provider's statement of the month before; null where there is none. */
  before: z
    .object({ id: ulidSchema, month: plainMonthSchema, totals: settlementStatementSchema.shape.totals })
    .nullable(),
  /** The live request that pays it; null where none does. */
  payout: paidByRequestSchema.nullable(),
  /** Adjustments of the month that the draft does not have yet. */
  waiting: z.array(settlementAdjustmentSchema),
  /** What it can be compared with line by line, the nearest first. */
  comparable: z.array(z.object({ against: comparisonSchema, id: ulidSchema, at: instantSchema })),
  /** Checks of the month that are neither done nor skipped. */
  openChecks: z.array(closeCheckSchema),
  allowed: z.array(commandAboutSchema('settlementStatement')),
  pending: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type SettlementCase = z.infer<typeof settlementCaseSchema>
/** The month that a month's record, or an adjustment, belongs to; null where there is none of that id. */
export const monthOfRecordSchema = z
  .object({ marketplace: marketplaceSchema, month: plainMonthSchema })
  .nullable()
export const settlementIdInput = z.strictObject({ id: ulidSchema })
export const statementPdfInput = z.strictObject({ id: ulidSchema, language: languageSchema })
