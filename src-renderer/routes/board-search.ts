import { z } from 'zod'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import { CLUSTER_GROUPS, SUBSCRIPTION_GROUPS } from '#shared/contracts/console-engine/boards.ts'
import {
  CLUSTER_SORT_COLUMNS,
  type ClusterFilter,
  clusterFilterSchema,
  SUBSCRIPTION_SORT_COLUMNS,
  type SubscriptionFilter,
  subscriptionFilterSchema,
} from '#shared/contracts/console-engine/subscriptions.ts'
import { parameter } from './search-parameter.ts'

const subscription = subscriptionFilterSchema.shape
const cluster = clusterFilterSchema.shape

/** What the addresses of both boards hold; `rows` shows what is behind the figures. */
const shared = {
  rows: parameter(z.boolean()),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  marketplaces: parameter(subscription.marketplaces.unwrap()),
  providerId: parameter(z.string().max(64)),
  listingId: parameter(z.string().max(64)),
  text: parameter(z.string().max(100)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
}

/** What the address of 订阅看板 holds. */
export const subscriptionsSearchSchema = z.object({
  ...shared,
  by: parameter(z.enum(SUBSCRIPTION_GROUPS)),
  statuses: parameter(subscription.statuses.unwrap()),
  plan: parameter(z.string().max(64)),
  endsFrom: parameter(plainDateSchema),
  endsTo: parameter(plainDateSchema),
  sort: parameter(z.enum(SUBSCRIPTION_SORT_COLUMNS)),
})
export type SubscriptionsSearch = z.output<typeof subscriptionsSearchSchema>

/** What the address of 集群看板 holds. */
export const clustersSearchSchema = z.object({
  ...shared,
  by: parameter(z.enum(CLUSTER_GROUPS)),
  statuses: parameter(cluster.statuses.unwrap()),
  packageVersion: parameter(z.string().max(64)),
  sort: parameter(z.enum(CLUSTER_SORT_COLUMNS)),
})
export type ClustersSearch = z.output<typeof clustersSearchSchema>

/** The filter of the rows that an address stands for. */
export function subscriptionFilterOf(search: SubscriptionsSearch): SubscriptionFilter {
  const { marketplaces, providerId, listingId, from, to, statuses, plan, endsFrom, endsTo, text } = search
  return subscriptionFilterSchema.parse({
    ...{ marketplaces, providerId, listingId, from, to, statuses, plan, endsFrom, endsTo, text },
  })
}

/** The filter of the rows that an address stands for. */
export function clusterFilterOf(search: ClustersSearch): ClusterFilter {
  const { marketplaces, providerId, listingId, from, to, statuses, packageVersion, text } = search
  return clusterFilterSchema.parse({
    ...{ marketplaces, providerId, listingId, from, to, statuses, packageVersion, text },
  })
}
