import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { PayoutStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import { StatementStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { SettlementRow } from '#shared/contracts/console-engine/settlement.ts'

/** The columns of 结算. */
export function useSettlementColumns(): readonly DeskColumn<SettlementRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, cliffs } = texts.settlement
    const sum = (id: 'gross' | 'refunded' | 'fee' | 'rebate' | 'adjustments' | 'carried') =>
      make.money<SettlementRow>(id, columns[id], ({ totals }) => totals[id])
    return [
      {
        ...make.text<SettlementRow>('month', columns.month, 104, ({ month }) => month),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ providerName }) => providerName),
      make.status(
        columns.status,
        (row) => <StatementStatusMark status={row.status} />,
        (row) => texts.statuses.settlementStatement[row.status],
      ),
      {
        ...make.money<SettlementRow>('net', columns.net, ({ totals }) => totals.net),
        sortable: true,
        compact: 'amount',
        cell: ({ totals }) => plainYuan(totals.net),
      },
      {
        id: 'payout',
        header: columns.payout,
        width: 136,
        cell: ({ payout }) => (payout === null ? '' : <PayoutStatusMark status={payout.status} />),
      },
      make.money<SettlementRow>('before', columns.before, ({ before }) => before),
      sum('gross'),
      { ...sum('refunded'), hiddenAtFirst: true },
      sum('fee'),
      sum('rebate'),
      sum('adjustments'),
      { ...sum('carried'), hiddenAtFirst: true },
      make.text('cliffs', columns.cliffs, 96, (row) =>
        row.cliffs.length === 0 ? '' : cliffs(row.cliffs.length),
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
