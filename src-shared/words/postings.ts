import type { Bilingual } from '../base/bilingual.ts'
import type { DepositEntry, RefundPayee } from '../contracts/console-platform/records/deposit-obligation.ts'

/** What the postings of the deposit ledger are called. */
export const POSTING_WORDS: Readonly<Record<DepositEntry['kind'], Bilingual>> = {
  waive: { zh: '免缴至', en: 'Waived until' },
  match: { zh: '到账认领', en: 'Payment received' },
  unmatch: { zh: '撤销到账认领', en: 'Payment undone' },
  receipt: { zh: '开具收据', en: 'Receipt issued' },
  'receipt-void': { zh: '收据作废', en: 'Receipt made void' },
  'refund-request': { zh: '申请退还', en: 'Refund requested' },
  'refund-approval': { zh: '批准退还', en: 'Refund approved' },
  'refund-refusal': { zh: '不批准退还', en: 'Refund declined' },
  'finance-ticket': { zh: '服务商工单（请转财务）', en: 'Ticket of the provider' },
  'receipt-sent': { zh: '收据寄出', en: 'Receipt sent' },
  'refund-hold': { zh: '暂停退还', en: 'Refunds on hold' },
  'refund-in-batch': { zh: '列入付款批次', en: 'Put into a batch' },
  'refund-out-of-batch': { zh: '移出付款批次', en: 'Taken out of its batch' },
  'refund-hold-lifted': { zh: '解除暂停退还', en: 'Hold on refunds lifted' },
  recharge: { zh: '充值交纳', en: 'Paid in online' },
  'recharge-taken-back': { zh: '渠道退回充值', en: 'Taken back by the channel' },
  'new-amount': { zh: '新标准的差额', en: 'Difference to the new amount' },
  deduction: { zh: '违规扣除', en: 'Deducted for a violation' },
  'deduction-returned': { zh: '违规扣除撤回', en: 'Deduction taken back' },
  refund: { zh: '已退还', en: 'Refunded' },
  'refund-returned': { zh: '退还款退汇', en: 'Refund came back' },
}

/** How a refund goes back: to where the money came from, or elsewhere. */
export const ROUTE_WORDS: Readonly<Record<RefundPayee['route'], Bilingual>> = {
  original: { zh: '原路', en: 'Back to the paying account' },
  elsewhere: { zh: '非原路', en: 'To another account' },
}
