import type { z } from 'zod'
import { addDays, daysBetween } from '#shared/calendar/plain-date.ts'
import type {
  INVOICE_SORT_COLUMNS,
  InvoiceFilter,
  InvoiceRow,
  invoicePageSchema,
} from '#shared/contracts/console-engine/invoices.ts'
import {
  INVOICE_STATUSES,
  invoiceStatus,
  type ProviderInvoice,
  providerInvoiceSchema,
  receivedOn,
} from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import type { FilterSql } from '../window/filter-sql.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { waitingEntry } from './waiting-entry.ts'

type InvoiceSort = (typeof INVOICE_SORT_COLUMNS)[number]

export const INVOICES: WindowSource<InvoiceSort> = {
  tables: { confirmed: 'invoice', overlay: 'overlay_invoice', totals: null },
  keys: { issuedOn: 'issuedOn', name: NAME_KEY, gross: 'gross' },
  sortedRows: 20_000,
}

/** One window of the invoices of providers. @throws BadInput on a cursor that is none. */
export function listInvoices(
  context: QueryContext,
  question: WindowQuestion<InvoiceSort> & { readonly filter: InvoiceFilter },
): z.infer<typeof invoicePageSchema> {
  const filter = filterOf(context, question.filter)
  const window = readWindow<{ id: string; body: string }, InvoiceSort>(
    context,
    INVOICES,
    filter,
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'invoice')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) =>
      rowOf(context, providerInvoiceSchema.parse(JSON.parse(body)), question.filter.list, pendingOf(id)),
    ),
  }
}

/** What no list of finance has: withdrawn, reversed, or a red letter. */
const LIVE = "r.status IN ('recorded', 'verified', 'part-reversed', 'red-pending')"

function filterOf({ controls, today }: QueryContext, filter: InvoiceFilter): FilterSql {
  const sql = registerFilter(filter, INVOICE_STATUSES, ['name', 'number'])
  const and = (conditions: readonly string[], bindings: FilterSql['bindings'] = {}): FilterSql => ({
    ...sql,
    narrow: [...sql.narrow, ...conditions],
    walk: [...sql.walk, ...conditions],
    bindings: { ...sql.bindings, ...bindings },
  })
  switch (filter.list) {
    case null:
      return sql
    case 'unpaid': {
      const unpaid =
        "r.payoutId IS NULL OR r.payoutId NOT IN (SELECT id FROM payout_request WHERE status = 'paid')"
      const receivedBy = addDays(today, -controls('unpaid-invoice-days', today))
      return and([LIVE, 'r.receivedOn <= @receivedBy', `(${unpaid})`], { receivedBy })
    }
    case 'deductible':
      return and([LIVE, "r.kind = 'special'", 'r.deductedIn IS NULL', UNDOUBTED])
  }
}

/** What the tax site did not doubt last: also of one that waits for a red letter or is reversed in part. */
const UNDOUBTED = "coalesce(json_extract(r.body, '$.verifications[#-1].result'), 'consistent') = 'consistent'"

/** Most entries of sellers that are told at once. */
const RED_LETTERS = 20

/** Entries that are void by themselves are told for so long. */
const LAPSED_TOLD_MS = 7 * 86_400_000

/** The entries of sellers that wait for us, the first to be void first; then those that became void in the last week. */
export function waitingRedLetters(context: QueryContext) {
  const ids = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM invoice WHERE status = 'red-pending'
       UNION SELECT id FROM overlay_invoice WHERE status = 'red-pending' ORDER BY id`,
    )
    .all({})
  return ids
    .flatMap(({ id }) => {
      const invoice = readPresent(context, 'invoice', id)
      const waiting = invoice === null ? null : waitingEntry(invoice, context.now)
      if (invoice === null || waiting === null) return []
      if (waiting.isOver && Date.parse(waiting.until) < Date.parse(context.now) - LAPSED_TOLD_MS) return []
      const { providerName, gross } = invoice
      const { until, isOver } = waiting
      return [{ id, number: invoiceNumber(invoice), providerName, gross, until, isOver }]
    })
    .sort((one, other) => Number(one.isOver) - Number(other.isOver) || (one.until < other.until ? -1 : 1))
    .slice(0, RED_LETTERS)
}

/** The invoices recorded for a request, what is on its way included, oldest first. */
export function invoicesOfPayout(context: QueryContext, payoutId: string): { invoices: InvoiceRow[] } {
  const ids = context.statements
    .prepare<{ id: string }>(
      `SELECT id FROM invoice WHERE payoutId = @payoutId
       UNION SELECT id FROM overlay_invoice WHERE payoutId = @payoutId ORDER BY id`,
    )
    .all({ payoutId })
  const pendingOf = newestPending(context, 'invoice')
  return {
    invoices: ids.flatMap(({ id }) => {
      const invoice = readPresent(context, 'invoice', id)
      return invoice === null ? [] : [rowOf(context, invoice, null, pendingOf(id))]
    }),
  }
}

function rowOf(
  context: QueryContext,
  invoice: ProviderInvoice,
  list: InvoiceFilter['list'],
  pending: InvoiceRow['pending'],
): InvoiceRow {
  const { lines: _lines, history: _history, ...rest } = invoice
  const waiting = waitingEntry(invoice, context.now)
  return {
    ...rest,
    name: invoice.providerName,
    wholeNumber: invoiceNumber(invoice),
    receivedOn: receivedOn(invoice),
    status: invoiceStatus(invoice),
    lapsedAt: waiting?.isOver === true ? waiting.until : null,
    heldDays: list === 'unpaid' ? daysBetween(receivedOn(invoice), context.today) : null,
    pending,
  }
}
