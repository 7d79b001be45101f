import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { historyEntrySchema } from './history.ts'

/** 月结检查: what must be done, or skipped with a reason, before a month is committed. */
export const closeCheckSchema = z.enum([
  /** Statements of earlier months that are drafts still. */
  'earlier-drafts',
  /** Bank lines up to the end of the month that are unmatched. */
  'unmatched-lines',
  /** Orders paid up to the end of the month under supervision still. */
  'unfinished-supervision',
  /** Orders of the month that no rule settles. */
  'not-settled',
  /** Orders that the second accountant reckons otherwise. */
  'accounts-differ',
  /** Orders that came, or changed, after the draft was made. */
  'newer-orders',
  /** The working days the month is paid by may still change. */
  'provisional-calendar',
])
export type CloseCheck = z.infer<typeof closeCheckSchema>

/** 佣金返还: paid back apart, or set off in the statement where the company chose so. */
export const rebateWaySchema = z.enum(['apart', 'set-off'])
export type RebateWay = z.infer<typeof rebateWaySchema>

/** What was found when a draft was made; 0 is done. `newer-orders` is asked anew whenever it matters. */
const foundSchema = z.strictObject({ check: closeCheckSchema, count: z.int().nonnegative() })

/** The draft of a marketplace's month: its statements and lines name it, and those of another are no more. */
export const monthDraftSchema = z.strictObject({
  /** The command that made it. */
  id: ulidSchema,
  at: instantSchema,
  by: z.string(),
  byName: z.string(),
  /** What of the feed it has seen. */
  position: z.int().nonnegative(),
  rebates: rebateWaySchema,
  statements: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  checks: z.array(foundSchema),
  /** The draft it took the place of, which stays until the next one to be compared with; null of the first. */
  earlier: z.strictObject({ id: ulidSchema, at: instantSchema, byName: z.string() }).nullable(),
})
export type MonthDraft = Readonly<z.infer<typeof monthDraftSchema>>

/** A check that somebody skipped, with why; it holds for one draft. */
const skippedSchema = z.strictObject({
  check: closeCheckSchema,
  draftId: ulidSchema,
  reason: z.string(),
  at: instantSchema,
  by: z.string(),
  byName: z.string(),
})

/** The month of a marketplace 月结: what was drafted, found and skipped. Its statements are records of their own. */
export const settlementMonthSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  /** Null while the first draft is on its way. */
  draft: monthDraftSchema.nullable(),
  skipped: z.array(skippedSchema),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type SettlementMonth = Readonly<z.infer<typeof settlementMonthSchema>>

/** Whether a check of the present draft was skipped. */
export function isSkipped({ draft, skipped }: SettlementMonth, check: CloseCheck): boolean {
  return skipped.some((each) => each.check === check && each.draftId === draft?.id)
}

/** Checks of the present draft that are neither done nor skipped. */
export function openChecks(month: SettlementMonth): CloseCheck[] {
  const checks = month.draft?.checks ?? []
  return checks.flatMap(({ check, count }) => (count > 0 && !isSkipped(month, check) ? [check] : []))
}
