import type { Bilingual } from '#shared/base/bilingual.ts'
import type { PaymentOrder } from '#shared/payments/payment.ts'
import type { PaymentFormat } from '#shared/payments/payment-format.ts'
import { writePaymentFile } from '../payments/write-payment-file.ts'
import { type PaymentListFacts, paymentListPdf } from './payment-list-pdf.ts'
import { type ReceiptFacts, receiptPdf } from './receipt-pdf.ts'
import { type SettlementFacts, settlementPdf } from './settlement-pdf.ts'
import type { TableDocument } from './table-document.ts'
import { writeWorkbook } from './workbook.ts'

/** A file whose making takes longer than a question may. */
export type ExportJob =
  | { readonly kind: 'workbook'; readonly document: TableDocument; readonly language: keyof Bilingual }
  | { readonly kind: 'receipt'; readonly facts: ReceiptFacts }
  | { readonly kind: 'settlement'; readonly facts: SettlementFacts }
  | { readonly kind: 'payment-list'; readonly facts: PaymentListFacts }
  | { readonly kind: 'payments'; readonly order: PaymentOrder; readonly format: PaymentFormat }

/** The bytes of the file. */
export async function doExport(job: ExportJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'workbook':
      return writeWorkbook(job.document, job.language)
    case 'receipt':
      return receiptPdf(job.facts)
    case 'settlement':
      return settlementPdf(job.facts)
    case 'payment-list':
      return paymentListPdf(job.facts)
    case 'payments':
      return writePaymentFile(job.order, job.format).bytes
  }
}
