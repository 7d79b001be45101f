import { type SettlementLine, settlementLineSchema } from '../records/settlement-line.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer, integerOrNull } = kindOf<SettlementLine>()

/** The name of a line: the store itself takes no order, and no adjustment, twice into one statement. */
export function settlementLineName({
  statementId,
  orderId,
  adjustmentId,
  id,
}: Pick<SettlementLine, 'statementId' | 'orderId' | 'adjustmentId' | 'id'>): string {
  return `${statementId} ${orderId ?? adjustmentId ?? id}`
}

/** The names of a statement's lines lie between these. */
export function lineNamesIn(statementId: string) {
  return { after: `${statementId} `, before: `${statementId}!` }
}

export const settlementLineKind = defineKind({
  since: 4,
  schema: settlementLineSchema,
  table: 'settlement_line',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    providerId: text(({ providerId }) => providerId),
    statementId: text(({ statementId }) => statementId),
    kind: text(({ kind }) => kind),
    orderId: textOrNull(({ orderId }) => orderId),
    category: textOrNull(({ category }) => category),
    taxBasisPoints: integerOrNull(({ taxBasisPoints }) => taxBasisPoints),
    gross: integer(({ gross }) => gross),
    base: integer(({ base }) => base),
    fee: integer(({ fee }) => fee),
    rebate: integer(({ rebate }) => rebate),
    amount: integer(({ amount }) => amount),
  },
  key: (line) => ({
    marketplace: line.marketplace,
    providerId: line.providerId,
    name: settlementLineName(line),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ month, orderNumber, kind }) => `${month} ${orderNumber ?? kind}`,
  state: () => null,
  decided: false,
  foundBy: [],
  before: {},
})
