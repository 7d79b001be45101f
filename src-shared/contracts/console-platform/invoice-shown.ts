import type { ProviderInvoice } from './records/invoice.ts'

/** What a decision about a red letter is taken on: that the invoice stands, and what the seller entered. */
export function invoiceShown({ id, version, confirmations, withdrawn }: ProviderInvoice) {
  return {
    invoice: { id, version, withdrawn: withdrawn !== null },
    confirmations: confirmations.map(({ number, reason, enteredAt, outcome }) => ({
      ...{ number, reason, enteredAt, outcome },
    })),
  }
}
