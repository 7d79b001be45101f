import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { Language } from '#shared/base/bilingual.ts'
import { type Invoice, invoiceNumber, ratesOf } from '#shared/invoices/invoice.ts'
import type { Fen } from '#shared/money/fen.ts'

/** What `invoice read` prints of an invoice, and `--known` takes. */
export interface PrintedInvoice {
  readonly invoice_no: string
  readonly kind: Invoice['kind']
  readonly seller: string
  readonly seller_tax_id: string
  readonly buyer: string
  readonly buyer_tax_id: string
  readonly net: string | null
  readonly tax: string | null
  readonly gross: string | null
  readonly issue_date: string | null
  readonly lines: number
  readonly rates: readonly string[]
  readonly remark: string
}

export function printedInvoice(invoice: Invoice): PrintedInvoice {
  return {
    invoice_no: invoiceNumber(invoice),
    kind: invoice.kind,
    seller: invoice.seller,
    seller_tax_id: invoice.sellerTaxId,
    buyer: invoice.buyer,
    buyer_tax_id: invoice.buyerTaxId,
    net: amountText(invoice.net),
    tax: amountText(invoice.tax),
    gross: amountText(invoice.gross),
    issue_date: invoice.issuedOn,
    lines: invoice.lines.length,
    rates: ratesOf(invoice),
    remark: invoice.remark,
  }
}

function amountText(fen: Fen | null): string | null {
  return fen === null ? null : decimalAmount(fen)
}

const LABELS = {
  zh: {
    ...{ invoice_no: '发票号码', kind: '种类', seller: '销售方', seller_tax_id: '销售方税号' },
    ...{ buyer: '购买方', buyer_tax_id: '购买方税号', net: '金额', tax: '税额', gross: '价税合计' },
    ...{ issue_date: '开票日期', lines: '明细行数', rates: '税率', remark: '备注' },
  },
  en: {
    ...{ invoice_no: 'Number', kind: 'Kind', seller: 'Seller', seller_tax_id: "Seller's tax id" },
    ...{ buyer: 'Buyer', buyer_tax_id: "Buyer's tax id", net: 'Net', tax: 'Tax', gross: 'Gross' },
    ...{ issue_date: 'Issued on', lines: 'Lines', rates: 'Rates', remark: 'Remark' },
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<keyof PrintedInvoice, string>>>>
const KINDS = {
  zh: { special: '专票', ordinary: '普票' },
  en: { special: 'special', ordinary: 'ordinary' },
} as const

/** An invoice for people, a line a field. */
export function invoiceInWords(invoice: Invoice, lang: Language): string {
  const printed = printedInvoice(invoice)
  const said: Readonly<Record<keyof PrintedInvoice, string | number | null>> = {
    ...printed,
    kind: printed.kind === null ? null : KINDS[lang][printed.kind],
    rates: printed.rates.join(', '),
  }
  return Object.entries(LABELS[lang])
    .map(([name, label]) => `${label}: ${said[name as keyof PrintedInvoice] ?? '-'}`)
    .join('\n')
}
