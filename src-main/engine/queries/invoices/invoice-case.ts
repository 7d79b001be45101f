import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import {
  invoiceStatus,
  isDoubted,
  type ProviderInvoice,
  redState,
} from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { findingsOfInvoice, pageOnly } from '#shared/rules/invoices/check-one-invoice.ts'
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
    findings: [...findingsOfInvoice(invoice, parties), ...(invoice.source === 'pdf' ? [pageOnly()] : [])],
    waiting: waitingEntry(invoice, context.now),
    transferOut: transferOut(context, invoice, original),
    allowed: allowedForProviderInvoice(context.workspace.account.roles, invoice),
    ...decisionsAbout(context, 'invoice', id),
    seenDigest: seenDigestOf(context, 'invoice', id),
  }
}

/** What a red letter takes back of the input tax that was deducted: none where its original was not ticked, or it was withdrawn. */
function transferOut(
  context: QueryContext,
  invoice: ProviderInvoice,
  original: ProviderInvoice | null,
): InvoiceCase['transferOut'] {
  if (invoice.withdrawn !== null) return null
  if (invoice.redLetter !== null) {
    return original?.deduction == null ? null : { period: original.deduction.period, tax: -invoice.tax }
  }
  const isConfirmed = invoice.confirmations.some((each) => ['01', '04'].includes(redState(each, false)))
  const isWaiting = waitingEntry(invoice, context.now)?.isOver === false
  const isTakenBack = invoice.reversals.length > 0 || isConfirmed || isWaiting || isDoubted(invoice)
  if (invoice.deduction === null || !isTakenBack) return null
  const reds = invoice.reversals.flatMap(({ id }) => readPresent(context, 'invoice', id) ?? [])
  return { period: invoice.deduction.period, tax: reds.reduce((sum, red) => sum - red.tax, 0) }
}
