import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { RechargeStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { RechargeRow } from '#shared/contracts/console-engine/recharges.ts'

/** The columns of 充值交纳. */
export function useRechargeColumns(): readonly DeskColumn<RechargeRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.recharges
    return [
      {
        ...make.date<RechargeRow>('paidOn', columns.paidOn, ({ paidOn }) => paidOn),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ name }) => name),
      {
        ...make.money<RechargeRow>('amount', columns.amount, ({ amount }) => amount),
        sortable: true,
        compact: 'amount',
      },
      make.status(
        columns.status,
        ({ status }) => <RechargeStatusMark status={status} />,
        ({ status }) => texts.statuses.recharge[status],
      ),
      make.text('channel', columns.channel, 112, ({ channel }) => channel),
      make.text('number', columns.number, 200, ({ number }) => number),
      make.text('payerName', columns.payerName, 160, ({ payerName }) => payerName),
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
