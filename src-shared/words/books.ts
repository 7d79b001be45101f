import type { Bilingual } from '../base/bilingual.ts'
import type { ExceptionKind } from '../contracts/console-engine/books.ts'
import type { BookProgram, VoucherSource } from '../rules/books/book-mapping.ts'
import type { AccountRole, EntrySubject } from '../rules/books/voucher-entries.ts'

/** What the accounts of vouchers stand for. */
export const ACCOUNT_ROLE_WORDS: Readonly<Record<AccountRole, Bilingual>> = {
  collected: { zh: '代收货款', en: 'Collected from buyers' },
  payable: { zh: '应付服务商', en: 'Owed to providers' },
  income: { zh: '平台服务费收入', en: 'Fee income' },
  'output-tax': { zh: '销项税额', en: 'Output tax' },
  'rebate-payable': { zh: '应返还佣金', en: 'Rebates to pay back' },
  penalty: { zh: '违约金收入', en: 'Penalties' },
  deposit: { zh: '保证金', en: 'Deposits' },
  adjustment: { zh: '其他调整', en: 'Other adjustments' },
}

/** What an entry of a voucher books. The summary of the entry, with provider and month before it. */
export const ENTRY_WORDS: Readonly<Record<EntrySubject, Bilingual>> = {
  sales: { zh: '代收货款', en: 'Sales' },
  refunds: { zh: '退款', en: 'Refunds' },
  fee: { zh: '平台服务费', en: 'Platform fee' },
  rebate: { zh: '佣金返还', en: 'Rebate' },
  adjustment: { zh: '调整项', en: 'Adjustment' },
}

export const BOOK_PROGRAM_WORDS: Readonly<Record<BookProgram, Bilingual>> = {
  yonyou: { zh: '用友', en: 'Yonyou' },
  kingdee: { zh: '金蝶', en: 'Kingdee' },
}

/** What a column of an import file holds. */
export const VOUCHER_SOURCE_WORDS: Readonly<Record<VoucherSource, Bilingual>> = {
  date: { zh: '日期', en: 'Date' },
  word: { zh: '凭证字', en: 'Kind of voucher' },
  number: { zh: '凭证号', en: 'Number' },
  attachments: { zh: '附单据数', en: 'Attachments' },
  summary: { zh: '摘要', en: 'Summary' },
  'account-code': { zh: '科目编码', en: 'Account' },
  'account-name': { zh: '科目名称', en: 'Name of the account' },
  debit: { zh: '借方金额', en: 'Debit' },
  credit: { zh: '贷方金额', en: 'Credit' },
  'provider-name': { zh: '服务商', en: 'Provider' },
  'provider-id': { zh: '服务商编号', en: 'Provider id' },
  text: { zh: '固定文字', en: 'Fixed text' },
}

/** What in a month was let be, waived or overridden. */
export const EXCEPTION_WORDS: Readonly<Record<ExceptionKind, Bilingual>> = {
  'skipped-check': { zh: '跳过的月结检查', en: 'Close check skipped' },
  waiver: { zh: '免缴保证金', en: 'Deposit waived' },
  override: { zh: '放行的检查项', en: 'Finding overridden' },
  'unproven-import': { zh: '未经证实的导入', en: 'Import not proven' },
  'third-party-payer': { zh: '第三方付款', en: 'Paid by a third party' },
}

/** Headings of vouchers, balances and exceptions, on screen and in files. */
export const BOOK_HEADINGS = {
  number: { zh: '凭证号', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  name: { zh: '服务商', en: 'Provider' },
  summary: { zh: '摘要', en: 'Summary' },
  account: { zh: '科目', en: 'Account' },
  debit: { zh: '借方（元）', en: 'Debit (CNY)' },
  credit: { zh: '贷方（元）', en: 'Credit (CNY)' },
  opening: { zh: '期初应付（元）', en: 'Opening (CNY)' },
  due: { zh: '本月应付（元）', en: 'Due (CNY)' },
  paid: { zh: '本月已付（元）', en: 'Paid (CNY)' },
  closing: { zh: '期末应付（元）', en: 'Closing (CNY)' },
  kind: { zh: '类型', en: 'Kind' },
  about: { zh: '对象', en: 'About' },
  reason: { zh: '说明', en: 'Why' },
  by: { zh: '经办', en: 'By' },
  at: { zh: '时间', en: 'At' },
} as const satisfies Readonly<Record<string, Bilingual>>
