import {
  type CommissionRebate,
  commissionRebateSchema,
  commissionRebateStatus,
} from '../records/commission-rebate.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<CommissionRebate>()

export const commissionRebateKind = defineKind({
  since: 4,
  schema: commissionRebateSchema,
  table: 'commission_rebate',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    statementId: text(({ statementId }) => statementId),
    status: text(commissionRebateStatus),
    /** Fen. */
    amount: integer(({ amount }) => amount),
    returnedOn: textOrNull(({ returned }) => returned?.on ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  /** A statement has one: the store itself takes no second. */
  key: ({ marketplace, providerId, statementId }) => ({
    ...{ marketplace, providerId, name: statementId, fileHashes: [] },
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ month, providerName }) => `${month} ${providerName}`,
  state: commissionRebateStatus,
  decided: true,
  foundBy: [],
  before: {},
})
