import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { orderFilterOf } from '#renderer/routes/search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { OrderCaseView } from './order-case.tsx'
import { useOrderColumns } from './order-columns.tsx'
import { OrderFilters } from './order-filters.tsx'

/** 订单: what buyers paid on every marketplace, and what each order's fee is. */
export function OrdersPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/orders' })
  const queue = useQueue({
    kind: 'order',
    address: '/orders',
    search,
    filter: orderFilterOf(search),
    firstSort: 'paidAt',
    lastFirst: true,
    list: engine.orders.list,
    exported: engine.orders.export,
  })
  return (
    <QueueFrame
      queue={queue}
      name="orders"
      title={texts.shell.screens.orders}
      columns={useOrderColumns()}
      empty={<Empty title={texts.orders.nothing} lead={texts.orders.nothingLead} />}
      filters={<OrderFilters filter={queue.filter} onChange={queue.change} />}
    >
      {(open) => <OrderCaseView {...open} />}
    </QueueFrame>
  )
}
