import type { Bilingual } from '../base/bilingual.ts'

export type Headings = Readonly<Record<string, Bilingual>>

/** In files, beside a day that counts working days: whether it may still change, and what says so. */
export const PROVISIONAL_WORDS = {
  heading: { zh: '日期暂定', en: 'Provisional' },
  yes: { zh: '暂定', en: 'provisional' },
} as const satisfies Headings

/** Headings of applications, on screen and in files. */
export const APPLICATION_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  categories: { zh: '类目', en: 'Categories' },
  kind: { zh: '主体', en: 'Kind' },
  purpose: { zh: '事由', en: 'Purpose' },
  status: { zh: '状态', en: 'State' },
  assignee: { zh: '处理人', en: 'Assignee' },
  clock: { zh: '时限', en: 'Clock' },
  submittedAt: { zh: '提交时间', en: 'Submitted' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
} as const satisfies Headings

/** Headings of listing versions, on screen and in files. */
export const LISTING_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  title: { zh: '商品', en: 'Product' },
  package: { zh: '包', en: 'Package' },
  provider: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  category: { zh: '类目', en: 'Category' },
  delivery: { zh: '交付', en: 'Delivery' },
  mustFindings: { zh: '必改', en: 'Must' },
  kind: { zh: '类型', en: 'Kind' },
  status: { zh: '状态', en: 'State' },
  assignee: { zh: '处理人', en: 'Assignee' },
  clock: { zh: '时限', en: 'Clock' },
  submittedAt: { zh: '提交时间', en: 'Submitted' },
} as const satisfies Headings

/** Headings of providers, on screen and in files. */
export const PROVIDER_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '名称', en: 'Name' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  kind: { zh: '类型', en: 'Kind' },
  status: { zh: '状态', en: 'State' },
  categories: { zh: '类目', en: 'Categories' },
  joinedOn: { zh: '入驻日期', en: 'Joined on' },
  verification: { zh: '下次复审', en: 'Next re-verification' },
  papers: { zh: '证照到期', en: 'Papers run out' },
  contractEnd: { zh: '协议到期', en: 'Contract ends' },
  reviews: { zh: '复审、证照与协议', en: 'Re-verification, papers and contracts' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
} as const satisfies Headings

/** Headings of recharges, on screen and in files. */
export const RECHARGE_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  paidOn: { zh: '支付日期', en: 'Paid on' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  status: { zh: '状态', en: 'State' },
  channel: { zh: '支付渠道', en: 'Channel' },
  number: { zh: '渠道流水号', en: "Channel's number" },
  payerName: { zh: '付款人', en: 'Payer' },
  payerAccount: { zh: '付款账户', en: "Payer's account" },
  evidence: { zh: '凭据', en: 'Evidence' },
} as const satisfies Headings

/** Headings of requests to be paid, on screen and in files. */
export const PAYOUT_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  requestedOn: { zh: '申请日期', en: 'Requested on' },
  months: { zh: '月份', en: 'Months' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  status: { zh: '状态', en: 'State' },
  requestedBy: { zh: '申请人', en: 'Requested by' },
  verifiedBy: { zh: '经办', en: 'Maker' },
  approvedBy: { zh: '复核', en: 'Checker' },
  account: { zh: '收款账号', en: 'Account number' },
} as const satisfies Headings

/** Headings of the invoices of providers, on screen and in files. */
export const INVOICE_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  number: { zh: '发票号码', en: 'Number' },
  kind: { zh: '种类', en: 'Kind' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  gross: { zh: '价税合计（元）', en: 'Gross (CNY)' },
  net: { zh: '金额（元）', en: 'Net (CNY)' },
  tax: { zh: '税额（元）', en: 'Tax (CNY)' },
  status: { zh: '状态', en: 'State' },
  source: { zh: '来源', en: 'Source' },
  seller: { zh: '销售方', en: 'Seller' },
  sellerTaxId: { zh: '销售方税号', en: 'Tax id of the seller' },
  receivedOn: { zh: '收到日期', en: 'Received on' },
  list: { zh: '清单', en: 'List' },
  heldDays: { zh: '已收天数', en: 'Days here' },
  deductedIn: { zh: '抵扣所属期', en: 'Deducted in' },
  checkedOn: { zh: '查验日期', en: 'Checked on' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
} as const satisfies Headings

/** Headings of batches of payments, on screen and in files. */
export const PAYOUT_BATCH_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  number: { zh: '批次号', en: 'Batch number' },
  createdAt: { zh: '建立时间', en: 'Made at' },
  madeBy: { zh: '建立人', en: 'Made by' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  count: { zh: '合计笔数', en: 'Payments' },
  amount: { zh: '合计金额（元）', en: 'Total (CNY)' },
  status: { zh: '状态', en: 'State' },
  payer: { zh: '付款账号', en: 'Paid from' },
  executeOn: { zh: '付款日期', en: 'Pay on' },
  format: { zh: '文件格式', en: 'Format' },
  sentAt: { zh: '提交银行', en: 'Sent' },
  hash: { zh: '文件指纹（SHA-256）', en: 'SHA-256 of the file' },
  name: { zh: '批次号或服务商', en: 'Number or provider' },
} as const satisfies Headings

/** Headings of the accounts providers are paid to, on screen and in files. */
export const PAYEE_ACCOUNT_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  accountName: { zh: '户名', en: 'Account name' },
  accountNumber: { zh: '账号', en: 'Account number' },
  bankName: { zh: '开户行', en: 'Bank' },
  bankCode: { zh: '联行号', en: 'Bank code' },
  status: { zh: '状态', en: 'State' },
  freeFrom: { zh: '可付自', en: 'Payable from' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
} as const satisfies Headings

/** Headings of violations, on screen and in files. */
export const VIOLATION_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  rule: { zh: '规则', en: 'Rule' },
  quote: { zh: '原文', en: 'Sentence' },
  occurredOn: { zh: '发生日期', en: 'Happened on' },
  status: { zh: '状态', en: 'State' },
  deduction: { zh: '扣除（元）', en: 'Deducted (CNY)' },
  topUpBy: { zh: '补足期限', en: 'Pay in again by' },
  facts: { zh: '违规事实', en: 'What happened' },
  evidence: { zh: '证据', en: 'Evidence' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
} as const satisfies Headings

/** Headings of contact records, on screen and in files. */
export const CONTACT_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  openedAt: { zh: '登记时间', en: 'Recorded' },
  subject: { zh: '主题', en: 'Subject' },
  callerName: { zh: '来电人', en: 'Caller' },
  reason: { zh: '事由', en: 'Reason' },
  status: { zh: '状态', en: 'State' },
  dueOn: { zh: '答复期限', en: 'Answer due' },
  handedTo: { zh: '转交给', en: 'Handed to' },
  productName: { zh: '扩展组件', en: 'Product' },
  name: { zh: '服务商', en: 'Provider' },
  userName: { zh: '用户', en: 'User' },
  said: { zh: '内容', en: 'What was said' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings

/** Headings of notices, on screen and in files. */
export const NOTICE_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  madeAt: { zh: '生成时间', en: 'Made' },
  subject: { zh: '主题', en: 'Subject' },
  occasion: { zh: '场合', en: 'Occasion' },
  status: { zh: '状态', en: 'State' },
  name: { zh: '服务商', en: 'Provider' },
  email: { zh: '收件邮箱', en: 'E-mail' },
  answer: { zh: '最近结果', en: 'Last answer' },
  tries: { zh: '发送次数', en: 'Tries' },
  marketplace: { zh: '市场', en: 'Marketplace' },
} as const satisfies Headings

/** Headings of orders, on screen and in files. */
export const ORDER_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  number: { zh: '订单号', en: 'Order number' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  productName: { zh: '商品', en: 'Product' },
  category: { zh: '类目', en: 'Category' },
  kind: { zh: '类型', en: 'Kind' },
  channel: { zh: '渠道', en: 'Channel' },
  listPrice: { zh: '标价（元）', en: 'List price (CNY)' },
  cash: { zh: '实付现金（元）', en: 'Cash (CNY)' },
  voucher: { zh: '代金券（元）', en: 'Voucher (CNY)' },
  paidAt: { zh: '支付时间', en: 'Paid' },
  listingId: { zh: '商品编号', en: 'Product id' },
  mode: { zh: '商品模式', en: 'Mode of business' },
  refundOf: { zh: '原订单号', en: 'Order refunded' },
  buyerId: { zh: '买家编号', en: 'Buyer id' },
  distributed: { zh: '服务商分销客户', en: "Provider's own customer" },
  taxBasisPoints: { zh: '税率', en: 'Rate of tax' },
  agreedBasisPoints: { zh: '约定比例', en: 'Agreed share' },
  activatedAt: { zh: '开通时间', en: 'Activated' },
  startsAt: { zh: '开始时间', en: 'Starts' },
  completedAt: { zh: '完成时间', en: 'Completed' },
  repaidAt: { zh: '买家还款', en: 'Repaid by the buyer' },
  supervision: { zh: '服务监管', en: 'Supervision' },
  status: { zh: '状态', en: 'State' },
  settledIn: { zh: '结算月份', en: 'Settled in' },
  refunded: { zh: '已退买家（元）', en: 'Refunded (CNY)' },
  settledFee: { zh: '已结算服务费（元）', en: 'Settled fee (CNY)' },
} as const satisfies Headings

/** Headings of what only an order written down by hand has. */
export const OFFLINE_ORDER_HEADINGS = {
  contract: { zh: '合同', en: 'Contract' },
  evidence: { zh: '凭据', en: 'Evidence' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  decidedBy: { zh: '复核人', en: 'Decided by' },
} as const satisfies Headings

/** Headings of the invoices of a marketplace to its providers, on screen and in files. */
export const COMMISSION_INVOICE_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  month: { zh: '结算月份', en: 'Month' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  name: { zh: '服务商', en: 'Provider' },
  taxId: { zh: '购买方税号', en: 'Tax id of the buyer' },
  status: { zh: '状态', en: 'State' },
  gross: { zh: '价税合计（元）', en: 'With tax (CNY)' },
  net: { zh: '不含税金额（元）', en: 'Without tax (CNY)' },
  taxRate: { zh: '税率', en: 'Rate of tax' },
  tax: { zh: '税额（元）', en: 'Tax (CNY)' },
  number: { zh: '发票号码', en: 'Number' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  blueNumber: { zh: '被红冲的发票号码', en: 'Invoice taken back' },
} as const satisfies Headings

/** Headings of 佣金返还, on screen and in files. */
export const COMMISSION_REBATE_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  month: { zh: '结算月份', en: 'Month' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  name: { zh: '服务商', en: 'Provider' },
  status: { zh: '状态', en: 'State' },
  amount: { zh: '返还金额（元）', en: 'Rebate (CNY)' },
  way: { zh: '返还方式', en: 'Paid back' },
  returnedOn: { zh: '返还日期', en: 'Returned on' },
  evidence: { zh: '凭据', en: 'Evidence' },
  by: { zh: '经办', en: 'By' },
  statement: { zh: '结算单编号', en: 'Statement' },
} as const satisfies Headings

/** Headings of the deposit register, on screen and in files. */
export const DEPOSIT_HEADINGS = {
  id: { zh: '编号', en: 'Id' },
  providerId: { zh: '服务商编号', en: 'Provider id' },
  name: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  depositName: { zh: '保证金名称', en: 'Deposit' },
  status: { zh: '状态', en: 'State' },
  amount: { zh: '应缴（元）', en: 'Amount (CNY)' },
  balance: { zh: '已缴余额（元）', en: 'Balance (CNY)' },
  newAmount: { zh: '新标准（元）', en: 'New amount (CNY)' },
  difference: { zh: '差额（元）', en: 'Difference (CNY)' },
  newAmountState: { zh: '新标准差额', en: 'Difference' },
  waivedUntil: { zh: '免缴至', en: 'Waived until' },
  dueOn: { zh: '缴纳期限', en: 'Due on' },
  refundableFrom: { zh: '可退自', en: 'Refundable from' },
} as const satisfies Headings

/** Headings of bank lines, on screen and in files. */
export const LINE_HEADINGS = {
  id: { zh: '流水编号', en: 'Line' },
  bookedOn: { zh: '日期', en: 'Date' },
  bookedTime: { zh: '时间', en: 'Time' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  direction: { zh: '方向', en: 'Direction' },
  in: { zh: '收入（元）', en: 'In (CNY)' },
  out: { zh: '支出（元）', en: 'Out (CNY)' },
  kind: { zh: '种类', en: 'Kind' },
  target: { zh: '去向', en: 'Goes to' },
  status: { zh: '状态', en: 'State' },
  confidence: { zh: '把握', en: 'Confidence' },
  counterparty: { zh: '对方户名', en: 'Counterparty' },
  counterpartyAccount: { zh: '对方账号', en: 'Counterparty account' },
  said: { zh: '摘要', en: 'Text' },
  balanceAfter: { zh: '余额（元）', en: 'Balance (CNY)' },
  account: { zh: '账户', en: 'Account' },
} as const satisfies Headings
