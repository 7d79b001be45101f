import type { Bilingual } from '../base/bilingual.ts'
import { type ProviderInvoice, redState } from '../contracts/console-platform/records/invoice.ts'
import { type Description, entries, field, UNSAID } from '../values/description.ts'
import { day, instant, labelled, money, NOTHING, phrase, term, text } from '../values/value.ts'
import {
  INVOICE_KIND_WORDS,
  INVOICE_SOURCE_WORDS,
  RED_REASON_WORDS,
  RED_STATE_WORDS,
  VERIFY_RESULT_WORDS,
} from '../words/invoices.ts'
import {
  amountOf,
  attachments,
  dayOf,
  history,
  LABELS,
  marketplace,
  oneOf,
  record,
  textOf,
} from './common.ts'

/** What the fields of an invoice are called. */
export const INVOICE_LABELS = {
  payout: { zh: '提现申请', en: 'Payout request' },
  source: { zh: '来源', en: 'Source' },
  file: { zh: '原件', en: 'Original' },
  paper: { zh: '纸质', en: 'Paper' },
  number: { zh: '发票号码', en: 'Number' },
  code: { zh: '发票代码', en: 'Code' },
  kind: { zh: '发票种类', en: 'Kind' },
  seller: { zh: '销售方', en: 'Seller' },
  sellerTaxId: { zh: '销售方税号', en: 'Tax id of the seller' },
  buyer: { zh: '购买方', en: 'Buyer' },
  buyerTaxId: { zh: '购买方税号', en: 'Tax id of the buyer' },
  net: { zh: '金额', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  gross: { zh: '价税合计', en: 'Gross' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  lines: { zh: '明细', en: 'Lines' },
  remark: { zh: '备注', en: 'Remark' },
  capitals: { zh: '大写', en: 'In capitals' },
  redLetter: { zh: '红冲', en: 'Reverses' },
  reversals: { zh: '红字发票', en: 'Red letter' },
  verifications: { zh: '查验', en: 'Checked at the tax site' },
  result: { zh: '查验结果', en: 'Result' },
  checkedOn: { zh: '查验日期', en: 'Checked on' },
  confirmations: { zh: '红字确认单', en: 'Red-letter confirmation' },
  confirmation: { zh: '确认单编号', en: 'Confirmation' },
  reason: { zh: '红冲原因', en: 'Reason of the red letter' },
  enteredAt: { zh: '录入时间', en: 'Entered at' },
  happenedAt: { zh: '税务平台办理时间', en: 'Done at the bureau at' },
  waitsFor: { zh: '录入方', en: 'Entered by' },
  deduction: { zh: '抵扣勾选', en: 'Ticked for deduction' },
  period: { zh: '税款所属期', en: 'Tax period' },
  receivedOn: { zh: '收到日期', en: 'Received on' },
  courier: { zh: '快递公司', en: 'Courier' },
  tracking: { zh: '快递单号', en: 'Tracking number' },
  recorded: { zh: '登记人', en: 'Recorded by' },
  withdrawn: { zh: '作废', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = INVOICE_LABELS
const NO_RATE: Bilingual = { zh: '未列税率', en: 'no rate' }
const RED: Bilingual = { zh: '红字', en: 'Red letter' }

/** How an invoice of a provider is said. */
export const INVOICE: Description<ProviderInvoice> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  payoutId: field<string | null>(WORDS.payout, (id, names) =>
    id === null ? NOTHING : record('payoutRequest', id, names),
  ),
  source: oneOf(WORDS.source, INVOICE_SOURCE_WORDS),
  file: {
    tell: (file, names) => attachments.tell(file === null ? [] : [file], names),
    compare: (seen, current, names) =>
      attachments.compare(seen === null ? [] : [seen], current === null ? [] : [current], names),
  },
  paper: field<ProviderInvoice['paper']>(WORDS.paper, (paper) =>
    paper === null ? NOTHING : phrase(day(paper.receivedOn), text(paper.courier), text(paper.tracking)),
  ),
  number: textOf(WORDS.number),
  code: textOf(WORDS.code),
  kind: oneOf(WORDS.kind, INVOICE_KIND_WORDS),
  seller: textOf(WORDS.seller),
  sellerTaxId: textOf(WORDS.sellerTaxId),
  buyer: textOf(WORDS.buyer),
  buyerTaxId: textOf(WORDS.buyerTaxId),
  net: amountOf(WORDS.net),
  tax: amountOf(WORDS.tax),
  gross: amountOf(WORDS.gross),
  issuedOn: dayOf(WORDS.issuedOn),
  lines: entries<ProviderInvoice['lines'][number]>(
    WORDS.lines,
    (line) => JSON.stringify(line),
    ({ net, tax, rate }) =>
      phrase(money(net), rate === null ? term('none', NO_RATE) : text(rate), money(tax)),
  ),
  remark: textOf(WORDS.remark),
  capitals: textOf(WORDS.capitals),
  redLetter: field<ProviderInvoice['redLetter']>(WORDS.redLetter, (red) =>
    red === null
      ? NOTHING
      : phrase(
          term('red-letter', RED),
          text(red.original),
          labelled(WORDS.confirmation, text(red.confirmation)),
        ),
  ),
  reversals: entries<ProviderInvoice['reversals'][number]>(
    WORDS.reversals,
    ({ id }) => id,
    ({ number, gross }) => phrase(text(number), money(gross)),
  ),
  verifications: entries<ProviderInvoice['verifications'][number]>(
    WORDS.verifications,
    ({ at }) => at,
    ({ result, checkedOn, note, byName }) =>
      phrase(term(result, VERIFY_RESULT_WORDS[result]), day(checkedOn), text(note), text(byName)),
  ),
  confirmations: entries<ProviderInvoice['confirmations'][number]>(
    WORDS.confirmations,
    ({ number }) => number,
    (entry) => {
      // What is void by itself does not change the record.
      const state = redState(entry, false)
      return phrase(
        text(entry.number),
        term(state, RED_STATE_WORDS[state]),
        term(entry.reason, RED_REASON_WORDS[entry.reason]),
        instant(entry.enteredAt),
      )
    },
  ),
  deduction: field<ProviderInvoice['deduction']>(WORDS.deduction, (deduction) =>
    deduction === null
      ? NOTHING
      : phrase(text(deduction.period), text(deduction.byName), instant(deduction.at)),
  ),
  recorded: field<ProviderInvoice['recorded']>(WORDS.recorded, ({ byName, at }) =>
    phrase(text(byName), instant(at)),
  ),
  withdrawn: field<ProviderInvoice['withdrawn']>(WORDS.withdrawn, (withdrawn) =>
    withdrawn === null
      ? NOTHING
      : phrase(text(withdrawn.reason), text(withdrawn.byName), instant(withdrawn.at)),
  ),
  history,
  updatedAt: UNSAID,
}
