import type { Bilingual } from '../base/bilingual.ts'
import type { ClusterStatus } from '../contracts/console-platform/records/cluster.ts'
import type { SubscriptionStatus } from '../contracts/console-platform/records/subscription.ts'

/** Where a subscription stands. */
export const SUBSCRIPTION_STATUS_WORDS: Readonly<Record<SubscriptionStatus, Bilingual>> = {
  trial: { zh: '试用中', en: 'Trial' },
  active: { zh: '使用中', en: 'Active' },
  grace: { zh: '宽限期', en: 'In grace' },
  retention: { zh: '保留期', en: 'In retention' },
  expired: { zh: '已到期', en: 'Expired' },
  released: { zh: '已释放', en: 'Released' },
  refunded: { zh: '已退订', en: 'Refunded' },
}

/** How a cluster was last seen. */
export const CLUSTER_STATUS_WORDS: Readonly<Record<ClusterStatus, Bilingual>> = {
  running: { zh: '运行中', en: 'Running' },
  abnormal: { zh: '异常', en: 'Abnormal' },
  offline: { zh: '失联', en: 'Offline' },
  uninstalled: { zh: '已卸载', en: 'Uninstalled' },
}
