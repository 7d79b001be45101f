import type { Bilingual } from '../base/bilingual.ts'
import type {
  CommissionInvoice,
  InvoiceBuyer,
} from '../contracts/console-platform/records/commission-invoice.ts'
import { type Description, type Field, field, parts, UNSAID } from '../values/description.ts'
import { NOTHING, rate } from '../values/value.ts'
import { amountOf, dayOf, history, instantOf, LABELS, marketplace, oneOf, record, textOf } from './common.ts'

/** What the figures of a commission invoice are called. */
export const COMMISSION_INVOICE_LABELS = {
  month: { zh: '结算月份', en: 'Month' },
  statement: { zh: '结算单', en: 'Statement' },
  buyer: { zh: '购买方', en: 'Buyer' },
  taxId: { zh: '购买方税号', en: 'Tax id of the buyer' },
  gross: { zh: '价税合计', en: 'With tax' },
  net: { zh: '不含税金额', en: 'Without tax' },
  tax: { zh: '税额', en: 'Tax' },
  taxRate: { zh: '税率', en: 'Rate of tax' },
  side: { zh: '蓝字 / 红字', en: 'Invoice or red letter' },
  number: { zh: '发票号码', en: 'Number' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  blueNumber: { zh: '被红冲的发票号码', en: 'Invoice taken back' },
  counters: { zh: '冲销', en: 'Takes back' },
  counteredBy: { zh: '被冲销于', en: 'Taken back by' },
  exported: { zh: '导出', en: 'Exported' },
  issued: { zh: '开具', en: 'Issued' },
  dropped: { zh: '取消', en: 'Dropped' },
  at: { zh: '时间', en: 'At' },
  by: { zh: '经办', en: 'By' },
} as const satisfies Readonly<Record<string, Bilingual>>
const words = COMMISSION_INVOICE_LABELS

export const buyerSaid: Field<InvoiceBuyer | null> = parts<InvoiceBuyer>(
  { name: textOf(LABELS.name), taxId: textOf(words.taxId) },
  words.buyer,
)

/** How is said what the tax bureau gave an invoice. */
export const NUMBERED = {
  number: textOf(words.number),
  issuedOn: dayOf(words.issuedOn),
  gross: amountOf(words.gross),
}

const act = { at: instantOf(words.at), by: UNSAID, byName: textOf(words.by) } as const
const other = (label: Bilingual) =>
  field<string | null>(label, (id, names) => (id === null ? NOTHING : record('commissionInvoice', id, names)))

/** How a commission invoice is said. */
export const COMMISSION_INVOICE: Description<CommissionInvoice> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  statementId: field<string>(words.statement, (id, names) => record('settlementStatement', id, names)),
  side: oneOf(words.side, { blue: { zh: '蓝字', en: 'Invoice' }, red: { zh: '红字', en: 'Red letter' } }),
  gross: amountOf(words.gross),
  net: amountOf(words.net),
  tax: amountOf(words.tax),
  taxBasisPoints: field<number>(words.taxRate, rate),
  steps: UNSAID,
  counters: other(words.counters),
  counteredBy: other(words.counteredBy),
  blueNumber: textOf(words.blueNumber),
  buyer: buyerSaid,
  exported: parts<NonNullable<CommissionInvoice['exported']>>(act, words.exported),
  issued: parts<NonNullable<CommissionInvoice['issued']>>(
    { ...act, number: NUMBERED.number, issuedOn: NUMBERED.issuedOn },
    words.issued,
  ),
  dropped: parts<NonNullable<CommissionInvoice['dropped']>>(
    { ...act, reason: textOf(LABELS.reason) },
    words.dropped,
  ),
  history,
  updatedAt: UNSAID,
}
