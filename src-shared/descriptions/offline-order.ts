import type { Bilingual } from '../base/bilingual.ts'
import type { OfflineOrder, OfflineOrderSaid } from '../contracts/console-platform/records/offline-order.ts'
import { type Description, field, parts, UNSAID } from '../values/description.ts'
import { NOTHING } from '../values/value.ts'
import { attachments, history, instantOf, LABELS, oneOf, record, textOf } from './common.ts'
import { ORDER } from './order.ts'

/** What only an order written down by hand has. */
export const OFFLINE_ORDER_LABELS = {
  contract: { zh: '合同', en: 'Contract' },
  evidence: { zh: '凭据', en: 'Evidence' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  decidedBy: { zh: '复核人', en: 'Decided by' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** How is said what a person writes down of an order. */
export const OFFLINE_ORDER_SAID: Description<OfflineOrderSaid> = {
  marketplace: ORDER.marketplace,
  number: ORDER.number,
  providerId: field<string>(LABELS.provider, (id, names) => record('provider', id, names)),
  productName: ORDER.productName,
  category: ORDER.category,
  mode: ORDER.mode,
  kind: ORDER.kind,
  refundOf: field<string | null>({ zh: '原订单', en: 'Order refunded' }, (id, names) =>
    id === null ? NOTHING : record('order', id, names),
  ),
  channel: ORDER.channel,
  buyerId: ORDER.buyerId,
  buyerName: ORDER.buyerName,
  listPrice: ORDER.listPrice,
  cash: ORDER.cash,
  voucher: ORDER.voucher,
  taxBasisPoints: ORDER.taxBasisPoints,
  agreedBasisPoints: ORDER.agreedBasisPoints,
  paidAt: ORDER.paidAt,
  startsAt: ORDER.startsAt,
  completedAt: ORDER.completedAt,
  repaidAt: ORDER.repaidAt,
  contract: textOf(OFFLINE_ORDER_LABELS.contract),
  evidence: textOf(OFFLINE_ORDER_LABELS.evidence),
  attachments,
}

/** How an order written down by hand is said. */
export const OFFLINE_ORDER: Description<OfflineOrder> = {
  ...OFFLINE_ORDER_SAID,
  providerId: UNSAID,
  id: UNSAID,
  version: UNSAID,
  providerName: textOf(LABELS.provider),
  recorded: parts<OfflineOrder['recorded']>(
    {
      at: instantOf({ zh: '时间', en: 'At' }),
      by: UNSAID,
      byName: textOf(OFFLINE_ORDER_LABELS.recordedBy),
    },
    { zh: '登记', en: 'Recorded' },
  ),
  verdict: parts<NonNullable<OfflineOrder['verdict']>>(
    {
      outcome: oneOf(LABELS.status, {
        confirmed: { zh: '已确认', en: 'Confirmed' },
        refused: { zh: '已退回', en: 'Refused' },
      }),
      reason: textOf(LABELS.reason),
      at: instantOf({ zh: '时间', en: 'At' }),
      by: UNSAID,
      byName: textOf(OFFLINE_ORDER_LABELS.decidedBy),
    },
    { zh: '复核', en: 'Verdict' },
  ),
  history,
  updatedAt: UNSAID,
}
