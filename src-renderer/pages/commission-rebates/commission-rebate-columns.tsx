import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { CommissionRebateStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { CommissionRebateRow } from '#shared/contracts/console-engine/commission-rebates.ts'
import { rebateSaid } from '#shared/words/settlement.ts'

/** The columns of 佣金返还. */
export function useCommissionRebateColumns(): readonly DeskColumn<CommissionRebateRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.commissionRebates
    const { none } = texts.format
    return [
      {
        ...make.text<CommissionRebateRow>('month', columns.month, 104, ({ month }) => month),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ providerName }) => providerName),
      make.status(
        columns.status,
        ({ status }) => <CommissionRebateStatusMark status={status} />,
        ({ status }) => texts.statuses.commissionRebate[status],
      ),
      {
        ...make.money<CommissionRebateRow>('amount', columns.amount, ({ amount }) => amount),
        sortable: true,
        compact: 'amount',
        cell: ({ amount }) => plainYuan(amount),
      },
      make.text('way', columns.way, 136, (row) => say(rebateSaid(row.way, row.amount))),
      make.date('returnedOn', columns.returnedOn, ({ returned }) => returned?.on ?? null),
      make.text('evidence', columns.evidence, 200, ({ returned }) => returned?.evidence ?? none),
      make.text('by', columns.by, 88, ({ returned }) => returned?.byName ?? none),
      make.marketplace(columns.marketplace),
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, say, make])
}
