import { z } from 'zod'
import { marketplaceSchema, recordIdSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { CLUSTER_STATUSES, clusterSchema } from '../console-platform/records/cluster.ts'
import { orderSchema } from '../console-platform/records/order.ts'
import { SUBSCRIPTION_STATUSES, subscriptionSchema } from '../console-platform/records/subscription.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'

export const SUBSCRIPTION_SORT_COLUMNS = ['subscribedAt', 'expiresAt', 'paid'] as const
export const CLUSTER_SORT_COLUMNS = ['installedAt', 'updatedAt'] as const

/** What both boards' rows are filtered by; an empty list means "all". Days in Beijing, both included. */
const rowFilter = {
  marketplaces: z.array(marketplaceSchema).default([]),
  providerId: z.string().max(64).nullable().default(null),
  listingId: z.string().max(64).nullable().default(null),
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
}

/** Filter of the subscriptions: `from` and `to` are of the day they began. */
export const subscriptionFilterSchema = z.strictObject({
  ...rowFilter,
  statuses: z.array(z.enum(SUBSCRIPTION_STATUSES)).default([]),
  plan: z.string().max(64).nullable().default(null),
  /** Ends on these days. */
  endsFrom: plainDateSchema.nullable().default(null),
  endsTo: plainDateSchema.nullable().default(null),
  /** In the name of the provider, the product or the user. */
  text: z.string().max(100).default(''),
})
export type SubscriptionFilter = z.infer<typeof subscriptionFilterSchema>

/** Filter of the clusters: `from` and `to` are of the day of installation. */
export const clusterFilterSchema = z.strictObject({
  ...rowFilter,
  statuses: z.array(z.enum(CLUSTER_STATUSES)).default([]),
  packageVersion: z.string().max(64).nullable().default(null),
  /** In the name of the provider, the product, the user or the cluster. */
  text: z.string().max(100).default(''),
})
export type ClusterFilter = z.infer<typeof clusterFilterSchema>

export const subscriptionListInput = windowSchema(SUBSCRIPTION_SORT_COLUMNS).extend({
  filter: subscriptionFilterSchema,
})
export const subscriptionPageSchema = pageOf(subscriptionSchema)
export const subscriptionExportInput = exportSchema(SUBSCRIPTION_SORT_COLUMNS).extend({
  filter: subscriptionFilterSchema,
})
export const clusterListInput = windowSchema(CLUSTER_SORT_COLUMNS).extend({ filter: clusterFilterSchema })
export const clusterPageSchema = pageOf(clusterSchema)
export const clusterExportInput = exportSchema(CLUSTER_SORT_COLUMNS).extend({ filter: clusterFilterSchema })

/** The provider and product a board is cut to, and what they are called together. */
export const boardScopeInput = z.strictObject({
  providerId: z.string().max(64).nullable(),
  listingId: z.string().max(64).nullable(),
})
export const boardScopeName = z.object({ name: z.string() })

export const subscriptionIdInput = z.strictObject({ id: recordIdSchema })

/** One subscription with its orders, refunds among them, the oldest first, and the clusters of its user and product. */
export const subscriptionCaseSchema = z.object({
  subscription: subscriptionSchema,
  orders: z.array(orderSchema),
  clusters: z.array(clusterSchema),
})
export type SubscriptionCase = z.infer<typeof subscriptionCaseSchema>

/** One product on a cluster, what else runs on the cluster, and the user's subscriptions of the product. */
export const clusterCaseSchema = z.object({
  cluster: clusterSchema,
  others: z.array(clusterSchema),
  subscriptions: z.array(subscriptionSchema),
})
export type ClusterCase = z.infer<typeof clusterCaseSchema>
