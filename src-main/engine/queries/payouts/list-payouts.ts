import type { z } from 'zod'
import {
  type PAYOUT_SORT_COLUMNS,
  type PayoutFilter,
  payoutListedSchema,
  type payoutPageSchema,
  type waitingSchema,
} from '#shared/contracts/console-engine/payouts.ts'
import { PAYOUT_STATUSES } from '#shared/contracts/console-platform/records/payout-request.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import type { FilterSql } from '../window/filter-sql.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { accountsWaiting } from './list-accounts.ts'

type PayoutSort = (typeof PAYOUT_SORT_COLUMNS)[number]

export const PAYOUTS: WindowSource<PayoutSort> = {
  tables: { confirmed: 'payout_request', overlay: 'overlay_payout_request', totals: null },
  keys: { requestedOn: 'requestedOn', name: NAME_KEY, amount: 'amount' },
  sortedRows: 20_000,
}

/** One window of the requests to be paid. @throws BadInput on a cursor that is none. */
export function listPayouts(
  context: QueryContext,
  question: WindowQuestion<PayoutSort> & { readonly filter: PayoutFilter },
): z.infer<typeof payoutPageSchema> {
  const all = registerFilter(question.filter, PAYOUT_STATUSES, ['name'])
  const filter = question.filter.forMe ? narrowed(context, all) : all
  const window = readWindow<{ id: string; body: string }, PayoutSort>(
    context,
    PAYOUTS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'payoutRequest')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) => {
      const payout = payoutListedSchema.parse(JSON.parse(body))
      const { providerName, requested } = payout
      return { ...payout, name: providerName, requestedOn: requested.on, pending: pendingOf(id) }
    }),
  }
}

/** Waiting for an approval, and nobody of those who had a hand in it is who asks. */
const IS_FOR_HAND = "r.status IN ('verified', 'approved_once') AND instr(r.hands, @hand) = 0"

function handOf({ workspace }: QueryContext): string {
  return ` ${workspace.account.id} `
}

function narrowed(context: QueryContext, filter: FilterSql): FilterSql {
  return {
    ...filter,
    narrow: [...filter.narrow, IS_FOR_HAND],
    walk: [...filter.walk, IS_FOR_HAND],
    bindings: { ...filter.bindings, hand: handOf(context) },
  }
}

/** What waits for who asks: to be approved, other people's requests and accounts only, and to be verified. Fen. */
export function payoutsWaiting(context: QueryContext): z.infer<typeof waitingSchema> {
  const { roles } = context.workspace.account
  const approving = mayCommand(roles, 'payout.approve') ? sumWhere(context, IS_FOR_HAND) : NOTHING
  const verifying = mayCommand(roles, 'payout.verify') ? sumWhere(context, IS_TO_VERIFY) : NOTHING
  return { ...approving, accounts: accountsWaiting(context), toVerify: verifying.count }
}

const IS_TO_VERIFY = "r.status IN ('requested', 'invoice_received')"
const NOTHING = { count: 0, total: 0 }

function sumWhere(
  context: QueryContext,
  condition: string,
): { readonly count: number; readonly total: number } {
  const among = (from: string) =>
    `SELECT count(*) AS count, coalesce(sum(r.amount), 0) AS total FROM ${from} WHERE ${condition}`
  // What decisions on their way change is few: it is taken off, rather than looked for beside each row.
  const waiting = context.statements
    .prepare<{ count: number; total: number }>(
      `SELECT a.count - b.count + c.count AS count, a.total - b.total + c.total AS total
       FROM (${among('payout_request r')}) a,
         (${among('overlay_payout_request o CROSS JOIN payout_request r ON r.id = o.id')}) b,
         (${among('overlay_payout_request r')}) c`,
    )
    .get(condition.includes('@hand') ? { hand: handOf(context) } : {})
  return waiting ?? NOTHING
}
