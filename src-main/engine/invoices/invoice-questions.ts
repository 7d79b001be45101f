import type { FileInvoice } from './read-invoice-file.ts'

export interface InvoiceAnswers {
  readonly read: readonly FileInvoice[]
}
export interface InvoiceQuestion {
  readonly kind: 'read'
  readonly bytes: Uint8Array
}
export interface ToInvoiceThread {
  readonly kind: 'ask'
  readonly id: number
  readonly question: InvoiceQuestion
}
