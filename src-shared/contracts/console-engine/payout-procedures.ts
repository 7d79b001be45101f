import { z } from 'zod'
import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import { exportedFileSchema } from './files.ts'
import {
  payeeAccountCaseSchema,
  payeeAccountExportInput,
  payeeAccountIdInput,
  payeeAccountListInput,
  payeeAccountPageSchema,
} from './payee-accounts.ts'
import {
  approvalSheetInput,
  evidenceBegunSchema,
  evidenceIdInput,
  evidenceInput,
  evidencePieceSchema,
  payableInput,
  payableProvidersSchema,
  payableSchema,
  payoutCaseSchema,
  payoutExportInput,
  payoutIdInput,
  payoutListInput,
  payoutPageSchema,
  payoutPreviewInput,
  payoutPreviewSchema,
  waitingSchema,
} from './payouts.ts'

/** What a page may ask about requests to be paid. */
export const payoutProcedures = {
  list: base.input(payoutListInput).output(payoutPageSchema),
  export: base.input(payoutExportInput).output(exportedRowsSchema),
  get: base.input(payoutIdInput).output(payoutCaseSchema),
  /** 付款审批单, as PDF. */
  approvalSheet: base.input(approvalSheetInput).output(exportedFileSchema),
  /** A sample with all that speaks for each payout, as a ZIP that is made as fast as it is taken. */
  evidence: {
    begin: base.input(evidenceInput).output(evidenceBegunSchema),
    /** OFFLINE where a file is not here. */
    next: base.input(evidenceIdInput).output(evidencePieceSchema),
    cancel: base.input(evidenceIdInput).output(z.object({ cancelled: z.boolean() })),
  },
  /** The months of a provider that may be asked for. */
  payable: base.input(payableInput).output(payableSchema),
  payableProviders: base.output(payableProvidersSchema),
  /** A request that is not made yet. */
  preview: base.input(payoutPreviewInput).output(payoutPreviewSchema.nullable()),
  /** What waits for the approval of who looks. */
  waiting: base.output(waitingSchema),
}

/** What a page may ask about the accounts providers are paid to. */
export const payeeAccountProcedures = {
  list: base.input(payeeAccountListInput).output(payeeAccountPageSchema),
  export: base.input(payeeAccountExportInput).output(exportedRowsSchema),
  get: base.input(payeeAccountIdInput).output(payeeAccountCaseSchema),
}
