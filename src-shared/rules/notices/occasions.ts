import type { Bilingual } from '../../base/bilingual.ts'

/** What a provider is told of 通知场合. */
export const OCCASIONS = [
  'application-changes-requested',
  'application-approved',
  'application-rejected',
  'provider-opened',
  'listing-changes-requested',
  'listing-approved',
  'listing-rejected',
  'listing-published',
  'listing-delisted',
  'deposit-due',
  'deposit-overdue',
  'receipt-issued',
  'statement-ready',
  'payout-paid',
  'payout-refused',
  'payout-returned',
  'red-letter-needed',
  'violation-ruled',
  'violation-appeal-ruled',
  'interface-call-failed',
  'interface-failures',
  'rules-changed',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/** A word of a template that stands for something of the record: what it is called, and what it looks like. */
interface Placeholder {
  readonly name: Bilingual
  readonly example: Bilingual
}

const same = (text: string): Bilingual => ({ zh: text, en: text })

const PLACEHOLDERS = {
  provider: {
    name: { zh: '服务商名称', en: "Provider's name" },
    example: { zh: '杭州示例科技有限公司', en: '杭州示例科技有限公司' },
  },
  marketplace: {
    name: { zh: '市场名称', en: 'Marketplace' },
    example: { zh: '示例市场', en: 'Sample marketplace' },
  },
  date: { name: { zh: '通知日期', en: 'Day of the notice' }, example: same('2026-11-20') },
  note: {
    name: { zh: '给服务商的说明', en: 'Note to the provider' },
    example: { zh: '请补充营业执照副本扫描件。', en: 'Please add a scan of the business licence.' },
  },
  categories: { name: { zh: '类目', en: 'Categories' }, example: { zh: '数据库', en: 'Databases' } },
  submittedOn: { name: { zh: '提交日期', en: 'Submitted on' }, example: same('2026-11-18') },
  product: { name: { zh: '商品名称', en: 'Product' }, example: { zh: '云备份', en: 'Cloud backup' } },
  productVersion: { name: { zh: '商品版本', en: "Product's version" }, example: same('1.2.0') },
  amount: { name: { zh: '金额（元）', en: 'Amount (yuan)' }, example: same('5,000.00') },
  dueOn: { name: { zh: '截止日期', en: 'Due day' }, example: same('2026-12-31') },
  payee: {
    name: { zh: '收款账户', en: 'Account to pay to' },
    example: {
      zh: '户名：示例公司；账号：0123456789012345678；开户行：示例银行',
      en: 'name: 示例公司; account: 0123456789012345678; bank: 示例银行',
    },
  },
  remark: { name: { zh: '汇款备注', en: 'Remark of the payment' }, example: same('示例公司-保证金') },
  receiptNumber: { name: { zh: '收据编号', en: 'Number of the receipt' }, example: same('BZJ-2026-000012') },
  months: { name: { zh: '结算月份', en: 'Months' }, example: same('2026-10') },
  reason: {
    name: { zh: '原因', en: 'Reason' },
    example: { zh: '收款账户户名不符', en: 'The name on the account differs' },
  },
  invoices: { name: { zh: '发票号码', en: 'Invoice numbers' }, example: same('26112000000012345678') },
  rule: {
    name: { zh: '违反的规则', en: 'Rule that was broken' },
    example: same('不得以任何形式引导用户线下交易'),
  },
  occurredOn: { name: { zh: '发生日期', en: 'Happened on' }, example: same('2026-11-12') },
  outcome: {
    name: { zh: '申诉结果', en: 'Outcome of the appeal' },
    example: { zh: '维持原裁定', en: 'Ruling kept' },
  },
  scene: { name: { zh: '接口场景', en: 'Scene' }, example: { zh: '创建实例', en: 'Create instance' } },
  calledAt: {
    name: { zh: '调用时间（北京时间）', en: 'Called at (Beijing)' },
    example: same('2026-11-20 10:00:00'),
  },
  answer: { name: { zh: '接口返回', en: 'Answer' }, example: same('000005 internal error') },
  orderId: { name: { zh: '订单号', en: 'Order' }, example: same('CS261000001') },
  instanceId: { name: { zh: '实例 ID', en: 'Instance' }, example: same('inst-0001') },
  callId: { name: { zh: '调用编号', en: 'Number of the call' }, example: same('call-000001') },
  failures: { name: { zh: '失败订单数', en: 'Failed orders' }, example: same('6') },
  limit: { name: { zh: '失败订单上限', en: 'Most failed orders allowed' }, example: same('5') },
  month: { name: { zh: '月份', en: 'Month' }, example: same('2026-11') },
  packVersion: { name: { zh: '规则版本', en: 'Version of the rules' }, example: same('2.0') },
  effectiveFrom: { name: { zh: '生效日期', en: 'In force from' }, example: same('2027-01-01') },
} as const satisfies Readonly<Record<string, Placeholder>>
export type PlaceholderName = keyof typeof PLACEHOLDERS

/** What every template may name. */
const ALWAYS = ['provider', 'marketplace', 'date'] as const

/** What further a template of an occasion may name. */
const FURTHER = {
  'application-changes-requested': ['categories', 'submittedOn', 'note'],
  'application-approved': ['categories', 'submittedOn', 'note'],
  'application-rejected': ['categories', 'submittedOn', 'note'],
  'provider-opened': ['categories'],
  'listing-changes-requested': ['product', 'productVersion', 'note'],
  'listing-approved': ['product', 'productVersion', 'note'],
  'listing-rejected': ['product', 'productVersion', 'note'],
  'listing-published': ['product', 'productVersion'],
  'listing-delisted': ['product', 'productVersion', 'note'],
  'deposit-due': ['amount', 'categories', 'dueOn', 'payee', 'remark'],
  'deposit-overdue': ['amount', 'categories', 'dueOn', 'payee', 'remark'],
  'receipt-issued': ['amount', 'receiptNumber'],
  'statement-ready': ['months', 'amount'],
  'payout-paid': ['months', 'amount'],
  'payout-refused': ['months', 'amount', 'reason'],
  'payout-returned': ['months', 'amount', 'reason'],
  'red-letter-needed': ['invoices', 'amount', 'reason'],
  'violation-ruled': ['rule', 'occurredOn', 'amount', 'dueOn', 'reason'],
  'violation-appeal-ruled': ['rule', 'occurredOn', 'outcome', 'amount', 'reason'],
  'interface-call-failed': ['product', 'scene', 'calledAt', 'answer', 'orderId', 'instanceId', 'callId'],
  'interface-failures': ['product', 'month', 'failures', 'limit'],
  'rules-changed': ['packVersion', 'effectiveFrom'],
} as const satisfies Readonly<Record<Occasion, readonly PlaceholderName[]>>

/** What a notice of an occasion has to be given, beside what is true of every notice. */
export type FurtherValues<O extends Occasion> = Readonly<Record<(typeof FURTHER)[O][number], Bilingual>>
/** What placeholders stand for, in both languages; empty where the record says nothing. */
export type NoticeValues = Readonly<Partial<Record<PlaceholderName, Bilingual>>>

/** The words a template of an occasion may name. */
export function placeholdersOf(occasion: Occasion): readonly PlaceholderName[] {
  return [...ALWAYS, ...FURTHER[occasion]]
}

/** What a placeholder is called. */
export function placeholderName(name: PlaceholderName): Bilingual {
  return PLACEHOLDERS[name].name
}

/** What stands for each placeholder of an occasion where no record is at hand. */
export function exampleValues(occasion: Occasion): NoticeValues {
  return Object.fromEntries(placeholdersOf(occasion).map((name) => [name, PLACEHOLDERS[name].example]))
}
