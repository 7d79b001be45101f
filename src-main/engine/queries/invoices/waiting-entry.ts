import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import {
  confirmUntil,
  type ProviderInvoice,
  waitingForUs,
} from '#shared/contracts/console-platform/records/invoice.ts'

/** The entry of the seller that waits for us and is void first. */
export function waitingEntry(
  { confirmations, withdrawn }: Pick<ProviderInvoice, 'confirmations' | 'withdrawn'>,
  now: string,
): InvoiceCase['waiting'] {
  if (withdrawn !== null) return null
  const [first] = waitingForUs({ confirmations })
    .map((entry) => ({ number: entry.number, until: confirmUntil(entry) }))
    .sort((one, other) => (one.until < other.until ? -1 : 1))
  return first === undefined ? null : { ...first, isOver: first.until < now }
}
