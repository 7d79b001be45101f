import { z } from 'zod'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { citationSchema } from '../verdict.ts'

/** 付款前检查: by the pack of the marketplace first, then the company's own. */
export const PAYOUT_CHECKS = [
  'window',
  'months-over',
  'run',
  'minimum',
  'invoice',
  'deposit',
  'no-rule',
  'statements',
  'carry-forward',
  'payments-paused',
  'provider-paused',
  'account',
  'account-hold',
] as const
export type PayoutCheckId = (typeof PAYOUT_CHECKS)[number]

/** What need not be there yet when a request is made. */
export const ASKED_LATER: readonly PayoutCheckId[] = ['invoice', 'account', 'account-hold', 'no-rule']

const months = z.array(plainMonthSchema).min(1)

/** The smallest change with which a check passes: applied it does, anything smaller does not. */
export const payoutRemedySchema = z.discriminatedUnion('kind', [
  /** From that day on. */
  z.strictObject({ kind: z.literal('wait'), until: plainDateSchema }),
  z.strictObject({ kind: z.literal('import-holidays'), year: z.int() }),
  z.strictObject({ kind: z.literal('leave-out'), months }),
  z.strictObject({ kind: z.literal('add-months'), months }),
  /** So much more income, fen; or these months as well, where there are any that bring it. */
  z.strictObject({ kind: z.literal('reach'), fen: fenSchema.positive(), months: z.array(plainMonthSchema) }),
  /** Invoices for so much more; where it is negative, for so much less. */
  z.strictObject({ kind: z.literal('invoice'), fen: fenSchema }),
  /** What of the deposit is missing; null where its amount is not set. */
  z.strictObject({ kind: z.literal('pay-deposit'), fen: fenSchema.positive().nullable() }),
  z.strictObject({ kind: z.literal('commit'), months }),
  z.strictObject({ kind: z.literal('make-good'), fen: fenSchema.positive() }),
  z.strictObject({ kind: z.literal('resume-payments') }),
  z.strictObject({ kind: z.literal('resume-provider') }),
  z.strictObject({ kind: z.literal('propose-account') }),
  z.strictObject({ kind: z.literal('approve-account') }),
  /** No rule says: a person decides, with the reason. */
  z.strictObject({ kind: z.literal('decide') }),
])
export type PayoutRemedy = Readonly<z.infer<typeof payoutRemedySchema>>

/** One check: what came of it, from when on it passes where a day says so, and what would make it pass. */
export const payoutCheckSchema = z.strictObject({
  check: z.enum(PAYOUT_CHECKS),
  /** `open`: no rule says, a person decides. `unknown`: the calendar of the year is not known; it opens nothing. */
  result: z.enum(['pass', 'fail', 'open', 'unknown']),
  /** The day it is judged on. */
  on: plainDateSchema,
  /** The day it passes from, or passed from; null where no day decides it. */
  from: plainDateSchema.nullable(),
  /** Null of the company's own checks. */
  citation: citationSchema.nullable(),
  remedy: payoutRemedySchema.nullable(),
})
export type PayoutCheck = Readonly<z.infer<typeof payoutCheckSchema>>
