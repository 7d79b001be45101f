import type { z } from 'zod'
import type {
  SUPERVISION_SORT_COLUMNS,
  SupervisedOrder,
  SupervisionCounts,
  SupervisionFilter,
  supervisionPageSchema,
} from '#shared/contracts/console-engine/supervisions.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { SUPERVISION_PARTIES, type SupervisionParty } from '#shared/rules/supervision/waiting-for.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { refreshSupervised } from './supervised-orders.ts'
import { IS_LATE, lateBefore, supervisionFilter } from './supervision-filter.ts'

type SupervisionSort = (typeof SUPERVISION_SORT_COLUMNS)[number]

/** Supervised orders are thousands, not millions: sorting what the filter leaves is quick enough. */
const SUPERVISED: WindowSource<SupervisionSort> = {
  tables: { confirmed: 'supervised_order', overlay: null, totals: null },
  // What only waits for its bill comes after all that waits for somebody.
  keys: {
    since: "iif(status = 'completed', '~', '') || since",
    amount: 'amount',
    paidAt: 'paidAt',
    name: NAME_KEY,
  },
  sortedRows: Number.POSITIVE_INFINITY,
}

type StoredRow = Omit<SupervisedOrder, 'mayAppeal' | 'late' | 'pending'> & {
  readonly mayAppeal: 0 | 1
  readonly late: 0 | 1
}

/** One window of the orders under supervision. @throws BadInput on a cursor that is none. */
export function listSupervised(
  context: QueryContext,
  question: WindowQuestion<SupervisionSort> & { readonly filter: SupervisionFilter },
): z.infer<typeof supervisionPageSchema> {
  if (!maySee(context.workspace.account.roles, 'order')) {
    return { rows: [], previous: null, next: null, total: 0 }
  }
  refreshSupervised(context)
  const filter = supervisionFilter(context, question.filter)
  const window = readWindow<StoredRow, SupervisionSort>(
    context,
    SUPERVISED,
    { ...filter, bindings: { ...filter.bindings, lateBefore: lateBefore(context) } },
    question,
    `r.marketplace, r.number, r.providerId, r.name, r.listingId, r.productName, r.status, r.waitsFor, r.since, r.dueAt,
      r.rejections, r.mayAppeal, r.amount, r.paidAt, r.completedAt, r.billedIn, r.billsOn, ${IS_LATE} AS late`,
    '',
  )
  const pendingOf = newestPending(context, 'supervision')
  return {
    ...window,
    rows: window.rows.map(({ mayAppeal, late, ...row }) => ({
      ...row,
      ...{ mayAppeal: mayAppeal === 1, late: late === 1, pending: pendingOf(row.id) },
    })),
  }
}

/** How many supervised orders wait for whom. */
export function countSupervised(context: QueryContext): SupervisionCounts {
  refreshSupervised(context)
  const found = context.statements
    .prepare<{ waitsFor: SupervisionParty; count: number; late: number }>(
      `SELECT r.waitsFor AS waitsFor, count(*) AS count, sum(${IS_LATE}) AS late FROM supervised_order r GROUP BY r.waitsFor`,
    )
    .all({ lateBefore: lateBefore(context) })
  const count = (party: SupervisionParty) => found.find(({ waitsFor }) => waitsFor === party)?.count ?? 0
  return {
    // Every party is a key: they are made of the list of them.
    waiting: Object.fromEntries(SUPERVISION_PARTIES.map((party) => [party, count(party)])) as Record<
      SupervisionParty,
      number
    >,
    late: found.reduce((sum, { late }) => sum + late, 0),
  }
}
