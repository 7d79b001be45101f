import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { InvoiceStatusMark } from '#renderer/shell/status/invoice-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { InvoiceFilter, InvoiceRow } from '#shared/contracts/console-engine/invoices.ts'

/** The columns of 发票. */
export function useInvoiceColumns(list: InvoiceFilter['list']): readonly DeskColumn<InvoiceRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const words = texts.invoices
    const { columns } = words
    return [
      {
        ...make.date<InvoiceRow>('issuedOn', columns.issuedOn, ({ issuedOn }) => issuedOn),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ name }) => name),
      {
        id: 'number',
        header: columns.number,
        width: 184,
        cell: ({ wholeNumber }) => <CopyId id={wholeNumber} whole />,
        title: ({ wholeNumber }) => wholeNumber,
      },
      make.text('kind', columns.kind, 72, ({ kind }) =>
        kind === null ? texts.format.none : words.kind[kind],
      ),
      {
        ...make.money<InvoiceRow>('gross', columns.gross, ({ gross }) => gross),
        sortable: true,
        compact: 'amount',
      },
      make.status(
        columns.status,
        ({ status, lapsedAt }) => <InvoiceStatusMark status={status} hasLapsed={lapsedAt !== null} />,
        ({ status, lapsedAt }) => (lapsedAt === null ? texts.statuses.invoice[status] : words.lapsed),
      ),
      make.money('tax', columns.tax, ({ tax }) => tax),
      make.date('receivedOn', columns.receivedOn, ({ receivedOn }) => receivedOn),
      ...(list === 'unpaid'
        ? [
            make.text<InvoiceRow>('heldDays', columns.heldDays, 88, ({ heldDays }) =>
              heldDays === null ? '' : words.days(heldDays),
            ),
          ]
        : []),
      make.text('deductedIn', columns.deductedIn, 104, ({ deduction }) => deduction?.period ?? ''),
      make.text('source', columns.source, 112, ({ source }) => words.source[source]),
      make.text('recordedBy', columns.recordedBy, 96, ({ recorded }) => recorded.byName),
      make.marketplace(columns.marketplace),
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make, list])
}
