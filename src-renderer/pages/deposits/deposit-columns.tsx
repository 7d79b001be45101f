import { useMemo } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { DueDay } from '#renderer/shell/status/due-day.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'

/** The columns of the register; those of new amounts are shown where it is filtered by them. */
export function useDepositColumns(showsNewAmounts: boolean): readonly DeskColumn<DepositRow>[] {
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
      {
        ...make.money<DepositRow>('newAmount', columns.newAmount, ({ newAmount }) => newAmount),
        hiddenAtFirst: !showsNewAmounts,
      },
      {
        ...make.money<DepositRow>('difference', columns.difference, differenceOf),
        hiddenAtFirst: !showsNewAmounts,
      },
      {
        ...make.text<DepositRow>('newAmountState', columns.newAmountState, 112, ({ newAmountState }) =>
          newAmountState === null ? texts.format.none : texts.deposits.newAmountStates[newAmountState],
        ),
        hiddenAtFirst: !showsNewAmounts,
      },
      make.marketplace(columns.marketplace),
      make.text('category', columns.depositName, 160, ({ depositName }) => say(depositName)),
      make.date('waivedUntil', columns.waivedUntil, ({ waivedUntil }) => waivedUntil),
      make.date('refundableFrom', columns.refundableFrom, ({ refundableFrom }) => refundableFrom),
    ]
  }, [texts, say, make, showsNewAmounts])
}

/** What a later pack asks beyond what is asked now; nothing where it is asked already. */
function differenceOf({ newAmount, amount }: DepositRow): number | null {
  const difference = newAmount === null ? 0 : newAmount - (amount ?? 0)
  return difference > 0 ? difference : null
}
