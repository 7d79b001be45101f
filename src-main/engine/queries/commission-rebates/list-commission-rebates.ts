import type {
  COMMISSION_REBATE_SORT_COLUMNS,
  CommissionRebateFilter,
  CommissionRebateRow,
} from '#shared/contracts/console-engine/commission-rebates.ts'
import {
  COMMISSION_REBATE_STATUSES,
  commissionRebateSchema,
  commissionRebateStatus,
} from '#shared/contracts/console-platform/records/commission-rebate.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { among, type FilterSql } from '../window/filter-sql.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type Sort = (typeof COMMISSION_REBATE_SORT_COLUMNS)[number]

const REBATES: WindowSource<Sort> = {
  tables: { confirmed: 'commission_rebate', overlay: 'overlay_commission_rebate', totals: null },
  keys: { month: 'month', name: NAME_KEY, amount: 'amount' },
  sortedRows: 20_000,
}

/** One window of the rebates, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listCommissionRebates(
  context: QueryContext,
  question: WindowQuestion<Sort> & { readonly filter: CommissionRebateFilter },
): Window<CommissionRebateRow> {
  const window = readWindow<{ id: string; body: string }, Sort>(
    context,
    REBATES,
    filterOf(question.filter),
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'commissionRebate')
  return {
    ...window,
    rows: window.rows.map(({ body }) => {
      const rebate = commissionRebateSchema.parse(JSON.parse(body))
      const { history: _h, ...row } = rebate
      return { ...row, status: commissionRebateStatus(rebate), pending: pendingOf(rebate.id) }
    }),
  }
}

function filterOf(filter: CommissionRebateFilter): FilterSql {
  const sql = registerFilter(filter, COMMISSION_REBATE_STATUSES)
  if (filter.months.length === 0) return sql
  const bindings = { ...sql.bindings }
  const month = among('month', filter.months, bindings)
  return { ...sql, narrow: [...sql.narrow, month], walk: [...sql.walk, month], bindings }
}
