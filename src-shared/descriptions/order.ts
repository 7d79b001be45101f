import type { Bilingual } from '../base/bilingual.ts'
import type { Order } from '../contracts/console-platform/records/order.ts'
import { CHANNEL_WORDS } from '../rules/fees/order-words.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import { NOTHING, rate } from '../values/value.ts'
import { ORDER_KIND_WORDS, SUPERVISION_WORDS } from '../words/orders.ts'
import { amountOf, instantOf, LABELS, marketplace, oneOf, textOf, yesNoOf } from './common.ts'

/** What the fields of an order are called. */
export const ORDER_LABELS = {
  mode: { zh: '商品模式', en: 'Mode of business' },
  distributed: { zh: '服务商分销客户', en: "Provider's own customer" },
  listPrice: { zh: '标价', en: 'List price' },
  cash: { zh: '实付现金', en: 'Paid in cash' },
  voucher: { zh: '代金券', en: 'Paid by voucher' },
  taxBasisPoints: { zh: '税率', en: 'Rate of tax' },
  agreedBasisPoints: { zh: '约定比例', en: 'Agreed share' },
  paidAt: { zh: '支付时间', en: 'Paid' },
  activatedAt: { zh: '开通时间', en: 'Activated' },
  startsAt: { zh: '开始时间', en: 'Starts' },
  completedAt: { zh: '完成时间', en: 'Completed' },
  repaidAt: { zh: '买家还款', en: 'Repaid by the buyer' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** How an order is said. */
export const ORDER: Description<Order> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  number: textOf({ zh: '订单号', en: 'Order number' }),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: textOf({ zh: '商品编号', en: 'Product id' }),
  productName: textOf({ zh: '商品', en: 'Product' }),
  category: textOf(LABELS.category),
  mode: textOf(ORDER_LABELS.mode),
  kind: oneOf({ zh: '类型', en: 'Kind' }, ORDER_KIND_WORDS),
  refundOf: textOf({ zh: '原订单', en: 'Order refunded' }),
  channel: oneOf({ zh: '交易渠道', en: 'Channel' }, CHANNEL_WORDS),
  buyerId: textOf({ zh: '买家编号', en: 'Buyer id' }),
  buyerName: textOf({ zh: '买家', en: 'Buyer' }),
  distributed: yesNoOf(ORDER_LABELS.distributed),
  listPrice: amountOf(ORDER_LABELS.listPrice),
  cash: amountOf(ORDER_LABELS.cash),
  voucher: amountOf(ORDER_LABELS.voucher),
  taxBasisPoints: field(ORDER_LABELS.taxBasisPoints, rate),
  agreedBasisPoints: field<number | null>(ORDER_LABELS.agreedBasisPoints, (share) =>
    share === null ? NOTHING : rate(share),
  ),
  paidAt: instantOf(ORDER_LABELS.paidAt),
  activatedAt: instantOf(ORDER_LABELS.activatedAt),
  startsAt: instantOf(ORDER_LABELS.startsAt),
  completedAt: instantOf(ORDER_LABELS.completedAt),
  repaidAt: instantOf(ORDER_LABELS.repaidAt),
  supervision: oneOf({ zh: '服务监管', en: 'Supervision' }, SUPERVISION_WORDS),
  settledIn: textOf({ zh: '结算月份', en: 'Settled in' }),
  updatedAt: UNSAID,
}
