import type { Bilingual } from '../base/bilingual.ts'
import type { DoubtId } from '../rules/payouts/doubts.ts'
import type { PayoutCheck, PayoutCheckId } from '../rules/payouts/payout-check.ts'

/** 付款前检查: what is checked before money goes. */
export const PAYOUT_CHECK_WORDS: Readonly<Record<PayoutCheckId, Bilingual>> = {
  window: { zh: '提现申请窗口', en: 'Window for asking' },
  'months-over': { zh: '整月且已结束', en: 'Whole months that are over' },
  run: { zh: '月份连续', en: 'No month left out' },
  minimum: { zh: '最低金额', en: 'Minimum' },
  invoice: { zh: '发票金额一致', en: 'Invoiced exactly' },
  deposit: { zh: '保证金', en: 'Deposit' },
  'no-rule': { zh: '来源未规定', en: 'No rule stated' },
  statements: { zh: '结算单已确认', en: 'Statements committed' },
  'carry-forward': { zh: '负数结转', en: 'Negative carry-forward' },
  'payments-paused': { zh: '公司未暂停付款', en: 'Payments not paused' },
  'provider-paused': { zh: '该服务商未暂停付款', en: 'Provider not paused' },
  account: { zh: '收款账户已复核', en: 'Account approved' },
  'account-hold': { zh: '账户变更冻结期', en: 'Hold after a change' },
}

export const PAYOUT_RESULT_WORDS: Readonly<Record<PayoutCheck['result'], Bilingual>> = {
  pass: { zh: '通过', en: 'Passes' },
  fail: { zh: '不通过', en: 'Does not pass' },
  open: { zh: '由人工决定', en: 'A person decides' },
  unknown: { zh: '日历未知', en: 'Calendar not known' },
}

/** 需再看一眼: reasons to look twice. */
export const DOUBT_WORDS: Readonly<Record<DoubtId, Bilingual>> = {
  'account-shared': { zh: '该账户也是其他服务商的收款账户', en: "The account is another provider's as well" },
  'account-name-unlike': { zh: '户名与服务商名称不一致', en: "The account's name is not the provider's" },
  'account-young': { zh: '账户新近启用', en: 'The account is new' },
  'first-payment': { zh: '首次向该服务商付款', en: 'The first payment to this provider' },
  'amount-unlike': { zh: '金额与以往差异较大', en: 'The amount is unlike the past' },
  'invoices-in-one-run': {
    zh: '发票号码与其他服务商的相连',
    en: "Invoice numbers run on from another provider's",
  },
}
