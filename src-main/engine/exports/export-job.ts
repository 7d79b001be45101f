import type { Bilingual } from '#shared/base/bilingual.ts'
import { type ReceiptFacts, receiptPdf } from './receipt-pdf.ts'
import { type SettlementFacts, settlementPdf } from './settlement-pdf.ts'
import type { TableDocument } from './table-document.ts'
import { writeWorkbook } from './workbook.ts'

/** A file whose making takes longer than a question may. */
export type ExportJob =
  | { readonly kind: 'workbook'; readonly document: TableDocument; readonly language: keyof Bilingual }
  | { readonly kind: 'receipt'; readonly facts: ReceiptFacts }
  | { readonly kind: 'settlement'; readonly facts: SettlementFacts }

/** The bytes of the file. */
export function doExport(job: ExportJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'workbook':
      return writeWorkbook(job.document, job.language)
    case 'receipt':
      return receiptPdf(job.facts)
    case 'settlement':
      return settlementPdf(job.facts)
  }
}
