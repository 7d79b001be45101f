import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { OnlyMark } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { OrderCaseView } from '#renderer/review/orders/order-case.tsx'
import { orderFilterOf } from '#renderer/routes/search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useOrderColumns } from './order-columns.tsx'
import { OrderFilters } from './order-filters.tsx'

function OfflineLink() {
  const texts = useTexts()
  return useUnseen()('offlineOrder') === null ? (
    <Button variant="default" renderRoot={(props) => <Link to="/offline-orders" {...props} />}>
      {texts.offlineOrders.title}
    </Button>
  ) : null
}

/** To 导入订单, of the marketplace that is shown where it is one. */
function ImportLink({ marketplaces }: { readonly marketplaces: readonly string[] }) {
  const texts = useTexts()
  const marketplace = marketplaces.length === 1 ? marketplaces[0] : undefined
  return useUnseen()('orderImport') === null ? (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/orders/import" search={{ marketplace }} {...props} />}
    >
      {texts.orderImport.title}
    </Button>
  ) : null
}

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
  const only = useOnly(queue.filter)
  return (
    <QueueFrame
      queue={queue}
      name="orders"
      title={texts.shell.screens.orders}
      columns={useOrderColumns()}
      empty={<Empty title={texts.orders.nothing} lead={texts.orders.nothingLead} />}
      actions={
        <>
          <OfflineLink />
          <ImportLink marketplaces={queue.filter.marketplaces} />
        </>
      }
      filters={
        <>
          <OrderFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={queue.change} />
        </>
      }
    >
      {(open) => <OrderCaseView {...open} />}
    </QueueFrame>
  )
}
