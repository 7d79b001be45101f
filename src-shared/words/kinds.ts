import type { Bilingual } from '../base/bilingual.ts'
import type { ApplicationRow } from '../contracts/console-engine/applications.ts'
import type { LineKind, LineRow } from '../contracts/console-engine/bank-lines.ts'
import type { ListingRow } from '../contracts/console-engine/listings.ts'
import type { RecordKind } from '../contracts/console-platform/records/record-kinds.ts'

/** What a record of each kind is called. */
export const RECORD_KIND_WORDS: Readonly<Record<RecordKind, Bilingual>> = {
  provider: { zh: '服务商', en: 'Provider' },
  operator: { zh: '同事', en: 'Colleague' },
  application: { zh: '入驻申请', en: 'Application' },
  listing: { zh: '商品', en: 'Listing' },
  listingVersion: { zh: '商品版本', en: 'Listing version' },
  depositObligation: { zh: '保证金', en: 'Deposit' },
  recharge: { zh: '充值交纳', en: 'Recharge' },
  paymentTemplate: { zh: '付款模板', en: 'Payment template' },
  matchSettings: { zh: '认领设置', en: 'Matching settings' },
  violation: { zh: '违规记录', en: 'Violation' },
  order: { zh: '订单', en: 'Order' },
  supervision: { zh: '服务监管', en: 'Supervision' },
  subscription: { zh: '订阅', en: 'Subscription' },
  cluster: { zh: '集群', en: 'Cluster' },
  contact: { zh: '联系记录', en: 'Contact' },
  meteredBill: { zh: '按需账单', en: 'Metered bill' },
  interfaceCall: { zh: '生产接口调用', en: 'Call of a production interface' },
  notice: { zh: '通知', en: 'Notice' },
  noticeTemplate: { zh: '通知模板', en: 'Notice template' },
  settlementAdjustment: { zh: '调整项', en: 'Adjustment' },
  settlementLine: { zh: '结算明细', en: 'Settlement line' },
  settledOrders: { zh: '已结算订单', en: 'Settled orders' },
  settlementStatement: { zh: '结算单', en: 'Settlement statement' },
  settlementMonth: { zh: '月结', en: 'Month close' },
  commissionRebate: { zh: '佣金返还', en: 'Rebate' },
  commissionInvoice: { zh: '佣金发票', en: 'Commission invoice' },
  orderImport: { zh: '订单导入', en: 'Order import' },
  policyPack: { zh: '规则包', en: 'Policy pack' },
  holidayTable: { zh: '放假安排', en: 'Holiday table' },
  companyControl: { zh: '内控设置', en: 'Company control' },
  offlineOrder: { zh: '线下订单', en: 'Offline order' },
  bankAccount: { zh: '银行账户', en: 'Bank account' },
  bankStatement: { zh: '银行对账单', en: 'Bank statement' },
  bankLine: { zh: '银行流水', en: 'Bank line' },
  providerAccount: { zh: '收款账户', en: "Provider's account" },
  invoice: { zh: '发票', en: 'Invoice' },
  payoutRequest: { zh: '提现申请', en: 'Payout request' },
  payoutBatch: { zh: '付款批次', en: 'Payout batch' },
}

/** Who a vendor is by law. */
export const VENDOR_KIND_WORDS: Readonly<Record<ApplicationRow['kind'], Bilingual>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  individual: { zh: '个人', en: 'Individual' },
}

/** What an application asks for. */
export const PURPOSE_WORDS: Readonly<Record<ApplicationRow['purpose'], Bilingual>> = {
  first: { zh: '首次入驻', en: 'First admission' },
  'category-extension': { zh: '新增类目', en: 'Further category' },
}

/** How a product is handed over. */
export const DELIVERY_WORDS: Readonly<Record<ListingRow['delivery'], Bilingual>> = {
  online: { zh: '线上交付', en: 'Online' },
  offline: { zh: '线下交付', en: 'Offline' },
}

/** Whether a listing version is the first of its listing. */
export const SUBMISSION_WORDS = {
  isNew: { zh: '新品', en: 'New' },
  isUpdate: { zh: '更新', en: 'Update' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Which way the money of a bank line went. */
export const DIRECTION_WORDS: Readonly<Record<LineRow['direction'], Bilingual>> = {
  in: { zh: '收', en: 'In' },
  out: { zh: '付', en: 'Out' },
}

/** What the money of a bank line, or of a part of one, is called. */
export const LINE_KIND_WORDS: Readonly<Record<LineKind, Bilingual>> = {
  deposit: { zh: '保证金', en: 'Deposit' },
  refund: { zh: '退还保证金', en: 'Deposit refund' },
  payout: { zh: '提现付款', en: 'Payout' },
  return: { zh: '退汇 / 冲正', en: 'Return / reversal' },
  interest: { zh: '利息', en: 'Interest' },
  charge: { zh: '手续费', en: 'Bank charge' },
  transfer: { zh: '内部划转', en: 'Own transfer' },
  sales: { zh: '货款', en: 'Sales' },
  settlement: { zh: '结算付款', en: 'Settlement payment' },
  mistaken: { zh: '误汇款', en: 'Sent by mistake' },
  other: { zh: '其他', en: 'Other' },
}
