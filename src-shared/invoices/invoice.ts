import { z } from 'zod'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { fenSchema } from '../money/fen.ts'

/** 专票 is deducted by its buyer, 普票 is not. */
export const INVOICE_KINDS = ['special', 'ordinary'] as const
export type InvoiceKind = (typeof INVOICE_KINDS)[number]

/** One line of an invoice; null is what it does not state. Fen. */
export const invoiceLineSchema = z.strictObject({
  net: fenSchema.nullable(),
  tax: fenSchema.nullable(),
  /** A per cent without its sign, `6`, or 免税, 不征税; null where it states none. */
  rate: z.string().nullable(),
})
export type InvoiceLine = Readonly<z.infer<typeof invoiceLineSchema>>

/** The blue invoice that a red letter takes back, and the confirmation it rests on; null is what it does not name. */
export const redLetterSchema = z.strictObject({
  original: z.string().nullable(),
  confirmation: z.string().nullable(),
})
export type RedLetter = Readonly<z.infer<typeof redLetterSchema>>

/** An invoice as a file, a code or a person states it; null or empty is what it does not state. Fen. */
export const invoiceSchema = z.strictObject({
  /** 20 digits of a 数电票; else the number of 8 digits beside its code. */
  number: z.string(),
  /** 10 or 12 digits; null for a 数电票. */
  code: z.string().nullable(),
  kind: z.enum(INVOICE_KINDS).nullable(),
  seller: z.string(),
  sellerTaxId: z.string(),
  buyer: z.string(),
  buyerTaxId: z.string(),
  net: fenSchema.nullable(),
  tax: fenSchema.nullable(),
  gross: fenSchema.nullable(),
  issuedOn: plainDateSchema.nullable(),
  lines: z.array(invoiceLineSchema),
  remark: z.string(),
  /** The amount in Chinese capitals as it stands there; empty where it does not. */
  capitals: z.string(),
  /** Null for a blue invoice. */
  redLetter: redLetterSchema.nullable(),
})
export type Invoice = Readonly<z.infer<typeof invoiceSchema>>

/** Why a text is no invoice. `place` is where to look: an element, a column, a field. */
export interface InvoiceProblem {
  readonly kind: 'problem'
  readonly problem: 'unreadable' | 'doctype' | 'not-valid'
  readonly place: string
}

export type InvoiceReading = { readonly kind: 'invoice'; readonly invoice: Invoice } | InvoiceProblem

/** By what an invoice is one, over all sellers and all time: its number, behind its code where it has one. */
export function invoiceNumber({ code, number }: Pick<Invoice, 'code' | 'number'>): string {
  return `${code ?? ''}${number}`
}

/** 20 digits (year, region, channel, serial), or a code of 10 or 12 digits and a number of 8. */
export function isInvoiceNumber({ code, number }: Pick<Invoice, 'code' | 'number'>): boolean {
  return code === null ? /^\d{20}$/.test(number) : /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number)
}

/** Whether a text is the number of an invoice as `invoiceNumber` writes it. */
export function isWholeNumber(text: string): boolean {
  return /^(\d{18}|\d{20})$/.test(text)
}

/** The distinct rates of an invoice, sorted as text. */
export function ratesOf({ lines }: Pick<Invoice, 'lines'>): string[] {
  return [...new Set(lines.flatMap(({ rate }) => (rate === null ? [] : [rate])))].sort()
}
