import type { Bilingual } from '../base/bilingual.ts'
import type { BILL_OUTCOMES } from '../contracts/console-platform/records/metered-bill.ts'
import type { MeteredPrice } from '../rules/metering/metered-use.ts'
import type { DifferenceCause } from '../rules/metering/why-differs.ts'
import type { Headings } from './headings.ts'

/** Whether a bill of metered use is what the rules give. */
export const BILL_OUTCOME_WORDS: Readonly<Record<(typeof BILL_OUTCOMES)[number], Bilingual>> = {
  differs: { zh: '有差异', en: 'Differs' },
  agrees: { zh: '一致', en: 'Agrees' },
}

/** How a unit is paid for. */
export const PRICE_MODE_WORDS: Readonly<Record<MeteredPrice['mode'], Bilingual>> = {
  fixed: { zh: '固定单价', en: 'Fixed' },
  step: { zh: '超额累进（Step）', en: 'Graduated (Step): each band at its own price' },
  tier: { zh: '全额累进（Tier）', en: 'Volume (Tier): the whole record at the price of its band' },
}

/** What gives exactly what was billed. */
export const DIFFERENCE_CAUSE_WORDS: Readonly<Record<DifferenceCause, Bilingual>> = {
  'packages-not-used': { zh: '未先扣除套餐包', en: 'Packages were not used up first' },
  'accumulated-not-counted': {
    zh: '未计周期内此前累计用量',
    en: 'What the cycle was charged for before was left out',
  },
  'as-step': { zh: '按超额累进（Step）计费', en: 'Charged by step' },
  'as-tier': { zh: '按全额累进（Tier）计费', en: 'Charged by tier' },
  'repeats-charged': { zh: '重复话单也计了费', en: 'Repeated records were charged' },
  'late-left-out': { zh: '未计逾期上报的话单', en: 'Records reported late were left out' },
  'rounded-by-record': { zh: '每条话单各自四舍五入', en: 'Each record was rounded by itself' },
  'cut-off': { zh: '不足一分的部分舍去', en: 'What is less than a fen was cut off' },
}

/** Headings of bills of metered use, on screen and in files. */
export const BILL_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  billId: { zh: '账单编号', en: 'Bill number' },
  billedAt: { zh: '出账时间', en: 'Billed' },
  name: { zh: '服务商', en: 'Provider' },
  productName: { zh: '商品', en: 'Product' },
  listingId: { zh: '商品编号', en: 'Product id' },
  status: { zh: '复算结果', en: 'Recomputed as' },
  orderId: { zh: '订单 ID', en: 'Order id' },
  orderLineId: { zh: '订单行 ID', en: 'Order line id' },
  productId: { zh: '产品标识', en: 'Ordered product' },
  instanceId: { zh: '实例 ID', en: 'Instance id' },
  userId: { zh: '用户 ID', en: 'User id' },
  userName: { zh: '用户', en: 'User' },
  factor: { zh: '计费因子', en: 'Metered item' },
  unit: { zh: '单位', en: 'Unit' },
  from: { zh: '计费周期起', en: 'Cycle from' },
  to: { zh: '计费周期止', en: 'Cycle to' },
  mode: { zh: '价格模式', en: 'Pricing' },
  bands: { zh: '价格区间', en: 'Bands' },
  upTo: { zh: '至（含）', en: 'Up to' },
  unitPrice: { zh: '单价（元）', en: 'Unit price (CNY)' },
  accumulated: { zh: '周期内此前累计', en: 'Charged before in the cycle' },
  records: { zh: '话单', en: 'Records of use' },
  usedFrom: { zh: '使用起', en: 'Used from' },
  usedTo: { zh: '使用止', en: 'Used to' },
  recordedAt: { zh: '上报时间', en: 'Reported' },
  packages: { zh: '按需套餐包', en: 'Packages' },
  quantity: { zh: '使用量', en: 'Used' },
  inPackages: { zh: '套餐包扣除', en: 'From packages' },
  charged: { zh: '计费用量', en: 'Charged use' },
  amount: { zh: '账单金额（元）', en: 'Billed (CNY)' },
  recomputed: { zh: '复算金额（元）', en: 'Recomputed (CNY)' },
  difference: { zh: '差额（元）', en: 'Difference (CNY)' },
  causes: { zh: '与账单相符的算法', en: 'Would give the billed amount' },
  repeats: { zh: '重复话单', en: 'Repeated records' },
  late: { zh: '逾期上报的话单', en: 'Records reported late' },
  steps: { zh: '复算步骤', en: 'Steps' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings
