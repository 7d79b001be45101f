import { z } from 'zod'
import { ACCOUNT_ROLES } from './voucher-entries.ts'

/** What a column of an import file may hold. */
export const VOUCHER_SOURCES = [
  'date',
  'word',
  'number',
  'attachments',
  'summary',
  'account-code',
  'account-name',
  'debit',
  'credit',
  'provider-name',
  'provider-id',
  'text',
] as const
export type VoucherSource = (typeof VOUCHER_SOURCES)[number]

export const BOOK_PROGRAMS = ['yonyou', 'kingdee'] as const
export const bookProgramSchema = z.enum(BOOK_PROGRAMS)
export type BookProgram = z.infer<typeof bookProgramSchema>

const columnSchema = z.strictObject({
  header: z.string().min(1).max(60),
  source: z.enum(VOUCHER_SOURCES),
  /** What stands in each row of a `text` column. */
  text: z.string().max(60),
})

/** How vouchers become rows of a bookkeeping program's import file. */
export const bookMappingSchema = z.strictObject({
  program: bookProgramSchema,
  /** 凭证字. */
  word: z.string().min(1).max(10),
  accounts: z.record(
    z.enum(ACCOUNT_ROLES),
    z.strictObject({ code: z.string().trim().min(1).max(40), name: z.string().trim().min(1).max(60) }),
  ),
  columns: z.array(columnSchema).min(1).max(40),
})
export type BookMapping = Readonly<z.infer<typeof bookMappingSchema>>

/** Accounts of the Ministry of Finance's list (财会〔2006〕18号); a company puts its own below them. */
const ACCOUNTS: BookMapping['accounts'] = {
  collected: { code: '1122', name: '应收账款' },
  payable: { code: '2202', name: '应付账款' },
  income: { code: '6001', name: '主营业务收入' },
  'output-tax': { code: '2221', name: '应交税费' },
  'rebate-payable': { code: '2241', name: '其他应付款' },
  penalty: { code: '6301', name: '营业外收入' },
  deposit: { code: '2241', name: '其他应付款' },
  adjustment: { code: '1221', name: '其他应收款' },
}

const column = (header: string, source: VoucherSource, text = '') => ({ header, source, text })

/** Ready mappings, as the import files of the programs are described in public (docs/books.md). */
export const READY_MAPPINGS: Readonly<Record<BookProgram, BookMapping>> = {
  yonyou: {
    program: 'yonyou',
    word: '记',
    accounts: ACCOUNTS,
    columns: [
      column('制单日期', 'date'),
      column('凭证类别字', 'word'),
      column('业务号', 'number'),
      column('附单据数', 'attachments'),
      column('摘要', 'summary'),
      column('科目编码', 'account-code'),
      column('金额借方', 'debit'),
      column('金额贷方', 'credit'),
    ],
  },
  kingdee: {
    program: 'kingdee',
    word: '记',
    accounts: ACCOUNTS,
    columns: [
      column('日期', 'date'),
      column('凭证字', 'word'),
      column('凭证号', 'number'),
      column('附单据数', 'attachments'),
      column('摘要', 'summary'),
      column('科目代码', 'account-code'),
      column('科目名称', 'account-name'),
      column('借方金额', 'debit'),
      column('贷方金额', 'credit'),
      column('币别', 'text', '人民币'),
      column('汇率', 'text', '1'),
    ],
  },
}
