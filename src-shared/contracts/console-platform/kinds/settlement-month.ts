import { type SettlementMonth, settlementMonthSchema } from '../records/settlement-month.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<SettlementMonth>()

export const settlementMonthKind = defineKind({
  since: 4,
  schema: settlementMonthSchema,
  table: 'settlement_month',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    draftId: textOrNull(({ draft }) => draft?.id ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  /** A marketplace has each month once. */
  key: ({ marketplace, month }) => ({ marketplace, providerId: '', name: month, fileHashes: [] }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ marketplace, month }) => `${marketplace} ${month}`,
  state: () => null,
  decided: true,
  foundBy: [],
  before: {},
})
