import type { z } from 'zod'
import type {
  DepositFilter,
  DepositRow,
  DepositTotal,
  depositListInput,
  depositPageSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowSource } from '../window/window-question.ts'
import { DEPOSIT_COLUMNS, type StoredDepositRow, toDepositRows } from './deposit-rows.ts'
import { refreshRegister } from './register.ts'

export type DepositQuestion = z.infer<typeof depositListInput>
type DepositSort = DepositQuestion['sort']['column']

/** Deposits are thousands, not millions: sorting what the filter leaves is quick enough. */
const REGISTER: WindowSource<DepositSort> = {
  tables: { confirmed: 'deposit_register', overlay: null, totals: null },
  keys: { dueOn: "ifnull(dueOn, '9999-12-31')", name: NAME_KEY, amount: 'ifnull(amount, -1)' },
  sortedRows: Number.POSITIVE_INFINITY,
}

/** One window of the register as it stands today. @throws BadInput on a cursor that is none. */
export function listDeposits(
  context: QueryContext,
  question: DepositQuestion,
): z.infer<typeof depositPageSchema> {
  refreshRegister(context)
  const filter = depositFilter(question.filter)
  const window = readWindow<StoredDepositRow, DepositSort>(
    context,
    REGISTER,
    filter,
    question,
    DEPOSIT_COLUMNS,
    '',
  )
  return { ...window, rows: toDepositRows(context, window.rows) }
}

/** The filter of the register in SQL over the row `r`. */
function depositFilter(wanted: DepositFilter): FilterSql {
  const filter = registerFilter(wanted, DEPOSIT_STATUSES)
  if (wanted.newAmounts.length === 0) return filter
  const bindings: Record<string, string | number | null> = { ...filter.bindings }
  const narrow = [...filter.narrow, among('newAmountState', wanted.newAmounts, bindings)]
  return { ...filter, narrow, walk: narrow, bindings }
}

/** All deposits of one provider, by id; none where this person may not see them. */
export function depositsOf(context: QueryContext, providerId: string): DepositRow[] {
  if (!maySee(context.workspace.account.roles, 'depositObligation')) return []
  refreshRegister(context)
  const sql = `SELECT r.id AS id, ${DEPOSIT_COLUMNS} FROM deposit_register r
    WHERE r.id IN (SELECT id FROM deposit_obligation WHERE providerId = @providerId) ORDER BY r.id LIMIT 200`
  return toDepositRows(context, context.statements.prepare<StoredDepositRow>(sql).all({ providerId }))
}

/** Count and sums by state; every state is named, empty ones too. */
export function totalDeposits(context: QueryContext, wanted: DepositFilter): DepositTotal[] {
  refreshRegister(context)
  const { prelude, narrow, bindings } = depositFilter({ ...wanted, statuses: [] })
  const states = Object.keys(bindStates(DEPOSIT_STATUSES)).map((name) => `@${name}`)
  const sql = `${prelude === '' ? '' : `WITH ${prelude}`}
    SELECT r.status AS status, count(*) AS count, ifnull(sum(r.amount), 0) AS amount, sum(r.balance) AS balance
    FROM deposit_register r WHERE ${[`r.status IN (${states.join(', ')})`, ...narrow].join(' AND ')}
    GROUP BY r.status`
  const found = new Map(
    context.counts.rows<DepositTotal>(sql, bindings).map((total) => [total.status, total]),
  )
  return DEPOSIT_STATUSES.map((status) => found.get(status) ?? { status, count: 0, amount: 0, balance: 0 })
}
