import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { columnMappingSchema } from '../../bank-statements/mapping.ts'
import {
  fileHashSchema,
  instantSchema,
  marketplaceSchema,
  recordIdSchema,
  ulidSchema,
} from '../../base/ids.ts'
import { packageReportSchema } from '../../rules/listing/package-report.ts'
import { commandTypeSchema } from '../console-platform/commands.ts'
import { attachmentSchema } from '../console-platform/records/attachment.ts'
import { operatorSchema } from '../console-platform/records/operator.ts'
import { accountProcedures, sessionProcedures } from './accounts.ts'
import {
  applicationCaseSchema,
  applicationExportInput,
  applicationListInput,
  applicationPageSchema,
} from './applications.ts'
import { auditProcedures } from './audit.ts'
import {
  addPieceInput,
  applyImportInput,
  beginImportInput,
  chooseAccountInput,
  importIdInput,
  importPreviewSchema,
  importProgressSchema,
  keptMappingSchema,
  previewLinesInput,
  previewLinesSchema,
} from './bank-imports.ts'
import {
  accountRowSchema,
  depositCandidateSchema,
  EXACT_LIMIT,
  exactMatchesSchema,
  lineCaseSchema,
  lineExportInput,
  lineFilterSchema,
  lineListInput,
  linePageSchema,
  lineTargetsInput,
  lineTotalsSchema,
  payoutCandidateSchema,
  sharedTargetInput,
  sharedTargetSchema,
} from './bank-lines.ts'
import {
  dryRunInput,
  dryRunSchema,
  matchSettingsHereSchema,
  reconciliationSchema,
  reportExportInput,
  reportInput,
  reportMonthSchema,
  reportMonthsInput,
  statementRowSchema,
} from './bank-reports.ts'
import { base } from './base-procedure.ts'
import { clusterProcedures, subscriptionProcedures } from './board-procedures.ts'
import { bookProcedures } from './books.ts'
import { commissionInvoiceProcedures } from './commission-invoices.ts'
import { commissionRebateProcedures } from './commission-rebates.ts'
import { contactProcedures } from './contact-procedures.ts'
import {
  depositCaseSchema,
  depositExportInput,
  depositFilterSchema,
  depositListInput,
  depositPageSchema,
  depositTotalSchema,
  receiptInput,
} from './deposits.ts'
import { fileContentSchema, queueCountsSchema, todaySchema } from './desk.ts'
import { exportedRowsSchema } from './exports.ts'
import { attachInputs, beginAttachInput, exportedFileSchema } from './files.ts'
import { interfaceCallProcedures } from './interface-call-procedures.ts'
import { invoiceProcedures } from './invoices.ts'
import { listingCaseSchema, listingExportInput, listingListInput, listingPageSchema } from './listings.ts'
import { lookUpProcedures } from './look-up-procedures.ts'
import { meteredBillProcedures } from './metered-bills.ts'
import { noticeProcedures } from './notices.ts'
import { ordersContract } from './orders-contract.ts'
import { paymentTemplateProcedures } from './payment-templates.ts'
import { payoutBatchProcedures } from './payout-batches.ts'
import { payeeAccountProcedures, payoutProcedures } from './payout-procedures.ts'
import { outboxEntrySchema, pendingDecisionSchema, returnedDecisionSchema } from './pending.ts'
import {
  providerCaseSchema,
  providerExportInput,
  providerListInput,
  providerPageSchema,
  providerReviewCountsSchema,
} from './providers.ts'
import { rechargeProcedures } from './recharge-procedures.ts'
import { ruleContract } from './rule-contract.ts'
import { settlementProcedures } from './settlement-procedures.ts'
import { supervisionProcedures } from './supervision-procedures.ts'
import { digestCertificateSchema, engineEventSchema, othersWaitingSchema, syncStatusSchema } from './sync.ts'
import { violationProcedures } from './violation-procedures.ts'

const recordId = z.strictObject({ id: ulidSchema })
/** What a draft is kept by: the record it is about, or the command that makes one. */
const draftIdSchema = z.union([recordIdSchema, commandTypeSchema])

/** A decision as a page submits it. */
const submittedSchema = z.strictObject({
  type: commandTypeSchema,
  recordId: recordIdSchema,
  expectedVersion: z.int().nonnegative(),
  seenDigest: z.string().max(64).nullable(),
  arguments: z.unknown(),
  /** The returned decision this one is instead of: it leaves the inbox in the same moment. */
  replaces: ulidSchema.nullable().default(null),
})

/** What a page may ask of the engine. Every answer comes from the local database, except where OFFLINE is said. */
export const engineContract = {
  session: sessionProcedures,
  /** 用户与权限, for administrators. */
  accounts: accountProcedures,
  applications: {
    list: base.input(applicationListInput).output(applicationPageSchema),
    counts: base.output(queueCountsSchema),
    get: base.input(recordId).output(applicationCaseSchema),
    export: base.input(applicationExportInput).output(exportedRowsSchema),
  },
  listings: {
    list: base.input(listingListInput).output(listingPageSchema),
    counts: base.output(queueCountsSchema),
    get: base.input(recordId).output(listingCaseSchema),
    export: base.input(listingExportInput).output(exportedRowsSchema),
    /** Reads the package itself (fetched when it is not here yet) and checks it against the pack. */
    package: base.input(recordId).output(packageReportSchema),
    /** An image of the package, by its path inside. */
    packageImage: base
      .input(z.strictObject({ id: ulidSchema, path: z.string().max(500) }))
      .output(fileContentSchema),
  },
  subscriptions: subscriptionProcedures,
  clusters: clusterProcedures,
  contacts: contactProcedures,
  supervisions: supervisionProcedures,
  interfaceCalls: interfaceCallProcedures,
  meteredBills: meteredBillProcedures,
  notices: noticeProcedures,
  orders: ordersContract,
  settlement: settlementProcedures,
  recharges: rechargeProcedures,
  payouts: payoutProcedures,
  payoutBatches: payoutBatchProcedures,
  paymentTemplates: paymentTemplateProcedures,
  payeeAccounts: payeeAccountProcedures,
  invoices: invoiceProcedures,
  commissionInvoices: commissionInvoiceProcedures,
  commissionRebates: commissionRebateProcedures,
  books: bookProcedures,
  violations: violationProcedures,
  providers: {
    list: base.input(providerListInput).output(providerPageSchema),
    export: base.input(providerExportInput).output(exportedRowsSchema),
    /** How many wait for a 复审 or have papers that run out. */
    reviews: base.output(providerReviewCountsSchema),
    get: base.input(z.strictObject({ id: recordIdSchema })).output(providerCaseSchema),
  },
  deposits: {
    list: base.input(depositListInput).output(depositPageSchema),
    /** By state; the states of the filter are not looked at. */
    totals: base.input(depositFilterSchema).output(z.array(depositTotalSchema)),
    get: base.input(recordId).output(depositCaseSchema),
    export: base.input(depositExportInput).output(exportedRowsSchema),
    /** The receipt as PDF. */
    receipt: base.input(receiptInput).output(exportedFileSchema),
  },
  bank: {
    accounts: base.output(z.array(accountRowSchema)),
    /** Of a demo: a file as the bank might send it next, made up by what this copy has. */
    sample: base.input(recordId).output(exportedFileSchema),
    lines: {
      list: base.input(lineListInput).output(linePageSchema),
      totals: base.input(lineFilterSchema).output(lineTotalsSchema),
      get: base.input(recordId).output(lineCaseSchema),
      export: base.input(lineExportInput).output(exportedRowsSchema),
      exact: base.input(lineFilterSchema).output(exactMatchesSchema),
      shared: base.input(sharedTargetInput).output(sharedTargetSchema),
      targets: base
        .input(lineTargetsInput)
        .output(z.array(z.discriminatedUnion('kind', [depositCandidateSchema, payoutCandidateSchema]))),
    },
    /** A file is read in a thread of its own and kept until it is applied or given up. */
    imports: {
      begin: base.input(beginImportInput).output(importIdInput),
      add: base.input(addPieceInput).output(importProgressSchema),
      /** Reads the whole file; tells how far it is. */
      read: base.input(importIdInput).output(eventIterator(importProgressSchema)),
      preview: base.input(importIdInput).output(importPreviewSchema),
      lines: base.input(previewLinesInput).output(previewLinesSchema),
      chooseAccount: base.input(chooseAccountInput).output(importPreviewSchema),
      /** One decision: all of the statement or nothing. */
      apply: base.input(applyImportInput).output(pendingDecisionSchema),
      cancel: base.input(importIdInput).output(z.object({ cancelled: z.boolean() })),
      /** Keeps a column mapping and reads the file again with it. */
      map: base
        .input(importIdInput.extend({ mapping: columnMappingSchema }))
        .output(z.object({ signature: z.string() })),
    },
    mappings: {
      list: base.output(z.array(keptMappingSchema)),
      forget: base
        .input(z.strictObject({ signature: z.string().max(20_000) }))
        .output(z.object({ forgotten: z.boolean() })),
      rename: base
        .input(z.strictObject({ signature: z.string().max(20_000), name: z.string().trim().min(1).max(80) }))
        .output(z.object({ renamed: z.boolean() })),
    },
    reports: {
      months: base.input(reportMonthsInput).output(z.array(reportMonthSchema)),
      get: base.input(reportInput).output(reconciliationSchema),
      /** The statements of an account, withdrawn ones too. */
      statements: base.input(reportMonthsInput).output(z.array(statementRowSchema)),
      /** How many of a statement's lines keep it from being withdrawn. */
      held: base
        .input(z.strictObject({ statementId: ulidSchema }))
        .output(z.object({ lines: z.int(), rests: z.string().nullable() })),
      export: base.input(reportExportInput).output(exportedFileSchema),
    },
    matching: {
      settings: base
        .input(z.strictObject({ marketplace: marketplaceSchema }))
        .output(matchSettingsHereSchema),
      dryRun: base.input(dryRunInput).output(dryRunSchema),
    },
  },
  /** 规则与内控: what two people put into force. */
  rules: ruleContract,
  operators: base.output(z.array(operatorSchema)),
  files: {
    read: base.input(z.strictObject({ hash: fileHashSchema })).output(fileContentSchema),
    /** A file for a decision: on disk here when `finish` answers what the decision names it by. */
    attach: {
      begin: base.input(beginAttachInput).output(attachInputs.id),
      add: base.input(attachInputs.piece).output(z.object({ came: z.int() })),
      finish: base.input(attachInputs.id).output(attachmentSchema),
      cancel: base.input(attachInputs.id).output(z.object({ cancelled: z.boolean() })),
    },
  },
  decisions: {
    /** Stored before it is sent. `expectedVersion` is the version on screen, pending decisions included. */
    submit: base.input(submittedSchema).output(pendingDecisionSchema),
    /** Several at once, all or none: they are taken back together too. */
    submitTogether: base
      .input(z.strictObject({ decisions: z.array(submittedSchema).min(1).max(EXACT_LIMIT) }))
      .output(z.array(pendingDecisionSchema)),
    /** Takes a held decision back; false when it is already on its way. */
    undo: base.input(z.strictObject({ commandId: ulidSchema })).output(z.object({ undone: z.boolean() })),
    /** Takes held decisions back, all or none. */
    undoTogether: base
      .input(z.strictObject({ commandIds: z.array(ulidSchema).min(1).max(EXACT_LIMIT) }))
      .output(z.object({ undone: z.boolean() })),
  },
  drafts: {
    get: base
      .input(z.strictObject({ id: draftIdSchema }))
      .output(z.object({ content: z.string().nullable(), savedAt: instantSchema.nullable() })),
    put: base
      .input(z.strictObject({ id: draftIdSchema, content: z.string().max(20_000) }))
      .output(z.object({ savedAt: instantSchema })),
  },
  preferences: {
    get: base.input(z.strictObject({ key: z.string().max(100) })).output(z.object({ value: z.unknown() })),
    put: base
      .input(z.strictObject({ key: z.string().max(100), value: z.unknown() }))
      .output(z.object({ saved: z.boolean() })),
  },
  sync: {
    status: base.output(syncStatusSchema),
    now: base.output(syncStatusSchema),
    outbox: base.output(z.array(outboxEntrySchema)),
    returned: base.output(z.array(returnedDecisionSchema)),
    /** Whose decisions lie on this computer besides one's own. */
    others: base.output(z.array(othersWaitingSchema)),
    /** Takes a returned decision out of the inbox for good. */
    discard: base
      .input(z.strictObject({ commandId: ulidSchema }))
      .output(z.object({ discarded: z.boolean() })),
    /** Compares the cache with the platform, kind by kind. */
    verify: base.output(digestCertificateSchema),
    certificates: base.output(z.array(digestCertificateSchema)),
    /** Throws the cache away and fetches it anew; outbox, drafts and preferences stay. */
    rebuild: base.output(syncStatusSchema),
  },
  audit: auditProcedures,
  ...lookUpProcedures,
  today: base.output(todaySchema),
  events: base.output(eventIterator(engineEventSchema)),
}
