import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { SubscriptionStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { Subscription } from '#shared/contracts/console-platform/records/subscription.ts'

/** The columns of the guide's 订阅明细, and whose product it is. */
export function useSubscriptionColumns(): readonly DeskColumn<Subscription>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { subscriptionColumns: columns, months, endless } = texts.boards
    return [
      {
        ...make.name<Subscription>('productName', columns.productName, ({ productName }) => productName),
        sortable: false,
      },
      make.text('userName', columns.userName, 200, ({ userName }) => userName),
      {
        id: 'status',
        header: columns.status,
        width: 112,
        compact: 'state',
        cell: (row) => <SubscriptionStatusMark status={row.status} />,
        title: (row) => texts.statuses.subscription[row.status],
      },
      make.text('plan', columns.plan, 96, ({ plan }) => plan),
      make.text('months', columns.months, 112, (row) => (row.months === null ? endless : months(row.months))),
      {
        ...make.money<Subscription>('paid', columns.paid, ({ paid }) => paid),
        sortable: true,
        compact: 'amount',
      },
      {
        ...make.moment<Subscription>('subscribedAt', columns.subscribedAt, (row) => row.subscribedAt),
        compact: 'when',
      },
      make.moment('expiresAt', columns.expiresAt, (row) => row.expiresAt),
      make.text('userId', columns.userId, 136, ({ userId }) => userId),
      make.text('name', columns.name, 200, ({ providerName }) => providerName),
      make.marketplace(columns.marketplace),
      { id: 'id', header: columns.id, width: 136, cell: (row) => <CopyId id={row.id} /> },
    ]
  }, [texts, make])
}
