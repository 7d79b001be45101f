import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { stepSchema } from '../../rules/step.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { settlementAdjustmentSchema } from '../console-platform/records/settlement-adjustment.ts'
import { settlementLineSchema } from '../console-platform/records/settlement-line.ts'
import { closeCheckSchema, settlementMonthSchema } from '../console-platform/records/settlement-month.ts'
import {
  STATEMENT_STATUSES,
  settlementStatementSchema,
} from '../console-platform/records/settlement-statement.ts'
import { exportSchema } from './exports.ts'
import { languageSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
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

/** A movement that a statement and the one it takes the place of do not have alike. Fen; null where one has none. */
export const lineDifferenceSchema = z.object({
  key: z.string(),
  kind: settlementLineSchema.shape.kind,
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  before: fenSchema.nullable(),
  after: fenSchema.nullable(),
})

export const settlementCaseSchema = z.object({
  statement: settlementStatementSchema,
  marketplaceName: bilingualSchema,
  month: settlementMonthSchema.nullable(),
  /** The provider's statement of the month before; null where there is none. */
  before: z
    .object({ id: ulidSchema, month: plainMonthSchema, totals: settlementStatementSchema.shape.totals })
    .nullable(),
  /** Adjustments of the month that the draft does not have yet. */
  waiting: z.array(settlementAdjustmentSchema),
  /** Line by line, against the statement it takes the place of. */
  differences: z.array(lineDifferenceSchema),
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
