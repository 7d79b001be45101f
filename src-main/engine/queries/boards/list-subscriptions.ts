import type { z } from 'zod'
import type {
  SUBSCRIPTION_SORT_COLUMNS,
  SubscriptionFilter,
  subscriptionPageSchema,
} from '#shared/contracts/console-engine/subscriptions.ts'
import {
  SUBSCRIPTION_STATUSES,
  subscriptionSchema,
} from '#shared/contracts/console-platform/records/subscription.ts'
import { EXPIRY_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { rowFilter } from './row-filter.ts'

type SubscriptionSort = (typeof SUBSCRIPTION_SORT_COLUMNS)[number]

const SUBSCRIPTIONS: WindowSource<SubscriptionSort> = {
  tables: { confirmed: 'subscription', overlay: null, totals: null },
  keys: { subscribedAt: 'subscribedAt', expiresAt: EXPIRY_KEY, paid: 'paid' },
  sortedRows: 20_000,
}

/** One window of the subscriptions. @throws BadInput on a cursor that is none. */
export function listSubscriptions(
  context: QueryContext,
  question: WindowQuestion<SubscriptionSort> & { readonly filter: SubscriptionFilter },
): z.infer<typeof subscriptionPageSchema> {
  const { statuses, marketplaces, providerId, listingId, plan, from, to, endsFrom, endsTo, text } =
    question.filter
  const filter = rowFilter({
    states: statuses.length === 0 ? SUBSCRIPTION_STATUSES : statuses,
    marketplaces,
    equal: { providerId, listingId, plan },
    days: { subscribedAt: { from, to }, expiresAt: { from: endsFrom, to: endsTo } },
    named: ['name', 'productName', 'userName'],
    text,
  })
  const window = readWindow<{ id: string; body: string }, SubscriptionSort>(
    context,
    ...([SUBSCRIPTIONS, filter, question, 'r.body AS body', ''] as const),
  )
  return { ...window, rows: window.rows.map(({ body }) => subscriptionSchema.parse(JSON.parse(body))) }
}
