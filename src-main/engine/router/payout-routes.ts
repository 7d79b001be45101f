import type { PayoutEvidence } from '../archives/payout-evidence.ts'
import { readBatchAnswer } from '../queries/payout-batches/batch-answer.ts'
import { readPayoutBatchCase } from '../queries/payout-batches/batch-case.ts'
import { writeBatchFile } from '../queries/payout-batches/batch-file.ts'
import { previewBatch, readBatchCandidates, readPayday } from '../queries/payout-batches/candidates.ts'
import { exportPayoutBatches } from '../queries/payout-batches/export-batches.ts'
import { listPayoutBatches } from '../queries/payout-batches/list-batches.ts'
import { readPaymentList } from '../queries/payout-batches/payment-list.ts'
import { listPaymentTemplates } from '../queries/payout-batches/payment-templates.ts'
import { readPayeeAccountCase } from '../queries/payouts/account-case.ts'
import { exportPayeeAccounts } from '../queries/payouts/export-accounts.ts'
import { exportPayouts } from '../queries/payouts/export-payouts.ts'
import { listPayeeAccounts } from '../queries/payouts/list-accounts.ts'
import { listPayouts, payoutsWaiting } from '../queries/payouts/list-payouts.ts'
import { listPayableProviders, previewPayout } from '../queries/payouts/payable-providers.ts'
import { readPayable, readPayoutCase } from '../queries/payouts/payout-case.ts'
import { readApprovalSheet } from '../queries/payouts/read-approval-sheet.ts'
import type { DeskProcedures } from './procedures.ts'

/** `payouts`: requests to be paid. */
export function payoutRoutes({ payouts }: DeskProcedures, evidence: PayoutEvidence) {
  return {
    list: payouts.list.handler(({ context, input }) => listPayouts(context, input)),
    export: payouts.export.handler(({ context, input }) => exportPayouts(context, input)),
    get: payouts.get.handler(({ context, input }) => readPayoutCase(context, input.id)),
    approvalSheet: payouts.approvalSheet.handler(({ context, input }) => readApprovalSheet(context, input)),
    evidence: {
      begin: payouts.evidence.begin.handler(({ context, input }) => evidence.begin(context, input)),
      next: payouts.evidence.next.handler(async ({ context, input }) => {
        const { bytes, ...piece } = await evidence.next(context, input.exportId)
        return { ...piece, base64: bytes.toString('base64') }
      }),
      cancel: payouts.evidence.cancel.handler(async ({ input }) => ({
        cancelled: await evidence.cancel(input.exportId),
      })),
    },
    payable: payouts.payable.handler(({ context, input }) => readPayable(context, input.providerId)),
    payableProviders: payouts.payableProviders.handler(({ context }) => listPayableProviders(context)),
    preview: payouts.preview.handler(({ context, input }) => previewPayout(context, input)),
    waiting: payouts.waiting.handler(({ context }) => payoutsWaiting(context)),
  }
}

/** `payoutBatches`: payments that leave together. */
export function payoutBatchRoutes({ payoutBatches: batches }: DeskProcedures) {
  return {
    list: batches.list.handler(({ context, input }) => listPayoutBatches(context, input)),
    export: batches.export.handler(({ context, input }) => exportPayoutBatches(context, input)),
    get: batches.get.handler(({ context, input }) => readPayoutBatchCase(context, input.id)),
    candidates: batches.candidates.handler(({ context, input }) =>
      readBatchCandidates(context, input.accountId),
    ),
    preview: batches.preview.handler(({ context, input }) => previewBatch(context, input)),
    payday: batches.payday.handler(({ context, input }) => readPayday(context, input.on)),
    file: batches.file.handler(({ context, input }) => writeBatchFile(context, input.id)),
    paymentList: batches.paymentList.handler(({ context, input }) => readPaymentList(context, input.id)),
    readAnswer: batches.readAnswer.handler(({ context, input }) => readBatchAnswer(context, input)),
  }
}

/** `paymentTemplates`: how files for banks are written. */
export function paymentTemplateRoutes({ paymentTemplates }: DeskProcedures) {
  return { list: paymentTemplates.list.handler(({ context }) => listPaymentTemplates(context)) }
}

/** `payeeAccounts`: the accounts providers are paid to. */
export function payeeAccountRoutes({ payeeAccounts: accounts }: DeskProcedures) {
  return {
    list: accounts.list.handler(({ context, input }) => listPayeeAccounts(context, input)),
    export: accounts.export.handler(({ context, input }) => exportPayeeAccounts(context, input)),
    get: accounts.get.handler(({ context, input }) => readPayeeAccountCase(context, input.id)),
  }
}
