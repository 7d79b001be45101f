import type {
  COMMISSION_INVOICE_SORT_COLUMNS,
  CommissionInvoiceFilter,
  CommissionInvoiceRow,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import {
  COMMISSION_INVOICE_STATUSES,
  commissionInvoiceSchema,
  commissionInvoiceStatus,
} from '#shared/contracts/console-platform/records/commission-invoice.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { among, type FilterSql } from '../window/filter-sql.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type Sort = (typeof COMMISSION_INVOICE_SORT_COLUMNS)[number]

const INVOICES: WindowSource<Sort> = {
  tables: { confirmed: 'commission_invoice', overlay: 'overlay_commission_invoice', totals: null },
  keys: { month: 'month', name: NAME_KEY, gross: 'gross' },
  sortedRows: 20_000,
}

/** One window of the invoices, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listCommissionInvoices(
  context: QueryContext,
  question: WindowQuestion<Sort> & { readonly filter: CommissionInvoiceFilter },
): Window<CommissionInvoiceRow> {
  const window = readWindow<{ id: string; body: string }, Sort>(
    context,
    INVOICES,
    filterOf(question.filter),
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'commissionInvoice')
  return {
    ...window,
    rows: window.rows.map(({ body }) => {
      const invoice = commissionInvoiceSchema.parse(JSON.parse(body))
      const { steps: _s, history: _h, ...row } = invoice
      return {
        ...row,
        status: commissionInvoiceStatus(invoice),
        number: invoice.issued?.number ?? null,
        issuedOn: invoice.issued?.issuedOn ?? null,
        pending: pendingOf(invoice.id),
      }
    }),
  }
}

function filterOf(filter: CommissionInvoiceFilter): FilterSql {
  const sql = registerFilter(filter, COMMISSION_INVOICE_STATUSES)
  if (filter.months.length === 0) return sql
  const bindings = { ...sql.bindings }
  const month = among('month', filter.months, bindings)
  return { ...sql, narrow: [...sql.narrow, month], walk: [...sql.walk, month], bindings }
}
