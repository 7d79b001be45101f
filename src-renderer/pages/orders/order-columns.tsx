import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { OrderStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import { type Order, orderStatus } from '#shared/contracts/console-platform/records/order.ts'

/** The columns of 订单. */
export function useOrderColumns(): readonly DeskColumn<Order>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  const { categoryName } = useMarketplaces()
  return useMemo(() => {
    const { columns, kind, channel } = texts.orders
    return [
      {
        ...make.moment<Order>('paidAt', columns.paidAt, ({ paidAt }) => paidAt),
        compact: 'when',
        cell: ({ paidAt }) => <Moment at={paidAt} />,
      },
      make.name('name', columns.name, ({ providerName }) => providerName),
      make.text('productName', columns.productName, 168, ({ productName }) => productName),
      {
        ...make.money('cash', columns.cash, ({ cash }) => cash),
        sortable: true,
        compact: 'amount',
        cell: ({ cash }) => plainYuan(cash),
      },
      make.text('kind', columns.kind, 72, (row) => kind[row.kind]),
      make.text('channel', columns.channel, 96, (row) => channel[row.channel]),
      {
        id: 'status',
        header: columns.status,
        width: 160,
        compact: 'state',
        cell: (row) => <OrderStatusMark status={orderStatus(row)} />,
        title: (row) => texts.statuses.order[orderStatus(row)],
      },
      make.marketplace(columns.marketplace),
      make.text('category', columns.category, 112, (row) => categoryName(row.marketplace, row.category)),
      make.text('number', columns.number, 176, ({ number }) => number),
      {
        ...make.money<Order>('voucher', columns.voucher, ({ voucher }) => voucher),
        hiddenAtFirst: true,
      },
      {
        ...make.text<Order>('settledIn', columns.settledIn, 96, (row) => row.settledIn ?? texts.format.none),
        hiddenAtFirst: true,
      },
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make, categoryName])
}
