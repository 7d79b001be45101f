import type { z } from 'zod'
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
} from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

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
  const filter = registerFilter(question.filter, INVOICE_STATUSES, ['name', 'number'])
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
      rowOf(providerInvoiceSchema.parse(JSON.parse(body)), pendingOf(id)),
    ),
  }
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
      return invoice === null ? [] : [rowOf(invoice, pendingOf(id))]
    }),
  }
}

function rowOf(invoice: ProviderInvoice, pending: InvoiceRow['pending']): InvoiceRow {
  const { lines: _lines, history: _history, ...rest } = invoice
  return {
    ...rest,
    name: invoice.providerName,
    wholeNumber: invoiceNumber(invoice),
    status: invoiceStatus(invoice),
    pending,
  }
}
