import { z } from 'zod'
import { instantSchema, marketplaceSchema, recordIdSchema } from '../../../base/ids.ts'

/** How a cluster with a product on it was last seen; the guide names a state and lists none: a reading. */
export const CLUSTER_STATUSES = ['running', 'abnormal', 'offline', 'uninstalled'] as const
export type ClusterStatus = (typeof CLUSTER_STATUSES)[number]

/** A product installed on a user's cluster 集群; a cluster has as many of them as products. Instants in UTC. */
export const clusterSchema = z.strictObject({
  id: recordIdSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  listingId: z.string().min(1).max(64),
  /** The product's name, in Chinese where it has one. */
  productName: z.string().min(1).max(200),
  /** The version of the product that is installed. */
  packageVersion: z.string().min(1).max(64),
  userId: z.string().min(1).max(64),
  userName: z.string().min(1).max(200),
  /** The cluster's own id, the same for every product on it. */
  clusterId: z.string().min(1).max(64),
  clusterName: z.string().min(1).max(200),
  status: z.enum(CLUSTER_STATUSES),
  installedAt: instantSchema,
  updatedAt: instantSchema,
})
export type Cluster = Readonly<z.infer<typeof clusterSchema>>
