import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { fileHashSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  batchFormatSchema,
  batchPaymentSchema,
  PAYMENTS_LIMIT,
  PAYOUT_BATCH_STATUSES,
  paymentAnswerSchema,
  payoutBatchSchema,
} from '../console-platform/records/payout-batch.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { exportedFileSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const PAYOUT_BATCH_SORT_COLUMNS = ['createdAt', 'amount'] as const

/** Filter of the batches; an empty list means "all". */
export const payoutBatchFilterSchema = z.strictObject({
  statuses: z.array(z.enum(PAYOUT_BATCH_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** The beginning of its number, or in a name of those it pays. */
  text: z.string().max(100).default(''),
})
export type PayoutBatchFilter = z.infer<typeof payoutBatchFilterSchema>

/** 合计笔数与金额. Fen. */
const totalsSchema = { count: z.int().nonnegative(), total: fenSchema }

/** A batch in a list. */
export const payoutBatchRowSchema = payoutBatchSchema
  .omit({ payments: true, history: true, format: true })
  .extend({
    ...totalsSchema,
    status: z.enum(PAYOUT_BATCH_STATUSES),
    format: bilingualSchema,
    pending: pendingDecisionSchema.nullable(),
  })
export type PayoutBatchRow = z.infer<typeof payoutBatchRowSchema>

const listInput = windowSchema(PAYOUT_BATCH_SORT_COLUMNS).extend({ filter: payoutBatchFilterSchema })
const exportInput = exportSchema(PAYOUT_BATCH_SORT_COLUMNS).extend({ filter: payoutBatchFilterSchema })
export type PayoutBatchExport = z.infer<typeof exportInput>

/** What a bank would refuse in a file, or a person should look at: in words, with what the payment is for. */
const problemShownSchema = z.object({
  code: z.string(),
  /** The payment's reference, or `payer`. */
  place: z.string(),
  severity: z.enum(['must', 'should']),
  message: bilingualSchema,
  found: z.string(),
  /** Whom the payment is for; null where it is about the payer or the file. */
  payee: z.string().nullable(),
})
export type PaymentProblemShown = z.infer<typeof problemShownSchema>

/** One batch, pending decisions laid over. */
const payoutBatchCaseSchema = z.object({
  batch: payoutBatchSchema,
  status: z.enum(PAYOUT_BATCH_STATUSES),
  marketplaceName: bilingualSchema,
  ...totalsSchema,
  format: bilingualSchema,
  problems: z.array(problemShownSchema),
  /** What failed, or was not sent and is given up: what of it may go into another batch now, and how much waits for approval. */
  again: z.object({
    payments: z.array(
      z.strictObject({ source: batchPaymentSchema.shape.source, amount: fenSchema.positive() }),
    ),
    waiting: z.object(totalsSchema),
  }),
  allowed: z.array(commandAboutSchema('payoutBatch')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type PayoutBatchCase = z.infer<typeof payoutBatchCaseSchema>

/** Why what is approved cannot go into a batch of who asks. */
export const LEFT_OUT_REASONS = ['approved-by-you', 'several-payees', 'in-batch', 'on-hold'] as const

const { source, providerId, providerName, payee, amount, purpose } = batchPaymentSchema.shape
const candidateSchema = z.object({
  ...{ source, providerId, providerName, payee: payee.nullable(), amount, purpose },
  /** Null where it may go into a batch. */
  leftOut: z.enum(LEFT_OUT_REASONS).nullable(),
})
export type BatchCandidate = z.infer<typeof candidateSchema>

const candidatesInput = z.strictObject({ accountId: ulidSchema.nullable() })

/** What a batch may be made of. */
const candidatesSchema = z.object({
  today: plainDateSchema,
  /** Our accounts in CNY. */
  accounts: z.array(
    z.object({
      id: ulidSchema,
      marketplaceName: bilingualSchema,
      bank: z.string(),
      number: z.string(),
      holder: z.string(),
    }),
  ),
  formats: z.array(batchFormatSchema),
  /** What is approved in the marketplace of the account, payouts first; none while none is chosen. */
  candidates: z.array(candidateSchema),
  /** Of what may go into a batch, what is beyond one batch. */
  beyond: z.int().nonnegative(),
  /** Payout requests that still wait for an approval there. */
  waiting: z.object(totalsSchema),
  /** What is approved in other marketplaces: it goes into batches from their accounts. */
  elsewhere: z.object(totalsSchema),
})
export type BatchCandidates = z.infer<typeof candidatesSchema>

const previewInput = z.strictObject({
  accountId: ulidSchema,
  executeOn: plainDateSchema,
  format: batchFormatSchema,
  sources: z.array(source).max(PAYMENTS_LIMIT),
})
export type BatchPreviewQuestion = z.infer<typeof previewInput>

/** The file of a batch; null where it must not leave, and why, and while its hash is not confirmed on record. */
const batchFileSchema = z.object({
  file: exportedFileSchema.nullable(),
  hash: fileHashSchema,
  /** `problems`: a bank would refuse it. `differs`: it is not the one that was written before. `dropped`: given up. */
  refused: z.enum(['problems', 'differs', 'dropped']).nullable(),
})
export type BatchFile = z.infer<typeof batchFileSchema>

/** Largest answer of a bank that is read: several times one to a whole batch. */
export const ANSWER_BYTES = 512 * 1024
const readAnswerInput = z.strictObject({
  id: ulidSchema,
  base64: z.string().max(Math.ceil(ANSWER_BYTES / 3) * 4 + 4),
})
export type ReadAnswerQuestion = z.infer<typeof readAnswerInput>

/** What a file says of the payments of a batch; nothing is decided. */
const answerReadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    fileHash: fileHashSchema,
    /** Only of payments that the file speaks of. */
    answers: z.array(paymentAnswerSchema.extend({ endToEndId: z.string() })),
    /** What does not fit, in words. */
    remarks: z.array(bilingualSchema),
  }),
  z.object({ kind: z.literal('refused'), why: bilingualSchema }),
  /** Every payment it names is of another batch; null where that is not here. */
  z.object({
    kind: z.literal('another-batch'),
    batch: z.object({ id: ulidSchema, number: z.string() }).nullable(),
  }),
])
export type AnswerRead = z.infer<typeof answerReadSchema>

const idInput = z.strictObject({ id: ulidSchema })

/** What a page may ask about batches of payments. */
export const payoutBatchProcedures = {
  list: base.input(listInput).output(pageOf(payoutBatchRowSchema)),
  export: base.input(exportInput).output(exportedRowsSchema),
  get: base.input(idInput).output(payoutBatchCaseSchema),
  candidates: base.input(candidatesInput).output(candidatesSchema),
  /** Totals and problems of a batch that is not made yet. */
  preview: base
    .input(previewInput)
    .output(z.object({ ...totalsSchema, problems: z.array(problemShownSchema) })),
  /** Whether banks work on a day, and the first day from it on that they do; null where no table of its year is published. */
  payday: base
    .input(z.strictObject({ on: plainDateSchema }))
    .output(z.object({ isWorked: z.boolean().nullable(), next: plainDateSchema })),
  /** The payment file, always the same bytes; they leave once the platform has their hash. */
  file: base.input(idInput).output(batchFileSchema),
  /** 付款清单 as PDF. */
  paymentList: base.input(idInput).output(exportedFileSchema),
  /** What the bank's answer says of the payments of a batch. */
  readAnswer: base.input(readAnswerInput).output(answerReadSchema),
}
