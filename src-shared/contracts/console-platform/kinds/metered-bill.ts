import { billOutcome, type MeteredBill, meteredBillSchema } from '../records/metered-bill.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<MeteredBill>()

export const meteredBillKind = defineKind({
  since: 4,
  schema: meteredBillSchema,
  table: 'metered_bill',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    listingId: textOrNull(({ listingId }) => listingId),
    productName: text(({ productName }) => productName),
    status: text(billOutcome),
    billId: text(({ billId }) => billId),
    orderId: text(({ orderId }) => orderId),
    instanceId: textOrNull(({ instanceId }) => instanceId),
    billedAt: text(({ billedAt }) => billedAt),
    amount: integer(({ amount }) => amount),
    difference: integer(({ check }) => check.difference),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, billId }) => ({
    ...{ marketplace, providerId, name: billId, fileHashes: [] },
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (bill) => ({ ...bill, userName: null }),
  title: ({ billId }) => billId,
  state: billOutcome,
  decided: false,
  foundBy: [],
  before: {},
})
