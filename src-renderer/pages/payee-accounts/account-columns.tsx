import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { PayeeAccountStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { PayeeAccountRow } from '#shared/contracts/console-engine/payee-accounts.ts'

/** The columns of 收款账户. */
export function usePayeeAccountColumns(): readonly DeskColumn<PayeeAccountRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { accountColumns: columns } = texts.payouts
    return [
      make.name('name', columns.name, ({ name }) => name),
      make.status(
        columns.status,
        ({ status }) => <PayeeAccountStatusMark status={status} />,
        ({ status }) => texts.statuses.providerAccount[status],
      ),
      {
        ...make.date<PayeeAccountRow>('freeFrom', columns.freeFrom, (row) => row.freeFrom),
        compact: 'when',
      },
      make.text('accountName', columns.accountName, 200, ({ accountName }) => accountName),
      make.text('accountNumber', columns.accountNumber, 180, ({ accountNumber }) => accountNumber),
      make.text('bankName', columns.bankName, 200, ({ bankName }) => bankName),
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
