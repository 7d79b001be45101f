import type { z } from 'zod'
import {
  type BILL_SORT_COLUMNS,
  type BillFilter,
  type BillRow,
  type billPageSchema,
  billRowSchema,
} from '#shared/contracts/console-engine/metered-bills.ts'
import { BILL_OUTCOMES, meteredBillSchema } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { rowFilter } from '../boards/row-filter.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type BillSort = (typeof BILL_SORT_COLUMNS)[number]

const BILLS: WindowSource<BillSort> = {
  tables: { confirmed: 'metered_bill', overlay: null, totals: null },
  keys: { billedAt: 'billedAt', amount: 'amount', difference: 'difference' },
  sortedRows: 20_000,
}

/** One window of the bills of metered use. @throws BadInput on a cursor that is none. */
export function listBills(
  context: QueryContext,
  question: WindowQuestion<BillSort> & { readonly filter: BillFilter },
): z.infer<typeof billPageSchema> {
  const { marketplaces, from, to, outcomes, ...equal } = question.filter
  const filter = rowFilter({
    states: outcomes.length === 0 ? BILL_OUTCOMES : [...new Set(outcomes)],
    ...{ marketplaces, equal, days: { billedAt: { from, to } }, named: [], text: '' },
  })
  const window = readWindow<{ id: string; body: string }, BillSort>(
    context,
    BILLS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  return { ...window, rows: window.rows.map(({ body }) => toBillRow(body)) }
}

/** A bill as lists have it. */
export function toBillRow(body: string): BillRow {
  return billRowSchema.parse(meteredBillSchema.parse(JSON.parse(body)))
}
