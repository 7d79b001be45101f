import { field } from '../values/description.ts'
import { RED_REASON_WORDS, RED_WAITS_WORDS, VERIFY_RESULT_WORDS } from '../words/invoices.ts'
import { dayOf, instantOf, LABELS, oneOf, record, textOf } from './common.ts'
import { INVOICE, INVOICE_LABELS } from './invoice.ts'

const reason = textOf(LABELS.reason)
const happenedAt = instantOf(INVOICE_LABELS.happenedAt)

/** How the arguments of decisions about an invoice are said. */
export const INVOICE_COMMANDS_SAID = {
  'invoice.verify-result': {
    result: oneOf(INVOICE_LABELS.result, VERIFY_RESULT_WORDS),
    checkedOn: dayOf(INVOICE_LABELS.checkedOn),
    note: textOf(LABELS.note),
  },
  'invoice.enter-red-letter': {
    number: textOf(INVOICE_LABELS.confirmation),
    reason: oneOf(INVOICE_LABELS.reason, RED_REASON_WORDS),
    enteredAt: instantOf(INVOICE_LABELS.enteredAt),
    waitsFor: oneOf(INVOICE_LABELS.waitsFor, RED_WAITS_WORDS),
  },
  'invoice.confirm-red-letter': { number: textOf(INVOICE_LABELS.confirmation), happenedAt },
  'invoice.refuse-red-letter': { number: textOf(INVOICE_LABELS.confirmation), happenedAt, reason },
  'invoice.withdraw-red-letter': { number: textOf(INVOICE_LABELS.confirmation), happenedAt, reason },
  'invoice.withdraw': { reason },
  'invoice.tick-deduction': { period: textOf(INVOICE_LABELS.period) },
  'invoice.untick-deduction': { reason },
  'invoice.record-paper': {
    receivedOn: dayOf(INVOICE_LABELS.receivedOn),
    courier: textOf(INVOICE_LABELS.courier),
    tracking: textOf(INVOICE_LABELS.tracking),
  },
  'invoice.record': {
    providerId: field<string>(LABELS.provider, (id, names) => record('provider', id, names)),
    payoutId: INVOICE.payoutId,
    source: INVOICE.source,
    file: INVOICE.file,
    paper: INVOICE.paper,
    number: INVOICE.number,
    code: INVOICE.code,
    kind: INVOICE.kind,
    seller: INVOICE.seller,
    sellerTaxId: INVOICE.sellerTaxId,
    buyer: INVOICE.buyer,
    buyerTaxId: INVOICE.buyerTaxId,
    net: INVOICE.net,
    tax: INVOICE.tax,
    gross: INVOICE.gross,
    issuedOn: INVOICE.issuedOn,
    lines: INVOICE.lines,
    remark: INVOICE.remark,
    capitals: INVOICE.capitals,
    redLetter: INVOICE.redLetter,
  },
} as const
