import type { Bilingual } from '../base/bilingual.ts'
import type {
  Notice,
  NoticeStatus,
  NoticeStep,
  ToldBy,
} from '../contracts/console-platform/records/notice.ts'
import type { Occasion } from '../rules/notices/occasions.ts'

type InWords<Key extends string> = Readonly<Record<Key, Bilingual>>

/** Where a notice stands. */
export const NOTICE_STATUS_WORDS: InWords<NoticeStatus> = {
  unclear: { zh: '结果不明', en: 'Unclear' },
  bounced: { zh: '退信', en: 'Bounced' },
  failed: { zh: '发送失败', en: 'Failed' },
  'to-tell': { zh: '待告知', en: 'To be told' },
  queued: { zh: '待发送', en: 'Queued' },
  sending: { zh: '发送中', en: 'Sending' },
  sent: { zh: '已发送', en: 'Sent' },
  told: { zh: '已告知', en: 'Told' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** What a provider is told of. */
export const OCCASION_WORDS: InWords<Occasion> = {
  'application-changes-requested': { zh: '入驻申请需补充', en: 'Application: changes asked' },
  'application-approved': { zh: '入驻申请通过', en: 'Application approved' },
  'application-rejected': { zh: '入驻申请驳回', en: 'Application rejected' },
  'provider-opened': { zh: '入驻完成', en: 'On board' },
  'listing-changes-requested': { zh: '商品需修改', en: 'Listing: changes asked' },
  'listing-approved': { zh: '商品审核通过', en: 'Listing approved' },
  'listing-rejected': { zh: '商品驳回', en: 'Listing rejected' },
  'listing-published': { zh: '商品上架', en: 'Listing live' },
  'listing-delisted': { zh: '商品下架', en: 'Listing delisted' },
  'deposit-due': { zh: '保证金待缴', en: 'Deposit due' },
  'deposit-overdue': { zh: '保证金逾期', en: 'Deposit overdue' },
  'receipt-issued': { zh: '收据已开', en: 'Receipt issued' },
  'statement-ready': { zh: '结算单已确认', en: 'Statement committed' },
  'payout-paid': { zh: '结算款已付', en: 'Payout paid' },
  'payout-refused': { zh: '付款申请驳回', en: 'Payout refused' },
  'payout-returned': { zh: '付款未成功', en: 'Payment failed' },
  'red-letter-needed': { zh: '需开红字发票', en: 'Red letter needed' },
  'violation-ruled': { zh: '违规处理', en: 'Ruling on a violation' },
  'violation-appeal-ruled': { zh: '申诉处理结果', en: 'Ruling on an appeal' },
  'interface-call-failed': { zh: '接口调用失败', en: 'Interface call failed' },
  'interface-failures': { zh: '接口失败订单超限', en: 'Too many failed orders' },
  'rules-changed': { zh: '规则调整', en: 'Rules change' },
}

/** What happened with a notice. */
export const NOTICE_STEP_WORDS: InWords<NoticeStep['step']> = {
  handed: { zh: '开始发送', en: 'Handed to the server' },
  sent: { zh: '已发送', en: 'Sent' },
  deferred: { zh: '暂未送出，稍后重试', en: 'Not taken yet, tried again' },
  bounced: { zh: '退信', en: 'Bounced' },
  failed: { zh: '多次未送出', en: 'Given up' },
  unclear: { zh: '结果不明', en: 'Unclear' },
  resent: { zh: '重新发送', en: 'Sent again' },
  cancelled: { zh: '取消发送', en: 'Cancelled' },
  told: { zh: '标记已告知', en: 'Marked as told' },
}

/** How somebody is told without a mail. */
export const TOLD_BY_WORDS: InWords<ToldBy> = {
  wechat: { zh: '微信', en: 'WeChat' },
  phone: { zh: '电话', en: 'Phone' },
  other: { zh: '其他', en: 'Otherwise' },
}

/** Which language a notice is in. */
export const NOTICE_LANGUAGE_WORDS: InWords<'zh' | 'en'> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}

/** How a provider gets a notice. */
export const NOTICE_CHANNEL_WORDS: InWords<Notice['channel']> = {
  mail: { zh: '邮件', en: 'Mail' },
  person: { zh: '人工告知', en: 'By a person' },
}

/** Where a mail went. */
export const SENT_VIA_WORDS: InWords<'smtp' | 'local'> = {
  smtp: { zh: '邮件服务器', en: 'Mail server' },
  local: { zh: '本地信箱', en: 'Local mailbox' },
}
