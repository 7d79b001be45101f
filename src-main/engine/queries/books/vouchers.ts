import type { Bilingual } from '#shared/base/bilingual.ts'
import { type BookMonth, SHOWN_LIMIT, type ShownVouchers } from '#shared/contracts/console-engine/books.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { BookMapping, BookProgram, VoucherSource } from '#shared/rules/books/book-mapping.ts'
import { monthVouchers, type Voucher } from '#shared/rules/books/month-vouchers.ts'
import type { VoucherEntry } from '#shared/rules/books/voucher-entries.ts'
import { ENTRY_WORDS } from '#shared/words/books.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import type { QueryContext } from '../query-context.ts'
import { IS_PRESENT } from '../settlement/statement-filter.ts'
import { BOOK_MAPPINGS } from './book-mapping.ts'
import { committedStatements } from './committed-statements.ts'

const TITLE: Bilingual = { zh: '记账凭证', en: 'Vouchers' }
const TAKEN_BACK = '（冲销）'
/** 用友 reads a text of old encoding, 金蝶 a workbook. */
const FORMATS = { yonyou: 'csv-gb18030', kingdee: 'xlsx' } as const

/** The vouchers of a month, the first of them whole. */
export function readVouchers(context: QueryContext, of: BookMonth): ShownVouchers {
  const vouchers = monthVouchers(committedStatements(context, of))
  const entries = vouchers.flatMap((each) => each.entries)
  return {
    vouchers: vouchers.slice(0, SHOWN_LIMIT).map((each) => ({ ...each, entries: [...each.entries] })),
    count: vouchers.length,
    debit: entries.reduce((sum, { debit }) => sum + debit, 0),
    credit: entries.reduce((sum, { credit }) => sum + credit, 0),
    drafts: draftsOf(context, of),
  }
}

function draftsOf({ statements }: QueryContext, { marketplace, month }: BookMonth): number {
  const row = statements
    .prepare<{ count: number }>(
      `SELECT count(*) AS count FROM settlement_statement r
       WHERE r.marketplace = @marketplace AND r.month = @month AND r.status = 'draft' AND ${IS_PRESENT}`,
    )
    .get({ marketplace, month })
  return row?.count ?? 0
}

interface VoucherRow {
  readonly voucher: Voucher
  readonly entry: VoucherEntry
  readonly month: string
}

/** All vouchers of a month in the columns of a bookkeeping program. */
export async function writeVouchers(
  context: QueryContext,
  { program, ...of }: BookMonth & { readonly program: BookProgram },
): Promise<ExportedFile> {
  const { value: mapping } = BOOK_MAPPINGS[program].read(context, of.marketplace)
  const { month } = of
  const rows = monthVouchers(committedStatements(context, of)).flatMap((voucher) =>
    voucher.entries.map((entry): VoucherRow => ({ voucher, entry, month })),
  )
  const columns = mapping.columns.map(({ header, source, text }) => columnOf(mapping, header, source, text))
  const document = {
    fileStem: `vouchers-${of.marketplace}-${month}-${program}`,
    tables: [tableOf(TITLE, columns, rows)] as const,
    control: [],
  }
  const file = await writeTable(FORMATS[program], document, 'zh')
  return program === 'yonyou' ? { ...file, fileName: file.fileName.replace(/csv$/, 'txt') } : file
}

function columnOf(
  { word, accounts }: BookMapping,
  name: string,
  source: VoucherSource,
  fixed: string,
): TableColumn<VoucherRow> {
  const header = { zh: name, en: name }
  const text = (value: (row: VoucherRow) => string): TableColumn<VoucherRow> => ({
    header,
    kind: 'text',
    value,
  })
  switch (source) {
    case 'date':
      return { header, kind: 'date', value: ({ voucher }) => voucher.date }
    case 'word':
      return text(() => word)
    case 'number':
      return { header, kind: 'count', total: false, value: ({ voucher }) => voucher.number }
    case 'attachments':
      return { header, kind: 'count', total: false, value: () => 1 }
    case 'summary':
      return { ...text(summaryOf), width: 48 }
    case 'account-code':
      return text(({ entry }) => accounts[entry.account].code)
    case 'account-name':
      return text(({ entry }) => accounts[entry.account].name)
    case 'debit':
      return { header, kind: 'money', total: false, value: ({ entry }) => entry.debit }
    case 'credit':
      return { header, kind: 'money', total: false, value: ({ entry }) => entry.credit }
    case 'provider-name':
      return text(({ voucher }) => voucher.providerName)
    case 'provider-id':
      return text(({ voucher }) => voucher.providerId)
    case 'text':
      return text(() => fixed)
  }
}

/** `2026-10 北京云栈科技有限公司 平台服务费`, as long as a summary may be: the name gives way. */
function summaryOf({ voucher: { providerName, takesBack }, entry, month }: VoucherRow): string {
  const subject = `${ENTRY_WORDS[entry.subject].zh}${takesBack ? TAKEN_BACK : ''}`
  const room = SUMMARY_LIMIT - month.length - subject.length - 2
  return `${month} ${[...providerName].slice(0, room).join('')} ${subject}`
}
/** Characters of a summary: 60 bytes in 用友, two for each ideograph. */
const SUMMARY_LIMIT = 30
