import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { PayoutStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { PayoutRow } from '#shared/contracts/console-engine/payouts.ts'

/** The columns of 提现. */
export function usePayoutColumns(): readonly DeskColumn<PayoutRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.payouts
    return [
      {
        ...make.date<PayoutRow>('requestedOn', columns.requestedOn, ({ requestedOn }) => requestedOn),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ name }) => name),
      {
        ...make.money<PayoutRow>('amount', columns.amount, ({ amount }) => amount),
        sortable: true,
        compact: 'amount',
      },
      make.status(
        columns.status,
        ({ status }) => <PayoutStatusMark status={status} />,
        ({ status }) => texts.statuses.payoutRequest[status],
      ),
      make.text('months', columns.months, 160, ({ months }) => months.map(({ month }) => month).join(' ')),
      make.text('requestedBy', columns.requestedBy, 96, ({ requested }) => requested.byName),
      make.text('verifiedBy', columns.verifiedBy, 96, ({ verified }) => verified?.byName ?? ''),
      make.text('approvedBy', columns.approvedBy, 112, ({ approvals }) =>
        approvals.map(({ byName }) => byName).join(' '),
      ),
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
