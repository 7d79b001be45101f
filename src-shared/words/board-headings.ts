import type { Headings } from './headings.ts'

/** Headings of the subscriptions, in the words of the guide's operation boards. */
export const SUBSCRIPTION_HEADINGS = {
  id: { zh: '订阅 ID', en: 'Id' },
  productName: { zh: '扩展组件', en: 'Product' },
  listingId: { zh: '扩展组件 ID', en: 'Product id' },
  userId: { zh: '用户 ID', en: 'User id' },
  userName: { zh: '用户', en: 'User' },
  status: { zh: '订阅状态', en: 'State' },
  plan: { zh: '订阅计划', en: 'Plan' },
  months: { zh: '订阅时长（月）', en: 'Months' },
  paid: { zh: '支付金额（元）', en: 'Paid (CNY)' },
  subscribedAt: { zh: '订阅时间', en: 'Subscribed' },
  expiresAt: { zh: '到期时间', en: 'Expires' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings

/** Headings of the clusters, in the words of the guide's operation boards. */
export const CLUSTER_HEADINGS = {
  id: { zh: '安装 ID', en: 'Id' },
  productName: { zh: '扩展组件', en: 'Product' },
  listingId: { zh: '扩展组件 ID', en: 'Product id' },
  userId: { zh: '用户 ID', en: 'User id' },
  userName: { zh: '用户', en: 'User' },
  clusterId: { zh: '集群 ID', en: 'Cluster id' },
  clusterName: { zh: '集群名称', en: 'Cluster' },
  status: { zh: '集群状态', en: 'State' },
  packageVersion: { zh: '版本', en: 'Version' },
  installedAt: { zh: '安装时间', en: 'Installed' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings

/** Headings of orders under supervision, on screen and in files. */
export const SUPERVISION_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  number: { zh: '订单号', en: 'Order number' },
  name: { zh: '服务商', en: 'Provider' },
  productName: { zh: '商品', en: 'Product' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  status: { zh: '监管状态', en: 'Supervision' },
  waitsFor: { zh: '下一步', en: 'Next' },
  since: { zh: '等待自', en: 'Waiting since' },
  dueAt: { zh: '最晚完成', en: 'Completed by' },
  rejections: { zh: '驳回次数', en: 'Rejections' },
  amount: { zh: '未出账金额（元）', en: 'Unbilled (CNY)' },
  paidAt: { zh: '支付时间', en: 'Paid' },
  completedAt: { zh: '完成时间', en: 'Completed' },
  billedIn: { zh: '出账月份', en: 'Billed in' },
  billsOn: { zh: '出账日', en: 'Bill made on' },
} as const satisfies Headings
