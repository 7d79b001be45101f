import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import {
  confirmUntil,
  type ProviderInvoice,
  waitingForUs,
} from '#shared/contracts/console-platform/records/invoice.ts'

/** The entry of the seller that waits for us and is void first; where none waits any more, the one that became void last. */
export function waitingEntry(
  { confirmations, withdrawn }: Pick<ProviderInvoice, 'confirmations' | 'withdrawn'>,
  now: string,
): InvoiceCase['waiting'] {
  if (withdrawn !== null) return null
  const entries = waitingForUs({ confirmations })
    .map((entry) => ({ number: entry.number, until: confirmUntil(entry) }))
    .sort((one, other) => (one.until < other.until ? -1 : 1))
  const told = entries.find(({ until }) => until >= now) ?? entries.at(-1)
  return told === undefined ? null : { ...told, isOver: told.until < now }
}
