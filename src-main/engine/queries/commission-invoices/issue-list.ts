import type { Bilingual } from '#shared/base/bilingual.ts'
import type { IssueList, IssueListQuestion } from '#shared/contracts/console-engine/commission-invoices.ts'
import {
  type CommissionInvoice,
  commissionInvoiceSchema,
  commissionInvoiceStatus,
} from '#shared/contracts/console-platform/records/commission-invoice.ts'
import { buyerOf } from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import {
  type IssueListSettings,
  invoiceRemark,
  issueListSchema,
  READY_ISSUE_LIST,
} from '#shared/rules/invoices/issue-list.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import { KeptByMarketplace } from '../kept-by-marketplace.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** What stands in each row of the list, on this computer. */
export const ISSUE_LIST_SETTINGS = new KeptByMarketplace('issue-list', issueListSchema, READY_ISSUE_LIST)

/**
 * The invoices of a month that have no number yet, as the tax bureau's list for bulk issuing 批量开具 (docs/books.md), with
 * what is to be marked as exported, and whom it leaves out because no tax id is on record.
 */
export async function writeIssueList(
  context: QueryContext,
  { marketplace, month }: IssueListQuestion,
): Promise<IssueList> {
  const due = invoicesOf(context, { marketplace, month }).flatMap((invoice) => {
    const status = commissionInvoiceStatus(invoice)
    if (status !== 'to-issue' && status !== 'exported') return []
    const buyer = buyerOf(readPresent(context, 'provider', invoice.providerId))
    return [{ invoice, buyer }]
  })
  const listed = due.flatMap(({ invoice, buyer }) =>
    buyer === null || buyer.taxId === null
      ? []
      : [{ invoice, buyer: { name: buyer.name, taxId: buyer.taxId } }],
  )
  const { value: settings } = ISSUE_LIST_SETTINGS.read(context, marketplace)
  const document = {
    fileStem: `issue-${marketplace}-${month}`,
    tables: [
      tableOf(same('1-发票基本信息'), basic(settings), listed),
      tableOf(same('2-发票明细信息'), detail(settings), listed),
    ] as const,
    control: [],
  }
  return {
    file: await writeTable('xlsx', document, 'zh'),
    marks: listed.map(({ invoice: { id, version }, buyer }) => ({ id, version, buyer })),
    leftOut: due
      .filter(({ buyer }) => buyer === null || buyer.taxId === null)
      .map(({ invoice: { id, providerName } }) => ({ id, name: providerName })),
  }
}

/** A month's invoices of a marketplace, pending decisions laid over. */
export function invoicesOf(
  context: QueryContext,
  { marketplace, month }: { readonly marketplace: string; readonly month: string | null },
): CommissionInvoice[] {
  const rows = context.statements
    .prepare<{ id: string; body: string }>(
      `SELECT id, body FROM commission_invoice WHERE marketplace = @marketplace AND (@month IS NULL OR month = @month)
       ORDER BY name, id`,
    )
    .all({ marketplace, month })
  return rows.map(
    ({ id, body }) =>
      readPresent(context, 'commissionInvoice', id) ?? commissionInvoiceSchema.parse(JSON.parse(body)),
  )
}

interface Listed {
  readonly invoice: CommissionInvoice
  readonly buyer: { readonly name: string; readonly taxId: string }
}

const same = (name: string): Bilingual => ({ zh: name, en: name })
const text = (name: string, value: (row: Listed) => string): TableColumn<Listed> => ({
  header: same(name),
  kind: 'text',
  width: 24,
  value,
})

function basic({ kind }: IssueListSettings): TableColumn<Listed>[] {
  return [
    text('发票流水号', ({ invoice }) => invoice.id),
    text('发票类型', () => kind),
    text('特定业务类型', () => ''),
    text('是否含税', () => '是'),
    text('受票方自然人标识', () => '否'),
    text('购买方名称', ({ buyer }) => buyer.name),
    text('证件类型', () => ''),
    text('购买方纳税人识别号', ({ buyer }) => buyer.taxId),
    text('备注', ({ invoice }) => invoiceRemark(invoice)),
  ]
}

function detail({ item, taxCode }: IssueListSettings): TableColumn<Listed>[] {
  return [
    text('发票流水号', ({ invoice }) => invoice.id),
    text('项目名称', () => item),
    text('商品和服务税收编码', () => taxCode),
    { header: same('金额'), kind: 'money', total: false, value: ({ invoice }) => invoice.gross },
    text('税率', ({ invoice }) => String(invoice.taxBasisPoints / 10_000)),
  ]
}
