import type { Bilingual } from '../base/bilingual.ts'

/**
 * What steps of calculations look at and give, by the name it is kept under, and what it is called; in the order
 * in which the values of a step are read.
 */
export const STEP_WORDS = {
  categories: { zh: '类目', en: 'Categories' },
  each: { zh: '每项', en: 'Each' },
  required: { zh: '应缴', en: 'Required' },
  staff: { zh: '团队人数', en: 'Staff' },
  freeOrOpenSource: { zh: '仅免费或开源', en: 'Free or open source only' },
  openSource: { zh: '全部开源', en: 'Open source throughout' },
  paidProductOn: { zh: '首个收费商品上架', en: 'First paid product' },
  waived: { zh: '免缴', en: 'Waived' },
  joinedOn: { zh: '入驻日期', en: 'Joined on' },
  firstListedOn: { zh: '首个商品上架', en: 'First product listed' },
  startsOn: { zh: '起算日', en: 'Starts on' },
  freeUntil: { zh: '免缴期末日', en: 'Last free day' },
  dueOn: { zh: '缴纳期限', en: 'Due on' },
  hasViolation: { zh: '有违规', en: 'Violation' },
  mayBeRefunded: { zh: '可退', en: 'Refundable' },
  lastDelisting: { zh: '最后下架', en: 'Last delisting' },
  stillListed: { zh: '在售商品数', en: 'Products listed' },
  cooperationEndedOn: { zh: '合作终止', en: 'Cooperation ended' },
  refundFrom: { zh: '可退自', en: 'Refundable from' },
  order: { zh: '订单', en: 'Order' },
  orders: { zh: '订单数', en: 'Orders' },
  mode: { zh: '商品模式', en: 'Mode of business' },
  productType: { zh: '商品类型', en: 'Type of product' },
  channel: { zh: '交易渠道', en: 'Channel' },
  supervised: { zh: '服务监管', en: 'Supervised' },
  repaidAt: { zh: '买家还款', en: 'Repaid by the buyer' },
  billed: { zh: '本期出账', en: 'Billed now' },
  approvedOn: { zh: '审核通过', en: 'Approved on' },
  paidOn: { zh: '支付日', en: 'Paid on' },
  effectiveOn: { zh: '生效日', en: 'In effect on' },
  amount: { zh: '订单金额', en: 'Amount of the order' },
  allowance: { zh: '剩余免佣额度', en: 'Free turnover before' },
  exempt: { zh: '免佣金额', en: 'Free of fee' },
  allowanceLeft: { zh: '之后剩余额度', en: 'Free turnover left' },
  total: { zh: '定档总额', en: 'Total that chooses the tier' },
  category: { zh: '类目', en: 'Category' },
  tier: { zh: '档位', en: 'Tier' },
  base: { zh: '计费金额', en: 'Base' },
  rate: { zh: '比例', en: 'Rate' },
  least: { zh: '最低', en: 'At least' },
  most: { zh: '最高', en: 'At most' },
  charged: { zh: '已收', en: 'Charged' },
  due: { zh: '应收佣金', en: 'Due' },
  fee: { zh: '平台服务费', en: 'Platform fee' },
  rebate: { zh: '佣金返还', en: 'Rebate' },
  share: { zh: '服务商分成', en: "Provider's share" },
  billedIn: { zh: '出账月份', en: 'Billed in' },
  on: { zh: '计算日', en: 'Judged on' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type StepName = keyof typeof STEP_WORDS
export const STEP_NAMES = Object.keys(STEP_WORDS) as [StepName, ...StepName[]]
