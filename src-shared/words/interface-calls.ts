import type { Bilingual } from '../base/bilingual.ts'
import type { InterfaceCall } from '../contracts/console-platform/records/interface-call.ts'
import type { MailRecipient } from '../rules/interface-health/mails-due.ts'
import type { Headings } from './headings.ts'

/** How a call of a production interface ended. */
export const CALL_OUTCOME_WORDS: Readonly<Record<InterfaceCall['outcome'], Bilingual>> = {
  ok: { zh: '成功', en: 'Done' },
  'in-process': { zh: '处理中', en: 'In process' },
  failed: { zh: '失败', en: 'Failed' },
}

/** Whose mailbox a failed call is told to. */
export const MAIL_RECIPIENT_WORDS: Readonly<Record<MailRecipient, Bilingual>> = {
  service: { zh: '客服邮箱', en: 'Service mailbox' },
  bound: { zh: '账号绑定的邮箱', en: 'Mailbox of the account' },
}

/** Headings of calls, on screen and in files. */
export const CALL_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  at: { zh: '调用时间', en: 'Called' },
  name: { zh: '服务商', en: 'Provider' },
  productName: { zh: '商品', en: 'Product' },
  listingId: { zh: '商品编号', en: 'Product id' },
  scene: { zh: '场景', en: 'Scene' },
  status: { zh: '结果', en: 'Outcome' },
  resultCode: { zh: '结果码', en: 'Code' },
  resultMessage: { zh: '返回信息', en: 'Message' },
  orderId: { zh: '订单 ID', en: 'Order id' },
  orderLineId: { zh: '订单行 ID', en: 'Order line id' },
  productId: { zh: '产品标识', en: 'Ordered product' },
  instanceId: { zh: '实例 ID', en: 'Instance id' },
  licence: { zh: 'License', en: 'Licence' },
  userId: { zh: '用户 ID', en: 'User id' },
  userName: { zh: '用户', en: 'User' },
  expiresAt: { zh: '实例到期', en: 'Instance expires' },
  onDemand: { zh: '按需', en: 'On demand' },
  callId: { zh: '调用编号', en: 'Call id' },
  repeatKey: { zh: '重复请求依据', en: 'Repeated as' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings
