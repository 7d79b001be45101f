import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { type PlainDate, plainDateSchema, plainMonthSchema } from '../../../calendar/plain-date.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import { invoiceNumber, invoiceSchema, redLetterSchema } from '../../../invoices/invoice.ts'
import { type Fen, fenSchema } from '../../../money/fen.ts'
import { attachmentSchema } from './attachment.ts'
import { historyEntrySchema } from './history.ts'

const said = { at: instantSchema, by: z.string(), byName: z.string() }
const short = z.string().trim().max(200)

/** Where what an invoice says was read, the surest first. */
export const INVOICE_SOURCES = ['xml', 'ofd', 'table', 'pdf', 'qr-code', 'typed', 'paper'] as const
export type InvoiceSourceName = (typeof INVOICE_SOURCES)[number]

/** What an invoice of a provider says, all that every invoice has being there. Fen. */
export const invoiceFactsSchema = z.strictObject({
  ...invoiceSchema.shape,
  number: z.string().regex(/^(\d{20}|\d{8})$/),
  code: z
    .string()
    .regex(/^(\d{10}|\d{12})$/)
    .nullable(),
  ...{ seller: short.min(1), sellerTaxId: short, buyer: short.min(1), buyerTaxId: short },
  ...{ net: fenSchema, tax: fenSchema, gross: fenSchema, issuedOn: plainDateSchema },
  lines: invoiceSchema.shape.lines.max(2000),
  remark: z.string().max(4000),
  capitals: short,
  /** One that takes back nothing that has a number is none. */
  redLetter: redLetterSchema.extend({ original: short.min(1) }).nullable(),
})

/** Paper: when it came, by whom it was carried, under which number. */
export const invoicePaperSchema = z.strictObject({
  receivedOn: plainDateSchema,
  courier: short,
  tracking: short,
})

/** What it came with: a file whose bytes are kept, or paper. */
export const invoiceOriginSchema = z.strictObject({
  source: z.enum(INVOICE_SOURCES),
  /** The file as it was sent; null for what was typed, scanned or came on paper. */
  file: attachmentSchema.nullable(),
  /** The paper, which may come after the file. */
  paper: invoicePaperSchema.nullable(),
})

export const VERIFY_RESULTS = ['consistent', 'inconsistent', 'not-found', 'void'] as const
export type VerifyResult = (typeof VERIFY_RESULTS)[number]

/** Why a red letter is asked for 开具红字发票原因, by the bureau's numbers 01 to 04. */
export const RED_REASONS = ['error', 'return', 'service-ended', 'allowance'] as const
export type RedReason = (typeof RED_REASONS)[number]

/** Hours in which the other side has to confirm a red letter; it is void after them. */
export const CONFIRM_HOURS = 72
const HOUR_MS = 3_600_000

/** Who has to confirm an entry: we where the seller entered it, the seller where we did, or nobody. */
export const RED_WAITS = ['us', 'seller', 'nobody'] as const
export type RedWaits = (typeof RED_WAITS)[number]

/** States of a 红字发票信息确认单, as the bureau numbers them. */
export const RED_STATES = ['01', '02', '03', '04', '05', '06', '07', '08', '09'] as const
export type RedState = (typeof RED_STATES)[number]

/** An entry at the tax bureau that an invoice of ours be taken back 红字发票信息确认单. */
export const redConfirmationSchema = z.strictObject({
  number: z.string().regex(/^\d{8,30}$/),
  reason: z.enum(RED_REASONS),
  enteredAt: instantSchema,
  waitsFor: z.enum(RED_WAITS),
  /** Whoever entered it withdrew it: before it was confirmed, or after. */
  outcome: z.enum(['open', 'confirmed', 'refused', 'withdrawn', 'withdrawn-confirmed']),
  /** Who recorded the outcome, and why; null while it is open. */
  decided: z
    .strictObject({
      ...said,
      reason: z.string(),
      /** When it came to be so at the bureau; null where that was not asked yet. */
      happenedAt: instantSchema.nullable().default(null),
    })
    .nullable(),
})
export type RedConfirmation = Readonly<z.infer<typeof redConfirmationSchema>>

/**
 * An invoice 发票 that a provider issued to us for what we pay it. Its number is there once, over all providers and all
 * time; a red letter is an invoice of its own that takes back another.
 */
export const providerInvoiceSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** The request that it is for; null where none is named, and for a red letter. */
  payoutId: ulidSchema.nullable(),
  ...invoiceOriginSchema.shape,
  ...invoiceFactsSchema.shape,
  /** Red letters on record that take this back. Fen, below zero. */
  reversals: z.array(z.strictObject({ id: ulidSchema, number: z.string(), gross: fenSchema })).max(200),
  /** What the tax site's 查验 said, each with its day and who asked; the last one holds. */
  verifications: z
    .array(
      z.strictObject({
        result: z.enum(VERIFY_RESULTS),
        checkedOn: plainDateSchema,
        note: z.string(),
        ...said,
      }),
    )
    .max(200),
  confirmations: z.array(redConfirmationSchema).max(200),
  /** Ticked for deduction 抵扣勾选 in a tax period, by whom; null while it is not. */
  deduction: z.strictObject({ period: plainMonthSchema, ...said }).nullable(),
  recorded: z.strictObject(said),
  withdrawn: z.strictObject({ reason: z.string(), ...said }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type ProviderInvoice = Readonly<z.infer<typeof providerInvoiceSchema>>

/** In the order in which they want attention. */
export const INVOICE_STATUSES = [
  'red-pending',
  'doubtful',
  'recorded',
  'verified',
  'part-reversed',
  'reversed',
  'red-letter',
  'withdrawn',
] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

/** Where an invoice stands. */
export function invoiceStatus(invoice: ProviderInvoice): InvoiceStatus {
  if (invoice.withdrawn !== null) return 'withdrawn'
  if (invoice.redLetter !== null) return 'red-letter'
  const remaining = remainingGross(invoice)
  if (remaining <= 0) return 'reversed'
  if (waitingForUs(invoice).length > 0) return 'red-pending'
  if (remaining < invoice.gross) return 'part-reversed'
  if (invoice.verifications.length === 0) return 'recorded'
  return isDoubted(invoice) ? 'doubtful' : 'verified'
}

/** Whether what the tax site said last is anything but that it is consistent. */
export function isDoubted({ verifications }: Pick<ProviderInvoice, 'verifications'>): boolean {
  const last = verifications.at(-1)?.result
  return last !== undefined && last !== 'consistent'
}

/** What is left of an invoice after the red letters on record. Fen. */
export function remainingGross({ gross, reversals }: Pick<ProviderInvoice, 'gross' | 'reversals'>): Fen {
  return reversals.reduce((sum, each) => sum + each.gross, gross)
}

/** What an invoice still counts for its payout. Fen. */
export function countsFor(invoice: ProviderInvoice): Fen {
  if (invoice.withdrawn !== null || invoice.redLetter !== null) return 0
  if (isDoubted(invoice)) return 0
  return Math.max(0, remainingGross(invoice))
}

/** Its name in its marketplace; one that was withdrawn frees its number. */
export function invoiceName(invoice: ProviderInvoice): string | null {
  return invoice.withdrawn === null ? invoiceNumber(invoice) : null
}

/** The day an invoice was received: that of its paper, else the one it was recorded on in Shanghai. */
export function receivedOn({ paper, recorded }: Pick<ProviderInvoice, 'paper' | 'recorded'>): PlainDate {
  return paper?.receivedOn ?? shanghaiDate(recorded.at)
}

/** The entries of the seller that nobody has decided about; those past their hours are void by themselves. */
export function waitingForUs({ confirmations }: Pick<ProviderInvoice, 'confirmations'>): RedConfirmation[] {
  return confirmations.filter(({ outcome, waitsFor }) => outcome === 'open' && waitsFor === 'us')
}

/** The bureau's state of an entry; `lapsed`: the 72 hours are over. */
export function redState({ waitsFor, outcome }: RedConfirmation, lapsed: boolean): RedState {
  switch (outcome) {
    case 'open':
      if (waitsFor === 'nobody') return '01'
      if (lapsed) return '07'
      return waitsFor === 'us' ? '02' : '03'
    case 'confirmed':
      return '04'
    case 'refused':
      return waitsFor === 'us' ? '05' : '06'
    case 'withdrawn':
      return '08'
    case 'withdrawn-confirmed':
      return '09'
  }
}

/** The instant until which an entry is to be confirmed. */
export function confirmUntil({ enteredAt }: Pick<RedConfirmation, 'enteredAt'>): string {
  return new Date(Date.parse(enteredAt) + CONFIRM_HOURS * HOUR_MS).toISOString()
}
