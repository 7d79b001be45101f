import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { issueListSchema } from '../../rules/invoices/issue-list.ts'
import { UNMATCHED_REASONS } from '../../rules/invoices/match-numbers.ts'
import { NUMBER_TROUBLES } from '../../rules/invoices/read-numbers.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  COMMISSION_INVOICE_STATUSES,
  commissionInvoiceSchema,
  invoiceBuyerSchema,
} from '../console-platform/records/commission-invoice.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { exportedFileSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const COMMISSION_INVOICE_SORT_COLUMNS = ['month', 'name', 'gross'] as const

/** Filter of the invoices; an empty list means "all". */
export const commissionInvoiceFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  months: z.array(plainMonthSchema).default([]),
  statuses: z.array(z.enum(COMMISSION_INVOICE_STATUSES)).default([]),
  /** In the name of the provider. */
  text: z.string().max(100).default(''),
})
export type CommissionInvoiceFilter = z.infer<typeof commissionInvoiceFilterSchema>

/** An invoice in a list. */
export const commissionInvoiceRowSchema = commissionInvoiceSchema
  .omit({ steps: true, history: true })
  .extend({
    status: z.enum(COMMISSION_INVOICE_STATUSES),
    number: z.string().nullable(),
    issuedOn: plainDateSchema.nullable(),
    pending: pendingDecisionSchema.nullable(),
  })
export type CommissionInvoiceRow = z.infer<typeof commissionInvoiceRowSchema>

const listInput = windowSchema(COMMISSION_INVOICE_SORT_COLUMNS).extend({
  filter: commissionInvoiceFilterSchema,
})
const exportInput = exportSchema(COMMISSION_INVOICE_SORT_COLUMNS).extend({
  filter: commissionInvoiceFilterSchema,
})
export type CommissionInvoiceExport = z.infer<typeof exportInput>

/** One invoice, pending decisions laid over. */
export const commissionInvoiceCaseSchema = z.object({
  invoice: commissionInvoiceSchema,
  status: z.enum(COMMISSION_INVOICE_STATUSES),
  marketplaceName: bilingualSchema,
  /** Who it would be made out to today; null where the provider is not here. */
  buyer: invoiceBuyerSchema.nullable(),
  allowed: z.array(commandAboutSchema('commissionInvoice')),
  pending: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type CommissionInvoiceCase = z.infer<typeof commissionInvoiceCaseSchema>

const issueListInput = z.strictObject({ marketplace: marketplaceSchema, month: plainMonthSchema })
export type IssueListQuestion = z.infer<typeof issueListInput>

/** What stands in the rows; `only` where the marketplace has settings of its own, else they are those of all others. */
const keptIssueListSchema = z.strictObject({ value: issueListSchema, only: z.boolean() })
export type KeptIssueList = z.infer<typeof keptIssueListSchema>

/** A month's list for bulk issuing, with what is to be marked as exported once it is saved. */
const issueListResult = z.object({
  file: exportedFileSchema,
  marks: z.array(
    z.object({
      id: ulidSchema,
      version: z.int(),
      buyer: z.object({ name: z.string(), taxId: z.string() }),
    }),
  ),
  /** No tax id is on record of their providers. */
  leftOut: z.array(z.object({ id: ulidSchema, name: z.string() })),
})
export type IssueList = z.infer<typeof issueListResult>

/** Largest file of numbers: some thousand invoices. */
export const NUMBERS_BYTES = 512 * 1024
const readBackInput = z.strictObject({
  marketplace: marketplaceSchema,
  base64: z.string().max(Math.ceil(NUMBERS_BYTES / 3) * 4 + 4),
})
export type ReadBackQuestion = z.infer<typeof readBackInput>

/** What a file of issued invoices says of ours. Fen. */
const readBackResult = z.object({
  matches: z.array(
    z.object({
      number: z.string(),
      issuedOn: plainDateSchema,
      gross: fenSchema,
      buyerName: z.string(),
      taxId: z.string(),
      /** Ours; null where none takes the number. */
      record: z
        .object({ id: ulidSchema, version: z.int(), month: plainMonthSchema, name: z.string() })
        .nullable(),
      blueNumber: z.string().nullable(),
      why: z.enum(UNMATCHED_REASONS).nullable(),
      ours: fenSchema.nullable(),
    }),
  ),
  unread: z.array(z.object({ row: z.int(), why: z.enum(NUMBER_TROUBLES), text: z.string() })),
})
export type ReadBack = z.infer<typeof readBackResult>

/** What a page may ask about the invoices of marketplaces to their providers. */
export const commissionInvoiceProcedures = {
  list: base.input(listInput).output(pageOf(commissionInvoiceRowSchema)),
  export: base.input(exportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(commissionInvoiceCaseSchema),
  /** The month's list for bulk issuing 批量开具. */
  issueList: base.input(issueListInput).output(issueListResult),
  /** What stands in each row of a marketplace's list, on this computer. */
  issueListSettings: base
    .input(z.strictObject({ marketplace: marketplaceSchema }))
    .output(keptIssueListSchema),
  keepIssueListSettings: base
    .input(keptIssueListSchema.extend({ marketplace: marketplaceSchema }))
    .output(z.object({ kept: z.boolean() })),
  /** Numbers that a file of the tax bureau has for ours; nothing is decided. */
  readBack: base.input(readBackInput).output(readBackResult),
}
