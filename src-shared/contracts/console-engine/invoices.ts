import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { invoiceSchema } from '../../invoices/invoice.ts'
import { fenSchema } from '../../money/fen.ts'
import { INVOICE_CODES, INVOICE_FIELDS, INVOICE_NOTES } from '../../rules/invoices/invoice-finding.ts'
import { COMMAND_ARGUMENTS, commandAboutSchema } from '../console-platform/commands.ts'
import { attachmentSchema } from '../console-platform/records/attachment.ts'
import {
  INVOICE_SOURCES,
  INVOICE_STATUSES,
  providerInvoiceSchema,
} from '../console-platform/records/invoice.ts'
import { PAYOUT_STATUSES } from '../console-platform/records/payout-request.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { languageSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const INVOICE_SORT_COLUMNS = ['issuedOn', 'name', 'gross'] as const

/** Lists that finance works through: received and unpaid for long, and 专票 to be deducted 抵扣勾选. */
export const INVOICE_LISTS = ['unpaid', 'deductible'] as const

/** Filter of the invoices of providers; an empty list means "all". */
export const invoiceFilterSchema = z.strictObject({
  statuses: z.array(z.enum(INVOICE_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** In the name of the provider, or the beginning of the number. */
  text: z.string().max(100).default(''),
  /** Null: whatever the lists. */
  list: z.enum(INVOICE_LISTS).nullable().default(null),
})
export type InvoiceFilter = z.infer<typeof invoiceFilterSchema>

const invoiceRowSchema = providerInvoiceSchema.omit({ lines: true, history: true }).extend({
  name: z.string(),
  /** Behind its code where it has one. */
  wholeNumber: z.string(),
  receivedOn: plainDateSchema,
  status: z.enum(INVOICE_STATUSES),
  /** The entry of the seller waited for us until then: it is void by itself; null where none waits. */
  lapsedAt: instantSchema.nullable(),
  /** How many days it is here and not paid; null in other lists than that of those. */
  heldDays: z.int().nonnegative().nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type InvoiceRow = z.infer<typeof invoiceRowSchema>

const invoiceListInput = windowSchema(INVOICE_SORT_COLUMNS).extend({ filter: invoiceFilterSchema })
export const invoicePageSchema = pageOf(invoiceRowSchema)
export const invoiceExportInput = exportSchema(INVOICE_SORT_COLUMNS).extend({ filter: invoiceFilterSchema })

const findingSchema = z.object({
  rule: z.enum([...INVOICE_CODES, ...INVOICE_NOTES]),
  severity: z.enum(['must', 'should', 'info']),
  field: z.enum(INVOICE_FIELDS),
  /** An element or column of the file, where that is known. */
  within: z.string(),
  remedy: bilingualSchema,
})
export type InvoiceFindingShown = z.infer<typeof findingSchema>

/** A request with what is invoiced for it. Fen. */
const invoicedPayoutSchema = z.object({
  id: ulidSchema,
  providerName: z.string(),
  status: z.enum(PAYOUT_STATUSES),
  amount: fenSchema,
  invoiced: fenSchema,
})
export type InvoicedPayout = z.infer<typeof invoicedPayoutSchema>

/** Whom an invoice has to be from and to; null is what is not known. */
const partiesSchema = z.object({
  seller: z.string().nullable(),
  sellerTaxId: z.string().nullable(),
  buyer: z.string().nullable(),
  buyerTaxId: z.string().nullable(),
})

/** One invoice, pending decisions laid over. */
const invoiceCaseSchema = z.object({
  invoice: providerInvoiceSchema,
  status: z.enum(INVOICE_STATUSES),
  marketplaceName: bilingualSchema,
  payout: invoicedPayoutSchema.nullable(),
  /** The blue invoice that a red letter takes back, where it is on record. */
  original: z.object({ id: ulidSchema, number: z.string() }).nullable(),
  expected: partiesSchema,
  findings: z.array(findingSchema),
  /** The open entry of the seller, and until when we have to confirm it; null where none waits. */
  waiting: z.object({ number: z.string(), until: instantSchema, isOver: z.boolean() }).nullable(),
  /** Where what was ticked for deduction is taken back 进项税额转出: its period, and the tax of the red letters on record. Fen. */
  transferOut: z.object({ period: plainMonthSchema, tax: fenSchema }).nullable(),
  allowed: z.array(commandAboutSchema('invoice')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type InvoiceCase = z.infer<typeof invoiceCaseSchema>

/** An invoice that was read or typed, held against its provider, its request and all invoices on record. */
const judgedInvoiceSchema = z.object({
  /** The entry of an archive; empty where the file is the invoice. */
  entry: z.string(),
  source: z.enum(INVOICE_SOURCES),
  /** What it says; null where it is none. */
  stated: invoiceSchema.omit({ lines: true }).nullable(),
  number: z.string().nullable(),
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The request it is for, without it. */
  payout: invoicedPayoutSchema.nullable(),
  expected: partiesSchema,
  findings: z.array(findingSchema),
  /** The invoice on record that has its number. */
  known: z.object({ id: ulidSchema, providerName: z.string() }).nullable(),
  /** What recording it says; null where something has to be mended before. */
  said: COMMAND_ARGUMENTS['invoice.record'].nullable(),
})
export type JudgedInvoice = z.infer<typeof judgedInvoiceSchema>

/** Invoices of one file that are answered; a month of one provider is some ten. */
export const READ_LIMIT = 2000
const readInput = z.strictObject({
  /** A file that was attached at this desk. */
  file: attachmentSchema,
  /** The request the invoices are for; null: each is held against that of its seller. */
  payoutId: ulidSchema.nullable(),
})

/** Entries of sellers that wait for us 红字确认单, the first to be void first. */
const redLetterSchema = z.object({
  id: ulidSchema,
  number: z.string(),
  providerName: z.string(),
  gross: fenSchema,
  until: instantSchema,
  /** It is void by itself since then. */
  isOver: z.boolean(),
})

const archiveId = z.strictObject({ exportId: ulidSchema })
/** The next piece of an archive; `share` is how far it is, of 1000; `whole` is null until the last. */
const archivePieceSchema = z.object({
  base64: z.string(),
  share: z.int(),
  whole: z.object({ invoices: z.int(), files: z.int() }).nullable(),
})
export type WholeArchive = NonNullable<z.infer<typeof archivePieceSchema>['whole']>

/** What a page may ask about invoices of providers. */
export const invoiceProcedures = {
  list: base.input(invoiceListInput).output(invoicePageSchema),
  export: base.input(invoiceExportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(invoiceCaseSchema),
  /** What is recorded for a request, oldest first. */
  ofPayout: base
    .input(z.strictObject({ payoutId: ulidSchema }))
    .output(z.object({ invoices: z.array(invoiceRowSchema) })),
  /** The invoices of a file, each judged; read in a thread of its own. */
  read: base
    .input(readInput)
    .output(
      z.object({ invoices: z.array(judgedInvoiceSchema).max(READ_LIMIT), more: z.int().nonnegative() }),
    ),
  redLetters: base.output(z.array(redLetterSchema)),
  /** The originals of the filtered invoices with an index, as a ZIP that is made as fast as it is taken. */
  archive: {
    begin: base
      .input(z.strictObject({ filter: invoiceFilterSchema, language: languageSchema }))
      .output(archiveId.extend({ fileName: z.string(), mediaType: z.string() })),
    /** OFFLINE where an original is not here. */
    next: base.input(archiveId).output(archivePieceSchema),
    cancel: base.input(archiveId).output(z.object({ cancelled: z.boolean() })),
  },
  /** What an invoice of a provider has to say, and the requests that lack one. */
  party: base
    .input(z.strictObject({ providerId: z.string().min(1).max(64) }))
    .output(z.object({ expected: partiesSchema, payouts: z.array(invoicedPayoutSchema) })),
  /** What was typed, judged as what was read is. */
  judge: base
    .input(z.strictObject({ said: COMMAND_ARGUMENTS['invoice.record'] }))
    .output(judgedInvoiceSchema),
}
