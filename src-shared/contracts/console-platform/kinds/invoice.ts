import { invoiceNumber } from '../../../invoices/invoice.ts'
import { hashesIn } from '../records/attachment.ts'
import {
  confirmUntil,
  invoiceName,
  invoiceStatus,
  type ProviderInvoice,
  providerInvoiceSchema,
  receivedOn,
  waitingForUs,
} from '../records/invoice.ts'
import { kindOf } from './define-kind.ts'

/** Live red letters sort by what they take back. */
function originalOf({ redLetter, withdrawn }: ProviderInvoice): { readonly sort?: string } {
  return redLetter === null || withdrawn !== null ? {} : { sort: redLetter.original }
}

const { defineKind, text, textOrNull, integer } = kindOf<ProviderInvoice>()

export const invoiceKind = defineKind({
  since: 4,
  schema: providerInvoiceSchema,
  table: 'invoice',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    number: text(invoiceNumber),
    kind: textOrNull(({ kind }) => kind),
    issuedOn: text(({ issuedOn }) => issuedOn),
    /** Fen. */
    gross: integer(({ gross }) => gross),
    /** The day in Shanghai: paper came, or it was recorded. */
    receivedOn: text(receivedOn),
    payoutId: textOrNull(({ payoutId }) => payoutId),
    status: text(invoiceStatus),
    /** When the first open entry of the seller is void by itself; null where none waits for us. */
    confirmUntil: textOrNull(({ confirmations, withdrawn }) => {
      const open = withdrawn === null ? waitingForUs({ confirmations }) : []
      return open.map(confirmUntil).sort()[0] ?? null
    }),
    /** The tax period in which it was ticked for deduction. */
    deductedIn: textOrNull(({ deduction }) => deduction?.period ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (invoice) => ({
    marketplace: invoice.marketplace,
    providerId: invoice.providerId,
    name: invoiceName(invoice),
    ...originalOf(invoice),
    fileHashes: hashesIn(invoice.file),
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ providerName, ...invoice }) => `${invoiceNumber(invoice)} ${providerName}`,
  state: invoiceStatus,
  decided: true,
  foundBy: ['number', 'name'],
  before: {},
})
