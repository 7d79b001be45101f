import { useMemo } from 'react'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { DecisionStateMark, DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'

/** The columns of the register. */
export function useDepositColumns(): readonly DeskColumn<DepositRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const { marketplaceName } = useMarketplaces()
  return useMemo(() => {
    const { columns, notConfigured, wholeProvider } = texts.deposits
    const none = texts.format.none
    const category = (row: DepositRow) => (row.category === null ? wholeProvider : say(row.category))
    return [
      {
        id: 'name',
        header: columns.name,
        width: 220,
        minWidth: 160,
        grow: true,
        sortable: true,
        fixed: true,
        cell: (row) => row.name,
        title: (row) => row.name,
      },
      {
        id: 'status',
        header: columns.status,
        width: 128,
        cell: (row) =>
          row.pending === null ? (
            <DepositStatusMark status={row.status} />
          ) : (
            <DecisionStateMark state={row.pending.state} />
          ),
        title: (row) => texts.statuses.depositObligation[row.status],
      },
      {
        id: 'dueOn',
        header: columns.dueOn,
        width: 112,
        sortable: true,
        cell: (row) => row.dueOn ?? none,
        title: (row) => (row.provisional ? texts.deposits.provisional : (row.dueOn ?? none)),
      },
      {
        id: 'amount',
        header: columns.amount,
        width: 128,
        align: 'right',
        sortable: true,
        cell: (row) => (row.amount === null ? notConfigured : plainYuan(row.amount)),
      },
      {
        id: 'balance',
        header: columns.balance,
        width: 112,
        align: 'right',
        cell: (row) => plainYuan(row.balance),
      },
      {
        id: 'marketplace',
        header: columns.marketplace,
        width: 140,
        cell: (row) => marketplaceName(row.marketplace),
        title: (row) => marketplaceName(row.marketplace),
      },
      { id: 'category', header: columns.category, width: 112, cell: category, title: category },
      {
        id: 'waivedUntil',
        header: columns.waivedUntil,
        width: 112,
        cell: (row) => row.waivedUntil ?? none,
      },
      {
        id: 'refundableFrom',
        header: columns.refundableFrom,
        width: 112,
        cell: (row) => row.refundableFrom ?? none,
      },
    ]
  }, [texts, say, marketplaceName])
}
