import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { citationSchema } from '../../../rules/verdict.ts'
import { attachmentsSchema } from './attachment.ts'
import { historyEntrySchema } from './history.ts'

/** Text that somebody has to write and that stays. */
export const violationTextSchema = z.string().trim().min(4).max(4000)

const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** What an operations manager makes of it, and what follows. */
export const violationRulingSchema = z.strictObject({
  outcome: z.enum(['upheld', 'dismissed']),
  /** Taken from the deposit 扣除; 0: nothing. */
  deduction: fenSchema.nonnegative(),
  /** The last day to pay that in again 补足; null where nothing is deducted. */
  topUpBy: plainDateSchema.nullable(),
  /** The pack's sentence about that day; null where it states none and a person said the day. */
  topUpRule: citationSchema.nullable(),
  /** The provider gets no deposit back at the end: the sources say only that who broke nothing does. */
  barsRefund: z.boolean(),
  reason: violationTextSchema,
})
export type ViolationRuling = Readonly<z.infer<typeof violationRulingSchema>>

/** Whether a ruling fits together: nothing follows from one that dismisses, and what is deducted has its day. */
export function isRulingCoherent({ outcome, ...follows }: ViolationRuling): boolean {
  const { deduction, topUpBy, topUpRule, barsRefund } = follows
  if (outcome === 'dismissed' && (deduction > 0 || barsRefund)) return false
  return deduction > 0 ? topUpBy !== null : topUpBy === null && topUpRule === null
}

/** What the provider says against it 申诉. */
export const appealStatementSchema = z.strictObject({
  receivedOn: plainDateSchema,
  statement: violationTextSchema,
  /** What the provider brings along, and where it is filed. */
  evidence: z.string().trim().max(4000),
  attachments: attachmentsSchema,
})

/** `lifted` takes ruling and deduction back. */
export const appealRulingSchema = z.strictObject({
  outcome: z.enum(['kept', 'lifted']),
  reason: violationTextSchema,
})
export type AppealRuling = Readonly<z.infer<typeof appealRulingSchema>>

/** That a provider broke a rule 违规记录: the rule by its sentence, what proves it, the ruling, the appeal. */
export const violationSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** The deposit that a deduction comes from; null where the marketplace asks none of it. */
  obligationId: ulidSchema.nullable(),
  /** The rule as the pack of `occurredOn` stated it when this was recorded. */
  rule: citationSchema,
  occurredOn: plainDateSchema,
  /** What happened. */
  facts: violationTextSchema,
  /** What proves it, and where it is filed. */
  evidence: violationTextSchema,
  attachments: attachmentsSchema,
  recorded: z.strictObject(said),
  ruling: z.strictObject({ ...violationRulingSchema.shape, ...said }).nullable(),
  appeal: z
    .strictObject({
      ...appealStatementSchema.shape,
      ...said,
      ruling: z.strictObject({ ...appealRulingSchema.shape, ...said }).nullable(),
    })
    .nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type Violation = Readonly<z.infer<typeof violationSchema>>

/** In the order in which they want attention. */
export const VIOLATION_STATUSES = ['recorded', 'appealed', 'upheld', 'dismissed', 'lifted'] as const
export type ViolationStatus = (typeof VIOLATION_STATUSES)[number]

/** Where a violation stands. */
export function violationStatus({ ruling, appeal }: Pick<Violation, 'ruling' | 'appeal'>): ViolationStatus {
  if (ruling === null) return 'recorded'
  if (ruling.outcome === 'dismissed') return 'dismissed'
  if (appeal === null) return 'upheld'
  if (appeal.ruling === null) return 'appealed'
  return appeal.ruling.outcome === 'kept' ? 'upheld' : 'lifted'
}

/** Whether a ruling is still to come, which keeps refunds of the provider from being approved. */
export function isViolationOpen(violation: Pick<Violation, 'ruling' | 'appeal'>): boolean {
  return isOpenStatus({ status: violationStatus(violation) })
}

export function isOpenStatus({ status }: { readonly status: ViolationStatus }): boolean {
  return status === 'recorded' || status === 'appealed'
}

/** Whether it keeps the provider from getting its deposit back at the end. */
export function violationBarsRefund(violation: Pick<Violation, 'ruling' | 'appeal'>): boolean {
  return violationStatus(violation) === 'upheld' && violation.ruling?.barsRefund === true
}
