import {
  type CommissionInvoice,
  commissionInvoiceSchema,
  commissionInvoiceStatus,
} from '../records/commission-invoice.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<CommissionInvoice>()

/**
 * The name of an invoice: its number, which the store itself takes once; before it has one, the statement or the
 * document it takes back.
 */
export function commissionInvoiceName({
  issued,
  counters,
  statementId,
}: Pick<CommissionInvoice, 'issued' | 'counters' | 'statementId'>): string {
  if (issued !== null) return issued.number
  return counters === null ? statementId : `counters ${counters}`
}

export const commissionInvoiceKind = defineKind({
  since: 4,
  schema: commissionInvoiceSchema,
  table: 'commission_invoice',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    month: text(({ month }) => month),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    statementId: text(({ statementId }) => statementId),
    status: text(commissionInvoiceStatus),
    /** Fen. */
    gross: integer(({ gross }) => gross),
    number: textOrNull(({ issued }) => issued?.number ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (invoice) => ({
    marketplace: invoice.marketplace,
    providerId: invoice.providerId,
    name: commissionInvoiceName(invoice),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ month, providerName }) => `${month} ${providerName}`,
  state: commissionInvoiceStatus,
  decided: true,
  foundBy: [],
  before: {},
})
