import { type SettlementStatement, settlementStatementSchema } from '../records/settlement-statement.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<SettlementStatement>()

/** The names of a month's statements lie between these. */
export function statementNamesIn(month: string) {
  return { after: `${month} `, before: `${month}!` }
}

export const settlementStatementKind = defineKind({
  since: 4,
  schema: settlementStatementSchema,
  table: 'settlement_statement',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    monthId: text(({ monthId }) => monthId),
    draftId: text(({ draftId }) => draftId),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    status: text(({ status }) => status),
    gross: integer(({ totals }) => totals.gross),
    refunded: integer(({ totals }) => totals.refunded),
    fee: integer(({ totals }) => totals.fee),
    rebate: integer(({ totals }) => totals.rebate),
    adjustments: integer(({ totals }) => totals.adjustments),
    carried: integer(({ totals }) => totals.carried),
    net: integer(({ totals }) => totals.net),
    replaces: textOrNull(({ replaces }) => replaces),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, month, id }) => ({
    marketplace,
    providerId,
    name: `${month} ${providerId} ${id}`,
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ month, providerName }) => `${month} ${providerName}`,
  state: ({ status }) => status,
  decided: true,
  foundBy: [],
  before: {},
})
