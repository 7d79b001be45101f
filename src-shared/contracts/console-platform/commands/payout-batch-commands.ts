import { z } from 'zod'
import { fileHashSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { paymentTemplateRecordSchema } from '../records/payment-template.ts'
import {
  batchFormatSchema,
  batchPaymentSchema,
  PAYMENTS_LIMIT,
  paymentAnswerSchema,
} from '../records/payout-batch.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

const { source, endToEndId } = batchPaymentSchema.shape

/** What is decided about payments that leave together 付款批次. */
export const PAYOUT_BATCH_COMMANDS = {
  /** The bank has the file: it is never written anew, and the batch never sent again. */
  'payout.mark-sent': {
    about: 'payoutBatch',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ hash: fileHashSchema }),
  },
  /** What the bank says of each payment; what it rejects is opened again. */
  'payout.record-answer': {
    about: 'payoutBatch',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({
      fileHash: fileHashSchema,
      fileName: z.string().trim().min(1).max(255),
      answers: z
        .array(z.strictObject({ endToEndId, ...paymentAnswerSchema.shape }))
        .min(1)
        .max(PAYMENTS_LIMIT),
    }),
  },
  /**
   * Its file was written; the hash proves that it is the same whenever it is had again. A file in hand that the platform does
   * not know of would let others give the batch up, and pay it by another.
   */
  'payout.export-batch': {
    about: 'payoutBatch',
    makesRecord: false,
    roles: FINANCE,
    offline: 'refused',
    seen: 'not-compared',
    arguments: z.strictObject({ hash: fileHashSchema }),
  },
  /** Given up before it is sent. */
  'payout.drop-batch': {
    about: 'payoutBatch',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Approved requests and approved refunds, each as it was seen, and paid from one of our accounts. */
  'payout.batch': {
    about: 'payoutBatch',
    makesRecord: true,
    roles: FINANCE,
    offline: 'refused',
    seen: 'not-compared',
    arguments: z.strictObject({
      accountId: ulidSchema,
      executeOn: plainDateSchema,
      format: batchFormatSchema,
      payments: z
        .array(z.strictObject({ source, amount: fenSchema.positive() }))
        .min(1)
        .max(PAYMENTS_LIMIT),
    }),
  },
} as const satisfies CommandSheets

const { number, template } = paymentTemplateRecordSchema.shape

/** What is decided about how a bank's file is written 付款模板. */
export const PAYMENT_TEMPLATE_COMMANDS = {
  /** `number` is the one after that on screen: what somebody else set meanwhile is not passed over unseen. */
  'payout.set-template': {
    about: 'paymentTemplate',
    makesRecord: true,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ number, template, reason: noteSchema.min(4) }),
  },
} as const satisfies CommandSheets
