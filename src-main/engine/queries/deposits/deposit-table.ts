import type { Bilingual } from '#shared/base/bilingual.ts'
import { DEPOSIT_STATUS_NAMES, type DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { type Table, type TableColumn, tableOf } from '../../exports/table-document.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'

/** The register as a table, in one language. */
export function depositTable(
  context: QueryContext,
  rows: readonly DepositRow[],
  language: keyof Bilingual,
): Table {
  const columns: readonly TableColumn<DepositRow>[] = [
    { header: { zh: '编号', en: 'Id' }, kind: 'text', width: 30, value: ({ id }) => id },
    {
      header: { zh: '服务商编号', en: 'Provider id' },
      kind: 'text',
      value: ({ providerId }) => providerId,
    },
    { header: { zh: '服务商', en: 'Provider' }, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: { zh: '市场', en: 'Marketplace' },
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: { zh: '类目', en: 'Category' },
      kind: 'text',
      value: ({ category }) => category?.[language] ?? null,
    },
    {
      header: { zh: '状态', en: 'State' },
      kind: 'text',
      width: 14,
      value: ({ status }) => DEPOSIT_STATUS_NAMES[status][language],
    },
    {
      header: { zh: '应缴（元）', en: 'Amount (CNY)' },
      kind: 'money',
      total: true,
      value: ({ amount }) => amount,
    },
    {
      header: { zh: '已缴余额（元）', en: 'Balance (CNY)' },
      kind: 'money',
      total: true,
      value: ({ balance }) => balance,
    },
    {
      header: { zh: '免缴至', en: 'Waived until' },
      kind: 'date',
      value: ({ waivedUntil }) => waivedUntil,
    },
    { header: { zh: '缴纳期限', en: 'Due on' }, kind: 'date', value: ({ dueOn }) => dueOn },
    {
      header: { zh: '可退自', en: 'Refundable from' },
      kind: 'date',
      width: 16,
      value: ({ refundableFrom }) => refundableFrom,
    },
  ]
  return tableOf({ zh: '保证金', en: 'Deposits' }, columns, rows)
}
