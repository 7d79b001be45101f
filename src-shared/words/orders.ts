import type { Bilingual } from '../base/bilingual.ts'
import type { OrderKind, SupervisionState } from '../contracts/console-platform/records/order.ts'
import type { Delivery, SupervisionRuling } from '../contracts/console-platform/records/supervision.ts'
import type { SupervisionParty } from '../rules/supervision/waiting-for.ts'

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
  ended: { zh: '已终止', en: 'Ended' },
}

/** How what was bought reaches the buyer. */
export const DELIVERY_WAY_WORDS: Readonly<Record<Delivery, Bilingual>> = {
  online: { zh: '线上交付', en: 'Online' },
  offline: { zh: '线下交付', en: 'Offline' },
}

/** What a buyer's appeal comes to. */
export const SUPERVISION_RULING_WORDS: Readonly<Record<SupervisionRuling, Bilingual>> = {
  accepted: { zh: '交付有效', en: 'The delivery counts' },
  redeliver: { zh: '重新交付', en: 'Deliver again' },
  refund: { zh: '全额退款，监管终止', en: 'Refund in full, supervision ends' },
}

/** How a step of a review ended. */
export const REVIEW_WORDS: Readonly<Record<'passed' | 'refused', Bilingual>> = {
  passed: { zh: '通过', en: 'Passed' },
  refused: { zh: '不通过', en: 'Not passed' },
}

/** Whom a supervised order waits for. */
export const SUPERVISION_PARTY_WORDS: Readonly<Record<SupervisionParty, Bilingual>> = {
  us: { zh: '待裁定', en: 'To be decided' },
  marketplace: { zh: '待市场复核', en: "Marketplace's review" },
  provider: { zh: '待服务商交付', en: 'Provider delivers' },
  buyer: { zh: '待买家验收', en: 'Buyer confirms' },
  clock: { zh: '到时自动完成', en: 'Completed by the clock' },
  bill: { zh: '待出账', en: 'To be billed' },
}
