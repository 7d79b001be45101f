import type { Bilingual } from '../base/bilingual.ts'
import type { Comparison, DifferenceCause } from '../contracts/console-engine/settlement.ts'
import type { CloseCheck, RebateWay } from '../contracts/console-platform/records/settlement-month.ts'
import type { NotSettled } from '../rules/settlement/month-to-settle.ts'
import type { LineKind } from '../rules/settlement/statement-line.ts'

/** What the lines of a settlement statement are. */
export const SETTLEMENT_LINE_WORDS: Readonly<Record<LineKind, Bilingual>> = {
  fee: { zh: '订单结算', en: 'Order' },
  refund: { zh: '退款', en: 'Refund' },
  rebate: { zh: '佣金返还', en: 'Rebate' },
  correction: { zh: '更正', en: 'Correction' },
  penalty: { zh: '违约金', en: 'Penalty' },
  'deposit-set-off': { zh: '保证金抵扣', en: 'Deposit set-off' },
  'carry-forward': { zh: '结转', en: 'Carry-forward' },
  manual: { zh: '其他调整', en: 'Other' },
}

/** 月结检查. */
export const CLOSE_CHECK_WORDS: Readonly<Record<CloseCheck, Bilingual>> = {
  'earlier-drafts': { zh: '以前月份未确认的结算单', en: 'Drafts of earlier months' },
  'unmatched-lines': { zh: '未认领的流水', en: 'Unmatched bank lines' },
  'unfinished-supervision': { zh: '未完成的服务监管', en: 'Unfinished supervision' },
  'not-settled': { zh: '没有规则可结算的订单', en: 'Orders that no rule settles' },
  'accounts-differ': { zh: '复算不一致的订单', en: 'Orders reckoned otherwise by the recount' },
  'newer-orders': { zh: '草稿之后新增或变化的订单', en: 'Orders newer than the draft' },
  'provisional-calendar': { zh: '节假日安排尚未公布', en: 'Holidays not published yet' },
}

/** Where 佣金返还 goes. */
export const REBATE_WORDS: Readonly<Record<RebateWay, Bilingual>> = {
  apart: { zh: '单独返还', en: 'Paid back apart' },
  'set-off': { zh: '在结算单内抵扣', en: 'Set off in the statement' },
}

/** How too little commission is collected: the true-up of a month may come out below what was kept. */
const SHORTFALL_WORDS: Readonly<Record<RebateWay, Bilingual>> = {
  apart: { zh: '少收佣金，单独补收', en: 'Commission short, collected apart' },
  'set-off': { zh: '少收佣金，在结算单内补收', en: 'Commission short, set off in the statement' },
}

/** What becomes of a true-up 佣金清算 of so much; below zero the provider owes it. Fen. */
export function rebateSaid(way: RebateWay, amount: number): Bilingual {
  return (amount < 0 ? SHORTFALL_WORDS : REBATE_WORDS)[way]
}

/** Why an order of the month cannot be settled. */
export const NOT_SETTLED_WORDS: Readonly<Record<NotSettled, Bilingual>> = {
  'outside-policy-period': { zh: '没有规则覆盖这一天', en: 'No rules cover the day' },
  'refund-of-unknown-order': { zh: '退款的原订单不存在', en: 'The order refunded is unknown' },
  'refund-exceeds-order': { zh: '退款超过原订单', en: 'More went back than was paid' },
  'no-rate-for-category': { zh: '类目没有费率', en: 'The category has no rate' },
  'late-in-closed-month': {
    zh: '所属月份已确认，请用调整项更正',
    en: 'Its month is committed: write a correction',
  },
  'unknown-product-type': { zh: '未知的商品类型', en: 'Unknown type of product' },
  'unknown-mode': { zh: '未知的商品模式', en: 'Unknown mode of business' },
  'share-not-agreed': { zh: '没有约定分成比例', en: 'No share is agreed' },
  'bands-not-configured': { zh: '分成档位未设定', en: 'Bands not configured' },
}

/** What a statement is compared with, line by line. */
export const COMPARISON_WORDS: Readonly<Record<Comparison, Bilingual>> = {
  voided: { zh: '作废的结算单', en: 'Voided statement' },
  'earlier-draft': { zh: '上一次草稿', en: 'Draft before' },
  'last-month': { zh: '上月', en: 'Last month' },
}

/** Why a line is other than the one it is compared with. */
export const DIFFERENCE_WORDS: Readonly<Record<DifferenceCause, Bilingual>> = {
  'order-newer': { zh: '订单在其后新增或变化', en: 'The order came or changed since' },
  'was-not-settled': { zh: '当时未结算', en: 'Was not settled then' },
  'not-settled': { zh: '现在未结算', en: 'Is not settled now' },
  'other-provider': { zh: '订单现属其他服务商', en: 'The order is another provider’s now' },
  'order-gone': { zh: '订单已不存在', en: 'The order is no more' },
  'belongs-now': { zh: '按规则现归入本月', en: 'By the rules it belongs to this month now' },
  'belongs-no-more': { zh: '按规则不再归入本月', en: 'By the rules it belongs to this month no more' },
  cash: { zh: '实收金额变化', en: 'Other cash' },
  category: { zh: '类目变化', en: 'Other category' },
  tax: { zh: '税率变化', en: 'Other rate of tax' },
  base: { zh: '计费金额变化', en: 'Other base' },
  fee: { zh: '费率、档位或免佣额度变化', en: 'Other rate, tier or exemption quota' },
  rebate: { zh: '佣金清算结果变化', en: 'Other true-up' },
  'set-off': { zh: '返还方式变化', en: 'Paid back otherwise' },
  carried: { zh: '结转变化', en: 'Other carry-forward' },
  adjustment: { zh: '调整项变化', en: 'An adjustment' },
}

/** Headings of settlement statements, on screen and in files. */
export const SETTLEMENT_HEADINGS = {
  id: { zh: '结算单编号', en: 'Statement' },
  month: { zh: '结算月份', en: 'Month' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  name: { zh: '服务商', en: 'Provider' },
  status: { zh: '状态', en: 'State' },
  payout: { zh: '付款', en: 'Payment' },
  orders: { zh: '订单数', en: 'Orders' },
  refunds: { zh: '退款数', en: 'Refunds' },
  gross: { zh: '交易金额（元）', en: 'Gross (CNY)' },
  refunded: { zh: '退款（元）', en: 'Refunded (CNY)' },
  fee: { zh: '平台服务费（元）', en: 'Fee (CNY)' },
  rebate: { zh: '佣金返还（元）', en: 'Rebate (CNY)' },
  setOff: { zh: '已抵扣返还（元）', en: 'Set off (CNY)' },
  adjustments: { zh: '调整项（元）', en: 'Adjustments (CNY)' },
  carried: { zh: '结转（元）', en: 'Carried (CNY)' },
  net: { zh: '结算金额（元）', en: 'Net (CNY)' },
  before: { zh: '上月（元）', en: 'Last month (CNY)' },
  cliffs: { zh: '临界跳档', en: 'Cliffs' },
} as const satisfies Readonly<Record<string, Bilingual>>
