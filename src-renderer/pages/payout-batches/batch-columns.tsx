import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { PayoutBatchStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { PayoutBatchRow } from '#shared/contracts/console-engine/payout-batches.ts'

/** The columns of 付款批次. */
export function usePayoutBatchColumns(): readonly DeskColumn<PayoutBatchRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.payoutBatches
    return [
      {
        ...make.moment<PayoutBatchRow>('createdAt', columns.createdAt, ({ createdAt }) => createdAt),
        compact: 'when',
      },
      {
        ...make.name<PayoutBatchRow>('number', columns.number, ({ number }) => number),
        minWidth: 184,
        sortable: false,
      },
      {
        ...make.text<PayoutBatchRow>('count', columns.count, 88, ({ count }) => String(count)),
        align: 'right',
      },
      {
        ...make.money<PayoutBatchRow>('amount', columns.amount, ({ total }) => total),
        sortable: true,
        compact: 'amount',
      },
      make.status(
        columns.status,
        ({ status }) => <PayoutBatchStatusMark status={status} />,
        ({ status }) => texts.statuses.payoutBatch[status],
      ),
      make.date('executeOn', columns.executeOn, ({ executeOn }) => executeOn),
      make.text('payer', columns.payer, 200, ({ payer }) => `${payer.bank} ${payer.account}`),
      make.text('format', columns.format, 168, ({ format }) => say(format)),
      make.text('madeBy', columns.madeBy, 96, ({ made }) => made.byName),
      make.marketplace(columns.marketplace),
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make, say])
}
