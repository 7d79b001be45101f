import { type SettledOrders, settledOrdersSchema } from '../records/settled-orders.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<SettledOrders>()

/** The name of a part: those of a statement are found by it, from part 0 on. */
export function settledOrdersName({ statementId, part }: Pick<SettledOrders, 'statementId' | 'part'>) {
  return `${statementId} ${part}`
}

export const settledOrdersKind = defineKind({
  since: 4,
  schema: settledOrdersSchema,
  table: 'settled_orders',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    providerId: text(({ providerId }) => providerId),
    statementId: text(({ statementId }) => statementId),
    status: text(({ status }) => status),
    orders: integer(({ orderIds }) => orderIds.length),
  },
  key: (settled) => ({
    marketplace: settled.marketplace,
    providerId: settled.providerId,
    name: settledOrdersName(settled),
    fileHashes: [],
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: null,
  title: ({ month }) => month,
  state: ({ status }) => status,
  decided: false,
  foundBy: [],
  before: {},
})
