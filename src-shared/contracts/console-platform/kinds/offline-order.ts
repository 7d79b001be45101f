import { hashesIn } from '../records/attachment.ts'
import { type OfflineOrder, offlineOrderSchema, offlineOrderStatus } from '../records/offline-order.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<OfflineOrder>()

export const offlineOrderKind = defineKind({
  since: 4,
  schema: offlineOrderSchema,
  table: 'offline_order',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    number: text(({ number }) => number),
    productName: text(({ productName }) => productName),
    kind: text(({ kind }) => kind),
    /** Fen. */
    cash: integer(({ cash }) => cash),
    paidAt: text(({ paidAt }) => paidAt),
    status: text(offlineOrderStatus),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  // A number may be written down again after it was refused.
  key: ({ marketplace, providerId, attachments }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: hashesIn(attachments),
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  withoutPersonalData: (order) => ({ ...order, buyerName: null }),
  title: ({ number }) => number,
  state: offlineOrderStatus,
  decided: true,
  foundBy: ['number', 'productName'],
  before: {},
})
