import type { Bilingual } from '../base/bilingual.ts'
import type { LineKind } from '../rules/settlement/statement-line.ts'

/** Sheets of the settlement workbook. */
export const BOOK_SHEETS = {
  statements: { zh: '结算明细', en: 'Statements' },
  orders: { zh: '订单明细', en: 'Orders' },
  tax: { zh: '税率汇总', en: 'By tax rate' },
  adjustments: { zh: '调整', en: 'Adjustments' },
  differences: { zh: '作废重做差异', en: 'Void and redraft' },
  deposits: { zh: '保证金', en: 'Deposits' },
  payouts: { zh: '提现', en: 'Payouts' },
  notes: { zh: '说明', en: 'Notes' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Columns of the settlement workbook that no statement on screen has, and its control sheet. */
export const BOOK_HEADINGS = {
  title: { zh: '结算工作簿', en: 'Settlement workbook' },
  months: { zh: '结算月份', en: 'Months' },
  text: { zh: '服务商筛选', en: 'Provider filter' },
  all: { zh: '全部', en: 'All' },
  statements: { zh: '结算单数', en: 'Statements' },
  providers: { zh: '服务商数', en: 'Providers' },
  packs: { zh: '规则包版本', en: 'Rule packs' },
  category: { zh: '类目', en: 'Category' },
  providerId: { zh: '服务商编号', en: 'Provider id' },
  committedAt: { zh: '确认时间（北京）', en: 'Committed at (Beijing)' },
  committedBy: { zh: '确认人', en: 'Committed by' },
  kind: { zh: '项目', en: 'Item' },
  order: { zh: '订单号', en: 'Order' },
  paidOn: { zh: '支付日', en: 'Paid on' },
  product: { zh: '商品', en: 'Product' },
  channel: { zh: '交易渠道', en: 'Channel' },
  taxRate: { zh: '税率', en: 'Tax rate' },
  cash: { zh: '实付现金（元）', en: 'Cash (CNY)' },
  base: { zh: '计费金额（元）', en: 'Base (CNY)' },
  feeRate: { zh: '比例', en: 'Rate' },
  amount: { zh: '计入结算（元）', en: 'Into the net (CNY)' },
  rules: { zh: '依据', en: 'Rules' },
  carriedMonth: { zh: '结转月份', en: 'Carried from or to' },
  reason: { zh: '原因', en: 'Reason' },
  taxGross: { zh: '含税金额（元）', en: 'With tax (CNY)' },
  taxNet: { zh: '不含税金额（元）', en: 'Without tax (CNY)' },
  tax: { zh: '税额（元）', en: 'Tax (CNY)' },
  depositDue: { zh: '应缴（元）', en: 'Required (CNY)' },
  opening: { zh: '期初余额（元）', en: 'Opening (CNY)' },
  received: { zh: '期内收到（元）', en: 'Received (CNY)' },
  deducted: { zh: '期内扣除（元）', en: 'Deducted (CNY)' },
  depositRefunded: { zh: '期内退还（元）', en: 'Paid back (CNY)' },
  closing: { zh: '期末余额（元）', en: 'Closing (CNY)' },
  difference: { zh: '差异', en: 'Difference' },
  feeThen: { zh: '原平台服务费（元）', en: 'Fee before (CNY)' },
  feeNow: { zh: '现平台服务费（元）', en: 'Fee now (CNY)' },
  amountThen: { zh: '原计入结算（元）', en: 'Into the net before (CNY)' },
  amountNow: { zh: '现计入结算（元）', en: 'Into the net now (CNY)' },
  change: { zh: '差额（元）', en: 'Change (CNY)' },
  cause: { zh: '差异原因', en: 'Why' },
  replaced: { zh: '作废的结算单编号', en: 'Voided statement' },
  payoutStatus: { zh: '付款状态', en: 'Payment' },
  requestedOn: { zh: '申请日', en: 'Requested on' },
  asked: { zh: '申请金额（元）', en: 'Requested (CNY)' },
  paid: { zh: '已付金额（元）', en: 'Paid (CNY)' },
  paidAt: { zh: '付款时间（北京）', en: 'Paid at (Beijing)' },
  payee: { zh: '收款账户名', en: 'Payee' },
  payeeAccount: { zh: '收款账号', en: 'Payee account' },
  invoices: { zh: '发票号码', en: 'Invoices' },
  reference: { zh: '付款编号', en: 'Payment reference' },
  payoutId: { zh: '申请编号', en: 'Request' },
  sheet: { zh: '工作表', en: 'Sheet' },
  column: { zh: '列', en: 'Column' },
  means: { zh: '含义', en: 'What it means' },
  changeIsSum: { zh: '作废重做差额 = 现结算金额 − 作废的结算金额', en: 'Changes = net now - net voided' },
  netIsSum: { zh: '订单明细 + 调整 = 结算金额', en: 'Orders + adjustments = net' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What the columns of the settlement workbook mean. */
export const BOOK_MEANS = {
  month: { zh: '结算单所属月份，文本。', en: 'The month of the statement, as text.' },
  marketplace: { zh: '交易所在的市场。', en: 'The marketplace of the business.' },
  name: { zh: '服务商在结算单上的名称。', en: 'The provider as its statement names it.' },
  providerId: { zh: '平台的服务商编号，文本。', en: "The platform's id of the provider, as text." },
  status: {
    zh: '草稿会随重新起草而变；已确认的不再改变；已作废的只在筛选了它时列出。',
    en: 'A draft changes when it is drafted again, a committed one never; voided ones only where they were asked for.',
  },
  category: {
    zh: '类目或商品类型；空白的是不属于任何类目的调整与结转。',
    en: 'Category or type of product; empty for adjustments and carried amounts of none.',
  },
  orders: { zh: '计费的订单数，不含退款。', en: 'Orders that bear a fee, without refunds.' },
  refunds: { zh: '当月发生的退款数。', en: 'Refunds that happened in the month.' },
  gross: { zh: '买家实付现金之和。', en: 'What buyers paid in cash.' },
  refunded: { zh: '退回买家的现金之和，正数。', en: 'What went back to buyers, positive.' },
  base: {
    zh: '平台服务费的计算基数；退款为负数。',
    en: 'What the fee is reckoned from; negative for a refund.',
  },
  fee: { zh: '平台收取的服务费；退款为负数。', en: 'What the marketplace keeps; negative for a refund.' },
  rebate: {
    zh: '当月应返还的佣金，不论是否在结算单内抵扣。',
    en: 'Rebate due for the month, set off here or not.',
  },
  setOff: { zh: '其中在本结算单内抵扣的部分。', en: 'The part of it that is set off here.' },
  adjustments: { zh: '人工调整项之和。', en: 'What people wrote as adjustments.' },
  carried: { zh: '从上月结入（正）与结至下月（负）之和。', en: 'Carried in, less what is carried on.' },
  net: {
    zh: '交易金额 − 退款 − 平台服务费 + 已抵扣返还 + 调整项 + 结转。',
    en: 'Gross - refunded - fee + set off + adjustments + carried.',
  },
  id: { zh: '结算单编号，文本。', en: 'The id of the statement, as text.' },
  committedAt: { zh: '确认结算的时间；草稿为空。', en: 'When it was committed; empty for a draft.' },
  committedBy: { zh: '确认结算的人。', en: 'Who committed it.' },
  orderKind: {
    zh: '订单结算：一笔订单；退款：当月发生的一笔退款，金额为负。',
    en: 'Order: one order; refund: one that happened in the month, its amounts negative.',
  },
  adjustmentKind: {
    zh: '是哪一种变动，每种的含义列在本表末尾。',
    en: 'Which movement it is; the kinds are explained at the end of this sheet.',
  },
  order: { zh: '市场自己的订单号，文本。', en: "The marketplace's own number, as text." },
  paidOn: {
    zh: '买家支付（或退款发生）的日期，北京时间。',
    en: 'The day it was paid, or went back, in Beijing.',
  },
  product: { zh: '订单现在记录的商品名称。', en: 'The product as the order names it now.' },
  channel: { zh: '线上交易，或私下与线下交易。', en: 'Online, or private and offline business.' },
  taxRate: { zh: '订单的增值税税率。', en: 'The rate of VAT of the order.' },
  cash: { zh: '实付现金；退款为负数。', en: 'Cash paid; negative for a refund.' },
  feeRate: {
    zh: '结算时所用的比例；免佣或有多个比例的订单为空，见依据。',
    en: 'The rate it was settled by; empty where there was none or several, see the rules.',
  },
  orderAmount: { zh: '实付现金 − 平台服务费，计入结算金额。', en: 'Cash - fee: its part of the net.' },
  rules: {
    zh: '结算时所用规则的编号与规则包版本。',
    en: 'Rules it was settled by, with the version of their pack.',
  },
  amount: {
    zh: '计入结算金额的部分；负数从服务商扣减。',
    en: 'Its part of the net; negative takes from the provider.',
  },
  carriedMonth: {
    zh: '结入行：来自的月份；结出行：结至的月份。',
    en: 'The month it comes from, or goes to.',
  },
  reason: { zh: '写下调整的人所述的原因。', en: 'Why it was written.' },
  taxGross: { zh: '结算金额中适用该税率的部分。', en: 'What of the net bears the rate.' },
  taxNet: { zh: '含税金额 ÷ (1 + 税率)，四舍五入到分。', en: 'With tax / (1 + rate), rounded half up.' },
  tax: { zh: '含税金额 − 不含税金额。', en: 'With tax - without tax.' },
  difference: {
    zh: '与被替代的作废结算单逐行对照：新增、减少或变化；两张相同的行不列。',
    en: 'Line by line against the voided statement it took the place of: came, went or changed; what is alike is left out.',
  },
  feeThen: {
    zh: '作废的结算单上的平台服务费；新增的行为空。',
    en: 'On the voided statement; empty where the line came.',
  },
  feeNow: { zh: '现在的平台服务费；减少的行为空。', en: 'On this statement; empty where the line went.' },
  amountThen: {
    zh: '作废的结算单上计入结算的金额；新增的行为空。',
    en: 'Its part of the voided net; empty where the line came.',
  },
  amountNow: {
    zh: '现在计入结算的金额；减少的行为空。',
    en: 'Its part of the net; empty where the line went.',
  },
  change: { zh: '现计入结算 − 原计入结算。', en: 'Into the net now - before.' },
  cause: {
    zh: '按本机的记录所能说明的原因；调整项另列其理由。',
    en: 'As far as the records tell; of adjustments also the reason they were written with.',
  },
  replaced: { zh: '被替代的作废结算单，文本。', en: 'The statement whose place it took, as text.' },
  payoutStatus: {
    zh: '含有该结算单的付款申请所处的状态；已拒绝、已撤回的申请不列。',
    en: 'Where the request that has the statement stands; rejected and cancelled ones are left out.',
  },
  requestedOn: { zh: '提出申请的日期，北京时间。', en: 'The day it was asked for, in Beijing.' },
  asked: { zh: '该结算单在申请中的金额。', en: 'What the request asks for this statement.' },
  paid: { zh: '其中银行流水已证实付出的；未付为零。', en: 'What of it a bank line has paid; 0 until then.' },
  paidAt: { zh: '付出的时间。', en: 'When it was paid.' },
  payee: { zh: '核对时冻结的收款账户名。', en: 'The name of the account, as it was when it was verified.' },
  payeeAccount: { zh: '收款账号，文本。', en: 'The number of the account, as text.' },
  invoices: { zh: '为该申请收到且有效的发票。', en: 'Invoices received for the request that hold.' },
  reference: {
    zh: '付款批次中该笔付款的编号，银行回盘以它对应。',
    en: 'Of the payment in its batch: the bank answers by it.',
  },
  payoutId: { zh: '付款申请的编号，文本。', en: 'The id of the request, as text.' },
  depositDue: {
    zh: '应缴保证金；空白为未设定金额。',
    en: 'The deposit required; empty where no amount is set.',
  },
  opening: {
    zh: '首个月份开始前的余额；全部月份时为零。',
    en: 'Before the first month; 0 where all months are asked for.',
  },
  received: {
    zh: '期内认领的到账与充值交纳，减去撤销的。',
    en: 'Matched or recharged in the months, less what was undone.',
  },
  deducted: {
    zh: '期内因违规扣除的，减去退回的；负数。',
    en: 'Taken for violations, less what was returned; negative.',
  },
  depositRefunded: {
    zh: '期内退还的，减去被退回的；负数。',
    en: 'Paid back, less what was returned; negative.',
  },
  closing: { zh: '期初 + 收到 + 扣除 + 退还。', en: 'Opening + received + deducted + paid back.' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What each kind of row is that stands on the sheet of adjustments. */
export const BOOK_LINE_MEANS: Readonly<Record<LineKind, Bilingual>> = {
  fee: { zh: '一笔订单的结算，列在订单明细。', en: 'One order; it stands on the sheet of orders.' },
  refund: {
    zh: '人工补记的退款；订单自己的退款列在订单明细。',
    en: 'A refund written by hand; those of orders stand on the sheet of orders.',
  },
  rebate: { zh: '按月总额定档后应返还的佣金。', en: 'What the tier of the month pays back.' },
  correction: { zh: '对已确认月份的更正。', en: 'Corrects a month that is committed.' },
  penalty: { zh: '因违约向服务商收取。', en: 'Charged for a breach.' },
  'deposit-set-off': { zh: '以保证金抵扣。', en: 'Set off against the deposit.' },
  'carry-forward': { zh: '上月结入或结至下月。', en: 'Carried in from the month before, or on to the next.' },
  manual: { zh: '其他人工调整。', en: 'Any other adjustment.' },
}

/** Notes on the workbook as a whole. */
export const BOOK_NOTES: readonly (readonly [Bilingual, Bilingual])[] = [
  [
    { zh: '合计', en: 'Totals' },
    {
      zh: '每张表下方的合计是公式；汇总表将其与系统按分计算的合计逐项核对，改动后变红。',
      en: 'Sums below the sheets are formulas; the summary holds them against totals reckoned in fen and turns red.',
    },
  ],
  [
    { zh: '校验', en: 'Checks' },
    {
      zh: '每行末尾的隐藏列保存该行的校验码：marketdesk export verify 指出第一个被改动的单元格。',
      en: 'A hidden column has a check of each row: marketdesk export verify names the first cell that was changed.',
    },
  ],
]

/** How a line is other than on the voided statement. */
export const BOOK_DIFFERENCE_WORDS = {
  came: { zh: '新增', en: 'Came' },
  went: { zh: '减少', en: 'Went' },
  changed: { zh: '变化', en: 'Changed' },
} as const satisfies Readonly<Record<string, Bilingual>>
