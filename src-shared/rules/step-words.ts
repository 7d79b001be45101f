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
  on: { zh: '计算日', en: 'Judged on' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type StepName = keyof typeof STEP_WORDS
export const STEP_NAMES = Object.keys(STEP_WORDS) as [StepName, ...StepName[]]
