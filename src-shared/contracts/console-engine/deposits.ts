import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { DEPOSIT_STATUSES } from '../../rules/deposits/deposit-standing.ts'
import { stepSchema } from '../../rules/step.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { depositObligationSchema, refundPayeeSchema } from '../console-platform/records/deposit-obligation.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'
import { violationRowSchema } from './violations.ts'

export const DEPOSIT_SORT_COLUMNS = ['dueOn', 'name', 'amount'] as const

export const depositStatusSchema = z.enum(DEPOSIT_STATUSES)

/** What is decided about the amount of a later pack: nothing yet, that the difference is owed, or that it is not. */
export const NEW_AMOUNT_STATES = ['undecided', 'owed', 'not-owed'] as const
export const newAmountStateSchema = z.enum(NEW_AMOUNT_STATES)
export type NewAmountState = z.infer<typeof newAmountStateSchema>

/** Filter of the register; an empty list means "all". */
export const depositFilterSchema = z.strictObject({
  statuses: z.array(depositStatusSchema).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** Those that today's pack asks more of than they were asked. */
  newAmounts: z.array(newAmountStateSchema).default([]),
  text: z.string().max(100).default(''),
})
export type DepositFilter = z.infer<typeof depositFilterSchema>

/** How a deposit stands today. */
const standing = {
  status: depositStatusSchema,
  /** Held or waived today. */
  settled: z.boolean(),
  waivedUntil: plainDateSchema.nullable(),
  dueOn: plainDateSchema.nullable(),
  refundableFrom: plainDateSchema.nullable(),
  /** The due day may still change: the holidays of its year are not published. */
  provisional: z.boolean(),
}

export const depositRowSchema = z.object({
  id: ulidSchema,
  version: z.int(),
  marketplace: marketplaceSchema,
  providerId: z.string(),
  name: z.string(),
  /** What it is called 保证金名称. */
  depositName: bilingualSchema,
  /** Null where it is for the provider as a whole. */
  category: bilingualSchema.nullable(),
  /** Null: the source states no amount. */
  amount: fenSchema.nullable(),
  balance: fenSchema,
  /** What today's pack asks, where it is more than was asked before, and what is decided about that; fen. */
  newAmount: fenSchema.nullable(),
  newAmountState: newAmountStateSchema.nullable(),
  ...standing,
  pending: pendingDecisionSchema.nullable(),
})
export type DepositRow = z.infer<typeof depositRowSchema>

/** How many deposits stand how, what they come to, and what of it was received; fen. */
export const depositTotalSchema = z.object({
  status: depositStatusSchema,
  count: z.int(),
  amount: fenSchema,
  balance: fenSchema,
})
export type DepositTotal = z.infer<typeof depositTotalSchema>

/** One deposit with everything that explains it, pending decisions laid over. */
export const depositCaseSchema = z.object({
  obligation: depositObligationSchema,
  balance: fenSchema,
  marketplaceName: bilingualSchema,
  depositName: bilingualSchema,
  on: plainDateSchema,
  standing: z.object({ ...standing, waiver: z.string().nullable() }),
  /** The rules that days and waivers follow from, by the pack of `on`; those of the amount are on record. */
  explanation: z.array(stepSchema),
  /** All deposits of the provider, this one included, and what they come to. */
  ofProvider: z.array(depositRowSchema),
  /** What of it may be asked back today, fen. */
  refundable: fenSchema,
  /** The last refund that was asked for and waits for another person; null where none does. */
  refundRequest: z
    .object({
      amount: fenSchema,
      by: z.string(),
      byName: z.string(),
      at: z.string(),
      reason: z.string(),
      payee: refundPayeeSchema.nullable(),
    })
    .nullable(),
  /** The accounts it was paid from, with what may go back there 可原路金额; none where the bank is not seen. Fen. */
  refundRoutes: z.array(z.object({ account: z.string(), name: z.string(), available: fenSchema })),
  /** What keeps refunds from being approved; null where nothing does. */
  /** The company lets no money go now: a refund cannot be approved. */
  paymentsPaused: z.boolean(),
  refundHold: z.object({ reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
  /** Violations of the provider, the newest first; one that is not ruled on keeps refunds from being approved. */
  violations: z.array(violationRowSchema),
  /** What was deducted or asked for later and is not paid, the earliest day first; fen. */
  topUps: z.array(z.object({ amount: fenSchema, by: plainDateSchema, violation: ulidSchema.nullable() })),
  /** The amount of a later pack, and what is decided about it; null where none asks more. */
  newAmount: z
    .object({
      effectiveFrom: plainDateSchema,
      was: fenSchema,
      becomes: fenSchema,
      why: citationSchema,
      steps: z.array(stepSchema),
      stated: citationSchema.nullable(),
      decided: z
        .object({
          owes: z.boolean(),
          dueOn: plainDateSchema.nullable(),
          reason: z.string(),
          byName: z.string(),
          at: z.string(),
        })
        .nullable(),
    })
    .nullable(),
  /** Approved and not paid yet, fen. */
  refundApproved: fenSchema,
  /** Received and on no receipt yet, fen. */
  withoutReceipt: fenSchema,
  /** The bank lines and recharges its postings name, by id; those that are here. */
  bankLines: z.record(
    z.string(),
    z.object({ bookedOn: plainDateSchema, counterpartyName: z.string(), isRecharge: z.boolean() }),
  ),
  allowed: z.array(commandAboutSchema('depositObligation')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type DepositCase = z.infer<typeof depositCaseSchema>

export const depositListInput = windowSchema(DEPOSIT_SORT_COLUMNS).extend({ filter: depositFilterSchema })
export const depositPageSchema = pageOf(depositRowSchema)
export const depositExportInput = exportSchema(DEPOSIT_SORT_COLUMNS).extend({ filter: depositFilterSchema })

/** A receipt 收据 of a deposit, by its number. */
export const receiptInput = z.strictObject({ id: ulidSchema, number: z.string().max(40) })
