import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import { invoiceStatus } from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { findingsOfInvoice } from '#shared/rules/invoices/check-one-invoice.ts'
import { allowedForProviderInvoice } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { expectedOf, invoicedPayout, knownInvoice, partiesFor } from './judge-invoice.ts'
import { waitingEntry } from './waiting-entry.ts'

/** One invoice of a provider, held against what it has to say. @throws RecordMissing */
export function readInvoiceCase(context: QueryContext, id: string): InvoiceCase {
  const invoice = readPresent(context, 'invoice', id)
  if (invoice === null) throw new RecordMissing('invoice', id)
  const parties = partiesFor(context, readPresent(context, 'provider', invoice.providerId))
  const payout = invoice.payoutId === null ? null : readPresent(context, 'payoutRequest', invoice.payoutId)
  const named = invoice.redLetter?.original ?? null
  const original = named === null ? null : knownInvoice(context, named)
  return {
    invoice,
    status: invoiceStatus(invoice),
    marketplaceName: marketplaceName(context, invoice.marketplace),
    payout: payout === null ? null : invoicedPayout(payout),
    original: original === null ? null : { id: original.id, number: invoiceNumber(original) },
    expected: expectedOf(parties),
    findings: findingsOfInvoice(invoice, parties),
    waiting: waitingEntry(invoice, context.now),
    allowed: allowedForProviderInvoice(context.workspace.account.roles, invoice),
    ...decisionsAbout(context, 'invoice', id),
    seenDigest: seenDigestOf(context, 'invoice', id),
  }
}
