import type {
  SETTLEMENT_SORT_COLUMNS,
  SettlementFilter,
  SettlementRow,
} from '#shared/contracts/console-engine/settlement.ts'
import { settlementStatementSchema } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { monthBefore } from '#shared/rules/settlement/carry.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { paidBy } from '../payouts/paid-by.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { IS_PRESENT, statementFilter } from './statement-filter.ts'

type SettlementSort = (typeof SETTLEMENT_SORT_COLUMNS)[number]

export const STATEMENTS: WindowSource<SettlementSort> = {
  tables: { confirmed: 'settlement_statement', overlay: 'overlay_settlement_statement', totals: null },
  keys: { month: 'month', name: NAME_KEY, net: 'net' },
  sortedRows: 20_000,
}

/** One window of the statements, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listStatements(
  context: QueryContext,
  question: WindowQuestion<SettlementSort> & { readonly filter: SettlementFilter },
): Window<SettlementRow> {
  const window = readWindow<{ id: string; body: string }, SettlementSort>(
    context,
    STATEMENTS,
    statementFilter(question.filter),
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'settlementStatement')
  const statements = window.rows.map(({ body }) => settlementStatementSchema.parse(JSON.parse(body)))
  const committed = statements.filter(({ status }) => status === 'committed')
  const payouts = paidBy(
    context,
    committed.map(({ providerId }) => providerId),
  )
  return {
    ...window,
    rows: statements.map(({ rules: _r, history: _h, carriedIn: _i, carriedOut: _o, ...row }) => ({
      ...row,
      before: netBefore(context, row),
      payout: payouts.get(row.id) ?? null,
      pending: pendingOf(row.id),
    })),
  }
}

/** What the provider's month before came to. */
function netBefore(
  context: QueryContext,
  { marketplace, providerId, month }: Pick<SettlementRow, 'marketplace' | 'providerId' | 'month'>,
): number | null {
  const row = context.statements
    .prepare<{ net: number }>(
      `SELECT r.net AS net FROM settlement_statement r WHERE r.marketplace = @marketplace AND r.month = @before
         AND r.providerId = @providerId AND r.status <> 'voided' AND ${IS_PRESENT} LIMIT 1`,
    )
    .get({ marketplace, providerId, before: monthBefore(month) })
  return row?.net ?? null
}
