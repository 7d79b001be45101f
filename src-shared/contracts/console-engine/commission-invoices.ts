import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  COMMISSION_INVOICE_STATUSES,
  commissionInvoiceSchema,
  invoiceBuyerSchema,
} from '../console-platform/records/commission-invoice.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
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

/** What a page may ask about the invoices of marketplaces to their providers. */
export const commissionInvoiceProcedures = {
  list: base.input(listInput).output(pageOf(commissionInvoiceRowSchema)),
  export: base.input(exportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(commissionInvoiceCaseSchema),
}
