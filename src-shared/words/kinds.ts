import type { Bilingual } from '../base/bilingual.ts'
import type { LineKind } from '../contracts/console-engine/bank-lines.ts'
import type { RecordKind } from '../contracts/console-platform/records/record-kinds.ts'

/** What a record of each kind is called. */
export const RECORD_KIND_WORDS: Readonly<Record<RecordKind, Bilingual>> = {
  provider: { zh: '服务商', en: 'Provider' },
  operator: { zh: '同事', en: 'Colleague' },
  application: { zh: '入驻申请', en: 'Application' },
  listing: { zh: '商品', en: 'Listing' },
  listingVersion: { zh: '商品版本', en: 'Listing version' },
  depositObligation: { zh: '保证金', en: 'Deposit' },
  bankAccount: { zh: '银行账户', en: 'Bank account' },
  bankStatement: { zh: '银行对账单', en: 'Bank statement' },
  bankLine: { zh: '银行流水', en: 'Bank line' },
}

/** What the money of a bank line, or of a part of one, is called. */
export const LINE_KIND_WORDS: Readonly<Record<LineKind, Bilingual>> = {
  deposit: { zh: '保证金', en: 'Deposit' },
  refund: { zh: '退还保证金', en: 'Deposit refund' },
  return: { zh: '退汇 / 冲正', en: 'Return / reversal' },
  interest: { zh: '利息', en: 'Interest' },
  charge: { zh: '手续费', en: 'Bank charge' },
  transfer: { zh: '内部划转', en: 'Own transfer' },
  sales: { zh: '货款', en: 'Sales' },
  settlement: { zh: '结算付款', en: 'Settlement payment' },
  mistaken: { zh: '误汇款', en: 'Sent by mistake' },
  other: { zh: '其他', en: 'Other' },
}
