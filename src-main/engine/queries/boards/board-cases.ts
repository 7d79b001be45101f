import type { ClusterCase, SubscriptionCase } from '#shared/contracts/console-engine/subscriptions.ts'
import { type Cluster, clusterSchema } from '#shared/contracts/console-platform/records/cluster.ts'
import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import {
  type Subscription,
  subscriptionSchema,
} from '#shared/contracts/console-platform/records/subscription.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

/** Most records of a kind beside one: the newest. */
const MOST = 100

/** One subscription with its orders and clusters. @throws RecordMissing */
export function readSubscriptionCase(context: QueryContext, id: string): SubscriptionCase {
  const subscription = readPresent(context, 'subscription', id)
  if (subscription === null) throw new RecordMissing('subscription', id)
  const { orderId, renewals, userId, listingId } = subscription
  return {
    subscription,
    orders: ordersOf(context, orderId === null ? renewals : [orderId, ...renewals]),
    clusters: clustersWhere(context, 'userId = @userId AND listingId = @listingId', { userId, listingId }),
  }
}

/** One product on a cluster with what is beside it. @throws RecordMissing */
export function readClusterCase(context: QueryContext, id: string): ClusterCase {
  const cluster = readPresent(context, 'cluster', id)
  if (cluster === null) throw new RecordMissing('cluster', id)
  const { clusterId, userId, listingId } = cluster
  const sql = `SELECT body FROM subscription WHERE userId = @userId AND listingId = @listingId
    ORDER BY subscribedAt DESC LIMIT ${MOST}`
  return {
    cluster,
    others: clustersWhere(context, 'clusterId = @clusterId', { clusterId }).filter((each) => each.id !== id),
    subscriptions: context.statements
      .prepare<{ body: string }>(sql)
      .all({ userId, listingId })
      .map(({ body }): Subscription => subscriptionSchema.parse(JSON.parse(body))),
  }
}

function ordersOf(context: QueryContext, ids: readonly string[]): Order[] {
  const sql = `SELECT body FROM market_order WHERE id = @id OR refundOf = @id ORDER BY paidAt LIMIT ${MOST}`
  const read = context.statements.prepare<{ body: string }>(sql)
  return ids
    .slice(-MOST)
    .flatMap((id) => read.all({ id }))
    .map(({ body }): Order => orderSchema.parse(JSON.parse(body)))
}

function clustersWhere(
  context: QueryContext,
  condition: string,
  bindings: Readonly<Record<string, string>>,
): Cluster[] {
  const sql = `SELECT body FROM cluster WHERE ${condition} ORDER BY installedAt DESC LIMIT ${MOST}`
  return context.statements
    .prepare<{ body: string }>(sql)
    .all(bindings)
    .map(({ body }) => clusterSchema.parse(JSON.parse(body)))
}
