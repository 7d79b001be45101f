import { LABELS, textOf } from './common.ts'
import { PAYMENT_TEMPLATE_RECORD, TEMPLATE_NUMBER } from './payment-template.ts'
import {
  ANSWER_FILE,
  ANSWERS_GIVEN,
  BATCH_ACCOUNT,
  FILE_HASH,
  PAYMENTS_ASKED,
  PAYOUT_BATCH,
} from './payout-batch.ts'

/** How the arguments of decisions about a batch are said. */
export const BATCH_COMMANDS_SAID = {
  'payout.batch': {
    accountId: BATCH_ACCOUNT,
    executeOn: PAYOUT_BATCH.executeOn,
    format: PAYOUT_BATCH.format,
    payments: PAYMENTS_ASKED,
  },
  'payout.export-batch': { hash: FILE_HASH },
  'payout.mark-sent': { hash: FILE_HASH },
  'payout.drop-batch': { reason: textOf(LABELS.reason) },
  'payout.set-template': {
    number: TEMPLATE_NUMBER,
    template: PAYMENT_TEMPLATE_RECORD.template,
    reason: textOf(LABELS.reason),
  },
  'payout.record-answer': { fileHash: FILE_HASH, fileName: ANSWER_FILE, answers: ANSWERS_GIVEN },
}
