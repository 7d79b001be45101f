import { z } from 'zod'
import { fileHashSchema, instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { type PlainDate, plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { ANSWER_STATUSES } from '../../../payments/bank-answer.ts'
import type { PaymentOrder } from '../../../payments/payment.ts'
import { bankTemplateSchema } from '../../../payments/templates/bank-template.ts'
import { historyEntrySchema } from './history.ts'

const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** One bank takes what a person could look through. */
export const PAYMENTS_LIMIT = 500

/** In what form the bank takes the payments: ISO 20022, or its own workbook, as its mapping was then. */
export const batchFormatSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pain.001') }),
  z.strictObject({ kind: z.literal('template'), template: bankTemplateSchema }),
])
export type BatchFormat = Readonly<z.infer<typeof batchFormatSchema>>

/** What a payment pays. */
export const paymentSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('payout'), id: ulidSchema }),
  z.strictObject({ kind: z.literal('refund'), id: ulidSchema }),
])
export type PaymentSource = Readonly<z.infer<typeof paymentSourceSchema>>

/** What a bank said of a payment; `said` is its own word, empty where it said nothing. */
export const paymentAnswerSchema = z.strictObject({
  /** Null where nobody knows the bank's word: a person asks the bank. */
  status: z.enum(ANSWER_STATUSES).nullable(),
  said: z.string().max(200),
  reason: z.string().max(2000),
})
export type BankSaid = Readonly<z.infer<typeof paymentAnswerSchema>>

export const batchPaymentSchema = z.strictObject({
  /** Of this payment only: the bank and its answer name it so. */
  endToEndId: z.string().min(1).max(35),
  source: paymentSourceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** Frozen as it was approved. */
  payee: z.strictObject({
    name: z.string().min(1).max(200),
    account: z.string().min(1).max(60),
    bank: z.string().max(140).nullable(),
    bankCode: z.string().max(14).nullable(),
  }),
  amount: fenSchema.positive(),
  purpose: z.string().min(1).max(140),
  answer: paymentAnswerSchema.nullable(),
  /** The line of a statement that shows it; null until then. */
  paidBy: z.strictObject({ lineId: ulidSchema, at: instantSchema }).nullable(),
  /** The bank rejected it, or gave it back: what it paid was opened again, once. */
  failed: z
    .strictObject({
      reason: z.string().max(4000),
      /** The line that brought the money back; null where the answer said so. */
      lineId: ulidSchema.nullable(),
      at: instantSchema,
    })
    .nullable(),
})
export type BatchPayment = Readonly<z.infer<typeof batchPaymentSchema>>

/**
 * Payments that leave in one file 付款批次. Its number and instant are its own and never change: the file can be had
 * again byte for byte, and the bank knows a duplicate by them. A payment is in one live batch; a batch that was sent is
 * never sent again.
 */
export const payoutBatchSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  /** 批次号, the message id of the file. */
  number: z.string().min(1).max(30),
  /** CreDtTm of the file. */
  createdAt: instantSchema,
  made: z.strictObject(said),
  /** Our account that pays. */
  accountId: ulidSchema,
  payer: z.strictObject({ name: z.string(), account: z.string(), bank: z.string() }),
  executeOn: plainDateSchema,
  format: batchFormatSchema,
  payments: z.array(batchPaymentSchema).min(1).max(PAYMENTS_LIMIT),
  /** The file that was written last; it never differs. */
  file: z.strictObject({ hash: fileHashSchema, ...said }).nullable(),
  sent: z.strictObject(said).nullable(),
  /** Answers of the bank 银行回盘, oldest first. */
  answers: z
    .array(z.strictObject({ fileHash: fileHashSchema, fileName: z.string().max(255), ...said }))
    .max(50),
  /** Given up before it was sent: what is in it may go into another. */
  dropped: z.strictObject({ reason: z.string(), ...said }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type PayoutBatch = Readonly<z.infer<typeof payoutBatchSchema>>

/** The number of a batch: its day, and the end of its id, which no other has. A payment is named by it and its place. */
export function batchNumber(id: string, on: PlainDate): string {
  return `FK${on.replaceAll('-', '')}-${id.slice(-8)}`
}

/** In the order in which they want attention. */
export const PAYOUT_BATCH_STATUSES = [
  'draft',
  'exported',
  'sent',
  'part',
  'rejected',
  'accepted',
  'settled-in-part',
  'settled',
  'dropped',
] as const
export type PayoutBatchStatus = (typeof PAYOUT_BATCH_STATUSES)[number]

/**
 * Where a batch stands. Until a line of a statement shows each payment, or it failed, it stands where the bank's answer
 * leaves it: `part` where the payments are not all answered alike. Of one that ends, `settled` is only where all was paid.
 */
export function payoutBatchStatus({
  dropped,
  file,
  sent,
  payments,
}: Pick<PayoutBatch, 'dropped' | 'file' | 'sent' | 'payments'>): PayoutBatchStatus {
  if (dropped !== null) return 'dropped'
  if (sent === null) return file === null ? 'draft' : 'exported'
  if (payments.every(({ failed }) => failed !== null)) return 'rejected'
  if (payments.every(({ paidBy, failed }) => paidBy !== null || failed !== null)) {
    return payments.some(({ failed }) => failed !== null) ? 'settled-in-part' : 'settled'
  }
  if (payments.every(({ answer }) => answer === null)) return 'sent'
  return payments.every(({ answer, failed }) => failed === null && answer?.status === 'accepted')
    ? 'accepted'
    : 'part'
}

/** A batch as an order to the bank: always the same. */
export function batchOrder({
  number,
  createdAt,
  payer,
  payments,
  executeOn,
}: Pick<PayoutBatch, 'number' | 'createdAt' | 'payer' | 'executeOn'> & {
  readonly payments: readonly Pick<BatchPayment, 'endToEndId' | 'payee' | 'amount' | 'purpose'>[]
}): PaymentOrder {
  return {
    messageId: number,
    createdAt,
    payer: { ...payer, bankCode: null },
    payments: payments.map(({ endToEndId, payee, amount, purpose }) => ({
      reference: endToEndId,
      payee,
      amount,
      purpose,
      executeOn,
    })),
  }
}
