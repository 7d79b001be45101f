import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { historyEntrySchema } from './history.ts'
import { payeeAccountSchema } from './provider-account.ts'

/** In the order in which a request passes them; the last three are where it ends. */
export const PAYOUT_STATUSES = [
  'requested',
  'invoice_pending',
  'invoice_received',
  'verified',
  'approved_once',
  'approved',
  'in_batch',
  'paid',
  'rejected',
  'cancelled',
] as const
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number]

const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** A payment that the bank rejected or gave back: its request was opened again. */
export const failedPaymentSchema = z.strictObject({
  batchId: ulidSchema,
  endToEndId: z.string().min(1).max(35),
  reason: z.string().min(1).max(4000),
  /** The bank line that brought the money back; null where the bank's answer said so. */
  lineId: ulidSchema.nullable(),
  at: instantSchema,
})
export type FailedPayment = Readonly<z.infer<typeof failedPaymentSchema>>

/**
 * Committed months of a provider that are to be paid 提现 / 结算付款. A statement is in one live request only. Who asked,
 * who verified (经办) and who approves (复核) are not one person; above the company's threshold two approve.
 */
export const payoutRequestSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  status: z.enum(PAYOUT_STATUSES),
  /** Oldest first; each with the committed statement it is paid by. Fen. */
  months: z
    .array(z.strictObject({ month: plainMonthSchema, statementId: ulidSchema, net: fenSchema }))
    .min(1)
    .max(120),
  /** The sum of their nets. Fen. */
  amount: fenSchema.positive(),
  requested: z.strictObject({
    ...said,
    /** The day in Shanghai that window and minimum are judged by. */
    on: plainDateSchema,
    /** By the provider itself, or by finance on its behalf. */
    via: z.enum(['vendor', 'desk']),
    /** Why it is paid although something speaks against it; empty where nothing does. */
    reason: z.string(),
  }),
  /** Invoices received for it that hold, with what they come to. Fen. */
  invoices: z.array(z.strictObject({ id: ulidSchema, number: z.string(), gross: fenSchema })).max(200),
  /** 经办: with the reason where no rule says, or an exception is made. */
  verified: z.strictObject({ ...said, reason: z.string() }).nullable(),
  /** The account it is paid to, as it was when it was verified. */
  account: payeeAccountSchema.extend({ id: ulidSchema }).nullable(),
  /** How many people have to approve. */
  approvers: z.int().min(1).max(2),
  /** 复核. */
  approvals: z.array(z.strictObject(said)).max(2),
  /** Rejected or cancelled, with the reason. */
  ended: z.strictObject({ reason: z.string(), ...said }).nullable(),
  /** The live batch it is in, and the reference of its payment there. */
  batchId: ulidSchema.nullable(),
  endToEndId: z.string().min(1).max(35).nullable(),
  paidAt: instantSchema.nullable(),
  failures: z.array(failedPaymentSchema).max(100),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type PayoutRequest = Readonly<z.infer<typeof payoutRequestSchema>>

/** Whether a request may still bring money, or did: its months are in no other. */
export function isLivePayout({ status }: Pick<PayoutRequest, 'status'>): boolean {
  return status !== 'rejected' && status !== 'cancelled'
}

/** What the invoices of a request come to. Fen. */
export function invoicedFor({ invoices }: Pick<PayoutRequest, 'invoices'>): number {
  return invoices.reduce((sum, { gross }) => sum + gross, 0)
}

/** The people who had a hand in a request before somebody approves it: none of them may. */
export function handsIn({
  requested,
  verified,
  approvals,
}: Pick<PayoutRequest, 'requested' | 'verified' | 'approvals'>): readonly {
  readonly by: string
  readonly byName: string
}[] {
  return [requested, ...(verified === null ? [] : [verified]), ...approvals]
}
