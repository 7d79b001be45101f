import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { InvoiceRow, invoiceExportInput } from '#shared/contracts/console-engine/invoices.ts'
import { INVOICE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { INVOICE_KIND_WORDS, INVOICE_LIST_WORDS, INVOICE_SOURCE_WORDS } from '#shared/words/invoices.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listInvoices } from './list-invoices.ts'

const TITLE = RECORD_KIND_WORDS.invoice

/** The filtered invoices of providers as a file. */
export function exportInvoices(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof invoiceExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text, list } = filter
  return exportQueue(context, asked, {
    name: 'invoices',
    title: TITLE,
    read: (question) => listInvoices(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, invoiceColumns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.invoice[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
      { heading: HEADINGS.list, values: list === null ? [] : [INVOICE_LIST_WORDS[list][language]] },
    ],
  })
}

/** An invoice as a line of a file. */
export function invoiceColumns(context: QueryContext, language: keyof Bilingual): TableColumn<InvoiceRow>[] {
  const text = (
    header: Bilingual,
    width: number,
    value: (row: InvoiceRow) => string | null,
  ): TableColumn<InvoiceRow> => ({ header, kind: 'text', width, value })
  const sum = (key: 'gross' | 'net' | 'tax'): TableColumn<InvoiceRow> => ({
    header: HEADINGS[key],
    kind: 'money',
    total: true,
    value: (row) => row[key],
  })
  return [
    text(HEADINGS.number, 24, ({ wholeNumber }) => wholeNumber),
    text(HEADINGS.kind, 8, ({ kind }) => (kind === null ? null : INVOICE_KIND_WORDS[kind][language])),
    { header: HEADINGS.issuedOn, kind: 'date', value: ({ issuedOn }) => issuedOn },
    text(HEADINGS.name, 36, ({ name }) => name),
    text(HEADINGS.seller, 36, ({ seller }) => seller),
    text(HEADINGS.sellerTaxId, 22, ({ sellerTaxId }) => sellerTaxId),
    text(HEADINGS.marketplace, 24, ({ marketplace }) => marketplaceName(context, marketplace)[language]),
    sum('gross'),
    sum('net'),
    sum('tax'),
    text(HEADINGS.status, 14, ({ status }) => STATUS_WORDS.invoice[status][language]),
    { header: HEADINGS.receivedOn, kind: 'date', value: (row) => row.receivedOn },
    text(HEADINGS.heldDays, 10, ({ heldDays }) => (heldDays === null ? null : String(heldDays))),
    text(HEADINGS.deductedIn, 12, ({ deduction }) => deduction?.period ?? null),
    text(HEADINGS.source, 14, ({ source }) => INVOICE_SOURCE_WORDS[source][language]),
    {
      header: HEADINGS.checkedOn,
      kind: 'date',
      value: ({ verifications }) => verifications.at(-1)?.checkedOn ?? null,
    },
    text(HEADINGS.recordedBy, 14, ({ recorded }) => recorded.byName),
    text(HEADINGS.id, 30, ({ id }) => id),
  ]
}
