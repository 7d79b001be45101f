import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Contact } from '#shared/contracts/console-platform/records/contact.ts'
import type { Subscription } from '#shared/contracts/console-platform/records/subscription.ts'
import { AT, newUlid } from './sample-records.ts'

/** A subscription of a year for 100.00 that runs. */
export function sampleSubscription(change: Partial<Subscription> = {}): Subscription {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    listingId: 'listing-1',
    productName: '云备份',
    userId: 'u-1',
    userName: '李四',
    phone: '13800000000',
    email: 'li@example.cn',
    plan: '标准版',
    status: 'active',
    months: 12,
    paid: 100_00,
    orderId: null,
    renewals: [],
    subscribedAt: '2026-02-01T02:00:00.000Z',
    expiresAt: '2027-02-01T02:00:00.000Z',
    updatedAt: AT,
    ...change,
  }
}

/** A product on a cluster that runs. */
export function sampleCluster(change: Partial<Cluster> = {}): Cluster {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    listingId: 'listing-1',
    productName: '云备份',
    packageVersion: '1.0.0',
    userId: 'u-1',
    userName: '李四',
    clusterId: 'c-1',
    clusterName: '生产集群',
    status: 'running',
    installedAt: '2026-02-01T03:00:00.000Z',
    updatedAt: AT,
    ...change,
  }
}

/** A refund wish about a subscription of provider-1 that nobody has gone on with. */
export function sampleContact(change: Partial<Contact> = {}): Contact {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    listingId: 'listing-1',
    productName: '云备份',
    userId: 'u-1',
    userName: '李四',
    about: null,
    callerName: '李四',
    callerPhone: '13800000000',
    callerEmail: 'li@example.cn',
    reason: 'refund',
    subject: '要求退款',
    said: '买错了版本，要求退款',
    opened: { at: AT, by: 'op-1', byName: '周敏' },
    steps: [],
    updatedAt: AT,
    ...change,
  }
}
