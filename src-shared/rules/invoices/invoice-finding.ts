import type { Bilingual } from '../../base/bilingual.ts'

/** What makes an invoice unfit for a payout, in the order in which the first that applies is told. */
export const INVOICE_CODES = [
  'unreadable',
  'doctype_not_allowed',
  'invoice_number_malformed',
  'kind_unknown',
  'issue_date_in_future',
  'net_plus_tax_not_gross',
  'lines_not_sum',
  'buyer_name_mismatch',
  'buyer_tax_id_mismatch',
  'seller_mismatch',
  'amount_mismatch',
] as const
export type InvoiceCode = (typeof INVOICE_CODES)[number]

/** What is told beside the codes: the number is known, a red letter and what it meets, amounts that do not bear it out, a page without data. */
export const INVOICE_NOTES = [
  'duplicate',
  'red_letter',
  'red_letter_original_missing',
  'red_letter_exceeds_original',
  'red_letter_elsewhere',
  'red_letter_deducted',
  'reversed_before',
  'capitals_differ',
  'page_only',
] as const
export type InvoiceNote = (typeof INVOICE_NOTES)[number]

/** The part of an invoice a finding is about. */
export const INVOICE_FIELDS = [
  'file',
  'number',
  'kind',
  'issue_date',
  'net',
  'tax',
  'gross',
  'lines',
  'buyer',
  'buyer_tax_id',
  'seller',
  'seller_tax_id',
  'remark',
] as const
export type InvoiceField = (typeof INVOICE_FIELDS)[number]

/** One thing about an invoice, where it stands, and the smallest change that would mend it. */
export interface InvoiceFinding {
  readonly rule: InvoiceCode | InvoiceNote
  readonly severity: 'must' | 'should' | 'info'
  /** Which of the invoices, from 0. */
  readonly at: number
  readonly field: InvoiceField
  /** An element or column of the file, where that is known. */
  readonly within: string
  readonly remedy: Bilingual
}
