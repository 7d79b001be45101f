import type { Bilingual } from '#shared/base/bilingual.ts'
import type {
  CommissionInvoiceExport,
  CommissionInvoiceRow,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { COMMISSION_INVOICE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listCommissionInvoices } from './list-commission-invoices.ts'

const TITLE = RECORD_KIND_WORDS.commissionInvoice

/** The filtered invoices as a file. */
export function exportCommissionInvoices(
  context: QueryContext,
  { filter, ...asked }: CommissionInvoiceExport,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, months, text } = filter
  return exportQueue(context, asked, {
    name: 'commission-invoices',
    title: TITLE,
    read: (question) => listCommissionInvoices(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.commissionInvoice[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.month, values: months },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<CommissionInvoiceRow>[] {
  const words = (
    key: 'month' | 'number' | 'blueNumber',
    width: number,
  ): TableColumn<CommissionInvoiceRow> => ({
    header: HEADINGS[key],
    kind: 'text',
    width,
    value: (row) => row[key],
  })
  const sum = (key: 'gross' | 'net' | 'tax'): TableColumn<CommissionInvoiceRow> => ({
    header: HEADINGS[key],
    kind: 'money',
    total: true,
    value: (row) => row[key],
  })
  return [
    words('month', 10),
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    { header: HEADINGS.taxId, kind: 'text', width: 22, value: ({ buyer }) => buyer?.taxId ?? null },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 12,
      value: ({ status }) => STATUS_WORDS.commissionInvoice[status][language],
    },
    sum('gross'),
    sum('net'),
    {
      header: HEADINGS.taxRate,
      kind: 'text',
      width: 8,
      value: ({ taxBasisPoints }) => `${taxBasisPoints / 100}%`,
    },
    sum('tax'),
    words('number', 24),
    { header: HEADINGS.issuedOn, kind: 'date', value: ({ issuedOn }) => issuedOn },
    words('blueNumber', 24),
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
