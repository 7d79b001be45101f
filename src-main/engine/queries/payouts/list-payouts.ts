import type { z } from 'zod'
import type {
  PAYOUT_SORT_COLUMNS,
  PayoutFilter,
  payoutPageSchema,
  waitingSchema,
} from '#shared/contracts/console-engine/payouts.ts'
import {
  PAYOUT_STATUSES,
  payoutRequestSchema,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { allowedForPayout } from '../allowed-commands.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

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
  const filter = registerFilter(question.filter, PAYOUT_STATUSES, ['name'])
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
      const payout = payoutRequestSchema.parse(JSON.parse(body))
      const { providerName, requested } = payout
      return { ...payout, name: providerName, requestedOn: requested.on, pending: pendingOf(id) }
    }),
  }
}

/** What waits for the approval of who asks: other people's requests only. Fen. */
export function payoutsWaiting(context: QueryContext): z.infer<typeof waitingSchema> {
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT coalesce(o.body, r.body) AS body FROM payout_request r LEFT JOIN overlay_payout_request o ON o.id = r.id
       WHERE r.status IN ('verified', 'approved_once')`,
    )
    .all({})
  const mine = rows
    .map(({ body }) => payoutRequestSchema.parse(JSON.parse(body)))
    .filter((payout) => allowedForPayout(context.workspace.account, payout).includes('payout.approve'))
  return { count: mine.length, total: mine.reduce((sum, { amount }) => sum + amount, 0) }
}
