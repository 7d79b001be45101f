import type { Bilingual } from '../base/bilingual.ts'
import type { OrderKind, SupervisionState } from '../contracts/console-platform/records/order.ts'

/** What an order is. */
export const ORDER_KIND_WORDS: Readonly<Record<OrderKind, Bilingual>> = {
  new: { zh: '新购', en: 'New' },
  renewal: { zh: '续费', en: 'Renewal' },
  refund: { zh: '退款', en: 'Refund' },
}

/** Where the supervision of an order stands. */
export const SUPERVISION_WORDS: Readonly<Record<SupervisionState, Bilingual>> = {
  none: { zh: '无需监管', en: 'Not supervised' },
  pending: { zh: '待交付', en: 'To be delivered' },
  delivered: { zh: '待验收', en: 'Delivered' },
  confirmed: { zh: '已验收', en: 'Confirmed' },
  completed: { zh: '已完成', en: 'Completed' },
  rejected: { zh: '验收驳回', en: 'Delivery rejected' },
  appealed: { zh: '申诉中', en: 'Appealed' },
  decided: { zh: '已裁定', en: 'Decided' },
}
