import type { Cluster } from '../contracts/console-platform/records/cluster.ts'
import type { Subscription } from '../contracts/console-platform/records/subscription.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import { NOTHING, text } from '../values/value.ts'
import { CLUSTER_STATUS_WORDS, SUBSCRIPTION_STATUS_WORDS } from '../words/boards.ts'
import { amountOf, countOf, instantOf, LABELS, marketplace, oneOf, textOf } from './common.ts'

const PRODUCT = textOf({ zh: '扩展组件', en: 'Product' })
const PRODUCT_ID = textOf({ zh: '扩展组件 ID', en: 'Product id' })
const USER_ID = textOf({ zh: '用户 ID', en: 'User id' })
const USER = textOf({ zh: '用户', en: 'User' })

/** How a subscription is said, in the words of the operation boards. */
export const SUBSCRIPTION: Description<Subscription> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: PRODUCT_ID,
  productName: PRODUCT,
  userId: USER_ID,
  userName: USER,
  phone: textOf({ zh: '电话', en: 'Phone' }),
  email: textOf({ zh: '邮箱', en: 'E-mail' }),
  plan: textOf({ zh: '订阅计划', en: 'Plan' }),
  status: oneOf({ zh: '订阅状态', en: 'State' }, SUBSCRIPTION_STATUS_WORDS),
  months: countOf({ zh: '订阅时长（月）', en: 'Months' }),
  paid: amountOf({ zh: '支付金额', en: 'Amount paid' }),
  orderId: textOf({ zh: '首个订单', en: 'First order' }),
  renewals: field<readonly string[]>({ zh: '续费订单', en: 'Renewals' }, (orders) =>
    orders.length === 0 ? NOTHING : text(orders.join(' ')),
  ),
  subscribedAt: instantOf({ zh: '订阅时间', en: 'Subscribed' }),
  expiresAt: instantOf({ zh: '到期时间', en: 'Expires' }),
  updatedAt: UNSAID,
}

/** How a product on a cluster is said, in the words of the operation boards. */
export const CLUSTER: Description<Cluster> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: PRODUCT_ID,
  productName: PRODUCT,
  packageVersion: textOf({ zh: '版本', en: 'Version' }),
  userId: USER_ID,
  userName: USER,
  clusterId: textOf({ zh: '集群 ID', en: 'Cluster id' }),
  clusterName: textOf({ zh: '集群名称', en: 'Cluster' }),
  status: oneOf({ zh: '集群状态', en: 'State' }, CLUSTER_STATUS_WORDS),
  installedAt: instantOf({ zh: '安装时间', en: 'Installed' }),
  updatedAt: instantOf({ zh: '更新时间', en: 'Updated' }),
}
