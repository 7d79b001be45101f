import type { z } from 'zod'
import type {
  RECHARGE_SORT_COLUMNS,
  RechargeFilter,
  rechargePageSchema,
} from '#shared/contracts/console-engine/recharges.ts'
import {
  RECHARGE_STATUSES,
  rechargeSchema,
  rechargeStatus,
} from '#shared/contracts/console-platform/records/recharge.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type RechargeSort = (typeof RECHARGE_SORT_COLUMNS)[number]

export const RECHARGES: WindowSource<RechargeSort> = {
  tables: { confirmed: 'recharge', overlay: 'overlay_recharge', totals: null },
  keys: { paidOn: 'paidOn', name: NAME_KEY, amount: 'amount' },
  sortedRows: 20_000,
}

/** One window of the recharges. @throws BadInput on a cursor that is none. */
export function listRecharges(
  context: QueryContext,
  question: WindowQuestion<RechargeSort> & { readonly filter: RechargeFilter },
): z.infer<typeof rechargePageSchema> {
  const filter = registerFilter(question.filter, RECHARGE_STATUSES, ['name', 'number'])
  const window = readWindow<{ id: string; body: string }, RechargeSort>(
    context,
    RECHARGES,
    filter,
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'recharge')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) => {
      const recharge = rechargeSchema.parse(JSON.parse(body))
      return {
        ...recharge,
        name: recharge.providerName,
        status: rechargeStatus(recharge),
        pending: pendingOf(id),
      }
    }),
  }
}
