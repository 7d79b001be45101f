import { useMemo } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { DueDay } from '#renderer/shell/status/due-day.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'

/** The columns of the register. */
export function useDepositColumns(): readonly DeskColumn<DepositRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, notConfigured, provisional } = texts.deposits
    const dueOn = make.date<DepositRow>('dueOn', columns.dueOn, (row) => row.dueOn)
    return [
      make.name('name', columns.name, ({ name }) => name),
      make.status(
        columns.status,
        ({ status }) => <DepositStatusMark status={status} />,
        ({ status }) => texts.statuses.depositObligation[status],
      ),
      {
        ...dueOn,
        sortable: true,
        compact: 'when',
        width: 164,
        cell: (row) => <DueDay day={row.dueOn} provisional={row.provisional} />,
        title: (row) => (row.provisional ? provisional : (dueOn.title?.(row) ?? '')),
      },
      {
        ...make.money('amount', columns.amount, ({ amount }) => amount, notConfigured),
        sortable: true,
        compact: 'amount',
      },
      make.money('balance', columns.balance, ({ balance }) => balance),
      make.marketplace(columns.marketplace),
      make.text('category', columns.depositName, 160, ({ depositName }) => say(depositName)),
      make.date('waivedUntil', columns.waivedUntil, ({ waivedUntil }) => waivedUntil),
      make.date('refundableFrom', columns.refundableFrom, ({ refundableFrom }) => refundableFrom),
    ]
  }, [texts, say, make])
}
