import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { stepSchema } from '../../../rules/step.ts'
import { historyEntrySchema } from './history.ts'

export const COMMISSION_INVOICE_STATUSES = [
  'to-issue',
  'exported',
  'issued',
  'red-due',
  'red',
  'dropped',
] as const
export type CommissionInvoiceStatus = (typeof COMMISSION_INVOICE_STATUSES)[number]

/** 数电发票号码: 20 digits. */
export const invoiceNumberSchema = z.string().regex(/^\d{20}$/, 'an invoice number has 20 digits')

/** Who an invoice is made out to; a tax id is null where the provider has none on record. */
export const invoiceBuyerSchema = z.strictObject({
  name: z.string().min(1).max(200),
  taxId: z.string().min(1).max(64).nullable(),
})
export type InvoiceBuyer = Readonly<z.infer<typeof invoiceBuyerSchema>>

const actSchema = z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() })

/**
 * An invoice 佣金发票 of the marketplace to its provider for the commission of a committed statement, or the red letter
 * 红字发票 that takes one back: each is a document of its own, with one number. Fen; a red letter's amounts are negative.
 */
export const commissionInvoiceSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  statementId: ulidSchema,
  side: z.enum(['blue', 'red']),
  /** 价税合计, 不含税金额 and 税额: `gross = net + tax`. */
  gross: fenSchema,
  net: fenSchema,
  tax: fenSchema,
  taxBasisPoints: z.int().min(0).max(10_000),
  /** What the amounts came from. */
  steps: z.array(stepSchema),
  /** The record that it takes back whole, because its statement was voided. */
  counters: ulidSchema.nullable(),
  /** The record that takes it back whole. */
  counteredBy: ulidSchema.nullable(),
  /** Of a red letter: the number of the invoice it takes from; null while nobody has named it. */
  blueNumber: invoiceNumberSchema.nullable(),
  /** As it stood on the list that was exported, or when the number came; null before. */
  buyer: invoiceBuyerSchema.nullable(),
  exported: actSchema.nullable(),
  issued: actSchema.extend({ number: invoiceNumberSchema, issuedOn: plainDateSchema }).nullable(),
  /** Its statement was voided before it was issued. */
  dropped: actSchema.extend({ reason: z.string() }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type CommissionInvoice = Readonly<z.infer<typeof commissionInvoiceSchema>>

/** Where an invoice stands. One that was issued after its statement was voided is issued: what takes it back is another. */
export function commissionInvoiceStatus({
  side,
  exported,
  issued,
  dropped,
}: Pick<CommissionInvoice, 'side' | 'exported' | 'issued' | 'dropped'>): CommissionInvoiceStatus {
  if (issued !== null) return side === 'blue' ? 'issued' : 'red'
  if (dropped !== null) return 'dropped'
  if (side === 'red') return 'red-due'
  return exported === null ? 'to-issue' : 'exported'
}
