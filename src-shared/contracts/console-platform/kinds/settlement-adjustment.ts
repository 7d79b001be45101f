import { type SettlementAdjustment, settlementAdjustmentSchema } from '../records/settlement-adjustment.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<SettlementAdjustment>()

export const settlementAdjustmentKind = defineKind({
  since: 4,
  schema: settlementAdjustmentSchema,
  table: 'settlement_adjustment',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    providerId: text(({ providerId }) => providerId),
    kind: text(({ kind }) => kind),
    amount: integer(({ amount }) => amount),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, id }) => ({ marketplace, providerId, name: id, fileHashes: [] }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ month, providerName }) => `${month} ${providerName}`,
  state: () => null,
  decided: true,
  foundBy: [],
  before: {},
})
