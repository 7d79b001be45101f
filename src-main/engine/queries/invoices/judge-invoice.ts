import type {
  InvoicedPayout,
  InvoiceFindingShown,
  JudgedInvoice,
} from '#shared/contracts/console-engine/invoices.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { type ProviderInvoice, remainingGross } from '#shared/contracts/console-platform/records/invoice.ts'
import {
  invoicedFor,
  type PayoutRequest,
  type PayoutStatus,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { type Invoice, invoiceNumber } from '#shared/invoices/invoice.ts'
import { issuedFor } from '#shared/invoices/read-remark.ts'
import { checkInvoices, type KnownInvoice } from '#shared/rules/invoices/check-invoices.ts'
import { pageOnly } from '#shared/rules/invoices/check-one-invoice.ts'
import { ourselvesOn } from '#shared/rules/invoices/ourselves.ts'
import type { FileInvoice } from '../../invoices/read-invoice-file.ts'
import { ORIGINAL_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

type Recording = CommandArguments<'invoice.record'>
type Origin = Pick<Recording, 'source' | 'file' | 'paper'>

/** Requests that may still lack an invoice. */
const OPEN: readonly PayoutStatus[] = ['requested', 'invoice_pending', 'invoice_received']

/** What was read in a file, held against its provider, its request and the invoices on record. */
export function judgeRead(
  context: QueryContext,
  { entry, source, reading }: FileInvoice,
  file: NonNullable<Origin['file']>,
  payoutId: string | null,
): JudgedInvoice {
  const origin: Origin = { source, file, paper: null }
  if (reading.kind === 'invoice') {
    const found = partyOf(context, reading.invoice, payoutId)
    return { ...judged(context, reading.invoice, found, origin), entry }
  }
  const payout = payoutId === null ? null : readPresent(context, 'payoutRequest', payoutId)
  const provider = payout === null ? null : readPresent(context, 'provider', payout.providerId)
  const parties = partiesFor(context, provider)
  return {
    ...{ entry, source, stated: null, number: null, known: null, said: null },
    provider: provider === null ? null : { id: provider.id, name: provider.name },
    payout: payout === null ? null : invoicedPayout(payout),
    expected: expectedOf(parties),
    findings: checkInvoices([reading], { ...parties, amount: 0 }, []).findings.map(shown),
  }
}

/** What was typed, judged as what was read is. */
export function judgeTyped(context: QueryContext, said: Recording): JudgedInvoice {
  const { providerId, payoutId, source, file, paper, ...invoice } = said
  const provider = readPresent(context, 'provider', providerId)
  const payout = payoutId === null ? null : readPresent(context, 'payoutRequest', payoutId)
  return judged(context, invoice, { provider, payout }, { source, file, paper })
}

/** What an invoice of a provider has to say, and the requests that lack one. */
export function readParty(context: QueryContext, providerId: string) {
  return {
    expected: expectedOf(partiesFor(context, readPresent(context, 'provider', providerId))),
    payouts: openPayouts(context, providerId).map(invoicedPayout),
  }
}

interface Party {
  readonly provider: Provider | null
  readonly payout: PayoutRequest | null
}

function judged(
  context: QueryContext,
  invoice: Invoice,
  { provider, payout }: Party,
  origin: Origin,
): JudgedInvoice {
  const parties = partiesFor(context, provider)
  const number = invoiceNumber(invoice)
  const known = knownInvoice(context, number)
  const original = invoice.redLetter?.original ?? null
  const blue = original === null ? null : knownInvoice(context, original)
  const reds = invoice.redLetter === null ? redLettersOf(context, number) : []
  const onRecord: KnownInvoice[] = [
    ...(known === null ? [] : [{ number, gross: known.gross, original: null }]),
    ...(blue === null || original === null
      ? []
      : [
          {
            ...{ number: original, gross: remainingGross(blue), original: null },
            ...elsewhere(blue, provider),
            ...(blue.deduction === null ? {} : { deductedIn: blue.deduction.period }),
          },
        ]),
    ...reds.map((red) => ({
      ...{ number: invoiceNumber(red), gross: red.gross, original: number },
      ...elsewhere(red, provider),
    })),
  ]
  // Whether they come to the amount together is a matter of all invoices of a request.
  const amount = reds.reduce((sum, { gross }) => sum + gross, invoice.gross ?? 0)
  const payoutToCheck = { ...parties, amount }
  const reading = { kind: 'invoice', invoice } as const
  const found = checkInvoices([reading], payoutToCheck, onRecord).findings
  const findings = [...found, ...(origin.source === 'pdf' ? [pageOnly()] : [])].map(shown)
  const { lines: _lines, ...stated } = invoice
  return {
    ...{ entry: '', source: origin.source, stated, number },
    provider: provider === null ? null : { id: provider.id, name: provider.name },
    payout: payout === null ? null : invoicedPayout(payout),
    expected: expectedOf(parties),
    findings,
    known: known === null ? null : { id: known.id, providerName: known.providerName },
    said: provider === null || findings.some(keepsOut) ? null : sayable(invoice, provider, payout, origin),
  }
}

/** What a person cannot settle by looking at the original. */
function keepsOut({ severity, rule }: InvoiceFindingShown): boolean {
  return severity === 'must' && rule !== 'kind_unknown'
}

/** The arguments that record it; null where it lacks what every record has. */
function sayable(
  invoice: Invoice,
  provider: Provider,
  payout: PayoutRequest | null,
  origin: Origin,
): Recording | null {
  // A red letter counts for no request; it takes from the one of its original.
  const payoutId = invoice.redLetter === null ? (payout?.id ?? null) : null
  const said = COMMAND_ARGUMENTS['invoice.record'].safeParse({
    ...{ providerId: provider.id, payoutId },
    ...origin,
    ...invoice,
  })
  return said.success ? said.data : null
}

function shown({ rule, severity, field, within, remedy }: InvoiceFindingShown): InvoiceFindingShown {
  return { rule, severity, field, within, remedy: { ...remedy } }
}

export function invoicedPayout(payout: PayoutRequest): InvoicedPayout {
  const { id, providerName, status, amount } = payout
  return { id, providerName, status, amount, invoiced: invoicedFor(payout) }
}

type Parties = ReturnType<typeof partiesFor>

/** Whom an invoice has to be from and to. */
export function partiesFor({ controls, today }: QueryContext, provider: Provider | null) {
  return {
    vendor: provider?.name ?? '',
    vendorTaxId: provider?.uscc ?? provider?.residentId ?? null,
    ...ourselvesOn(controls, today),
    today,
  }
}

export function expectedOf({ vendor, vendorTaxId, ourName, ourTaxId }: Parties): JudgedInvoice['expected'] {
  return { seller: vendor || null, sellerTaxId: vendorTaxId, buyer: ourName, buyerTaxId: ourTaxId }
}

/** The live invoice on record with a number, whoever's it is. */
export function knownInvoice(context: QueryContext, number: string) {
  const ids = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM invoice WHERE number = @number UNION SELECT id FROM overlay_invoice WHERE number = @number`,
    )
    .all({ number })
  for (const { id } of ids) {
    const invoice = readPresent(context, 'invoice', id)
    if (invoice !== null && invoice.withdrawn === null) return invoice
  }
  return null
}

/** The live red letters on record that take back the invoice of a number, whoever has them. */
function redLettersOf(context: QueryContext, number: string): ProviderInvoice[] {
  const ids = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM invoice WHERE status = 'red-letter' AND ${ORIGINAL_KEY} = @number
       UNION SELECT id FROM overlay_invoice WHERE status = 'red-letter' AND ${ORIGINAL_KEY} = @number ORDER BY id`,
    )
    .all({ number })
  return ids
    .flatMap(({ id }) => readPresent(context, 'invoice', id) ?? [])
    .filter((red) => red.withdrawn === null)
}

/** The provider of an invoice on record, where it is another. */
function elsewhere(
  { marketplace, providerId, providerName }: ProviderInvoice,
  provider: Provider | null,
): Pick<KnownInvoice, 'elsewhere'> {
  const isOurs = provider === null || (provider.id === providerId && provider.marketplace === marketplace)
  return isOurs ? {} : { elsewhere: providerName }
}

/** Whose invoice it is and for which request: the one that is named, else one of its seller's that it fits. */
function partyOf(context: QueryContext, invoice: Invoice, payoutId: string | null): Party {
  if (payoutId !== null) {
    const payout = readPresent(context, 'payoutRequest', payoutId)
    return {
      payout,
      provider: payout === null ? null : readPresent(context, 'provider', payout.providerId),
    }
  }
  const sellers = sellersOf(context, invoice)
  const open = sellers.flatMap((provider) =>
    openPayouts(context, provider.id).map((payout) => ({ provider, payout })),
  )
  const exact = open.filter(({ payout }) => payout.amount - invoicedFor(payout) === invoice.gross)
  const [one] = exact.length > 0 ? exact : open.length === 1 ? open : []
  if (one !== undefined) return one
  const [only] = sellers
  return { provider: sellers.length === 1 ? (only ?? null) : null, payout: null }
}

/** Providers by the name of the seller, or the one a tax bureau issued for. */
function sellersOf(context: QueryContext, invoice: Invoice): Provider[] {
  const names = (issuedFor(invoice.seller, invoice.remark)?.names ?? [invoice.seller]).flatMap(bracketed)
  const rows = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM provider WHERE name IN (SELECT value FROM json_each(@names)) ORDER BY id LIMIT 20`,
    )
    .all({ names: JSON.stringify(names) })
  return rows.flatMap(({ id }) => readPresent(context, 'provider', id) ?? [])
}

/** A name with either kind of brackets: registers and invoices differ in them. */
function bracketed(name: string): string[] {
  const plain = name.replaceAll('（', '(').replaceAll('）', ')')
  return [...new Set([name, plain, plain.replaceAll('(', '（').replaceAll(')', '）')])]
}

function openPayouts(context: QueryContext, providerId: string): PayoutRequest[] {
  const rows = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM payout_request WHERE providerId = @providerId
       UNION SELECT id FROM overlay_payout_request WHERE providerId = @providerId ORDER BY id`,
    )
    .all({ providerId })
  return rows
    .flatMap(({ id }) => readPresent(context, 'payoutRequest', id) ?? [])
    .filter((payout) => OPEN.includes(payout.status) && payout.amount > invoicedFor(payout))
}
