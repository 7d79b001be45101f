import type { UserCase, UserEvent } from '#shared/contracts/console-engine/users.ts'
import { type Cluster, clusterSchema } from '#shared/contracts/console-platform/records/cluster.ts'
import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import {
  type Subscription,
  subscriptionSchema,
} from '#shared/contracts/console-platform/records/subscription.ts'
import type { QueryContext } from '../query-context.ts'
import { RecordMissing } from '../record-missing.ts'

/** Most records of a kind, and most steps of the timeline, shown of one user: the newest. */
const MAX_ROWS = 100
const MAX_STEPS = 60

/** One user with what this copy holds of theirs. @throws RecordMissing where it holds nothing. */
export function readUserPage(context: QueryContext, id: string): UserCase {
  const subscriptions = newestOf(context, id, 'subscription', 'userId', 'subscribedAt').map(
    (body): Subscription => subscriptionSchema.parse(JSON.parse(body)),
  )
  const clusters = newestOf(context, id, 'cluster', 'userId', 'installedAt').map(
    (body): Cluster => clusterSchema.parse(JSON.parse(body)),
  )
  const orders = newestOf(context, id, 'market_order', 'buyerId', 'paidAt').map(
    (body): Order => orderSchema.parse(JSON.parse(body)),
  )
  const all = [...subscriptions, ...clusters, ...orders]
  if (all.length === 0) throw new RecordMissing('user', id)
  const names = [
    ...subscriptions.map(({ userName }) => userName),
    ...clusters.map(({ userName }) => userName),
    ...orders.flatMap(({ buyerName }) => buyerName ?? []),
  ]
  return {
    id,
    names: [...new Set(names)],
    marketplaces: [...new Set(all.map(({ marketplace }) => marketplace))],
    subscriptions: cut(subscriptions),
    clusters: cut(clusters),
    orders: cut(orders),
    timeline: timelineOf(subscriptions, clusters, orders),
  }
}

/** One more than is shown. */
function newestOf(
  { statements }: QueryContext,
  id: string,
  table: 'subscription' | 'cluster' | 'market_order',
  user: 'userId' | 'buyerId',
  at: string,
): string[] {
  const sql = `SELECT body FROM ${table} WHERE ${user} = @id ORDER BY ${at} DESC LIMIT ${MAX_ROWS + 1}`
  return statements
    .prepare<{ body: string }>(sql)
    .all({ id })
    .map(({ body }) => body)
}

function cut<Row>(rows: readonly Row[]): { rows: Row[]; more: boolean } {
  return { rows: rows.slice(0, MAX_ROWS), more: rows.length > MAX_ROWS }
}

function timelineOf(
  subscriptions: readonly Subscription[],
  clusters: readonly Cluster[],
  orders: readonly Order[],
): UserEvent[] {
  const steps = [
    ...subscriptions.flatMap(({ id, productName, plan, subscribedAt, expiresAt }): UserEvent[] => {
      const of = { kind: 'subscription', id, title: `${productName} · ${plan}` } as const
      const begun = { ...of, at: subscribedAt, step: 'subscribed' } as const
      return expiresAt === null ? [begun] : [begun, { ...of, at: expiresAt, step: 'expires' }]
    }),
    ...clusters.map(
      ({ id, productName, clusterName, installedAt: at }): UserEvent => ({
        ...{ kind: 'cluster', id, at, step: 'installed' },
        title: `${clusterName} · ${productName}`,
      }),
    ),
    ...orders.map(
      ({ id, number, productName, paidAt: at, kind }): UserEvent => ({
        ...{ kind: 'order', id, at, step: kind },
        title: `${number} ${productName}`,
      }),
    ),
  ]
  return steps.sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, MAX_STEPS)
}
