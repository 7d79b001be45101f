import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { CommissionInvoiceStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { CommissionInvoiceRow } from '#shared/contracts/console-engine/commission-invoices.ts'

/** The columns of 佣金发票. */
export function useCommissionInvoiceColumns(): readonly DeskColumn<CommissionInvoiceRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.commissionInvoices
    const { none } = texts.format
    return [
      {
        ...make.text<CommissionInvoiceRow>('month', columns.month, 104, ({ month }) => month),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ providerName }) => providerName),
      make.status(
        columns.status,
        ({ status }) => <CommissionInvoiceStatusMark status={status} />,
        ({ status }) => texts.statuses.commissionInvoice[status],
      ),
      {
        ...make.money<CommissionInvoiceRow>('gross', columns.gross, ({ gross }) => gross),
        sortable: true,
        compact: 'amount',
        cell: ({ gross }) => plainYuan(gross),
      },
      make.money('net', columns.net, ({ net }) => net),
      make.money('tax', columns.tax, ({ tax }) => tax),
      make.text('number', columns.number, 184, ({ number }) => number ?? none),
      make.date('issuedOn', columns.issuedOn, ({ issuedOn }) => issuedOn),
      {
        ...make.text<CommissionInvoiceRow>(
          'blueNumber',
          columns.blueNumber,
          184,
          ({ blueNumber }) => blueNumber ?? none,
        ),
        hiddenAtFirst: true,
      },
      make.marketplace(columns.marketplace),
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make])
}
