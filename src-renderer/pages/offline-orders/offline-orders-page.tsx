import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import { offlineOrderFilterOf } from '#renderer/routes/search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { OfflineOrderStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { OfflineOrderRow } from '#shared/contracts/console-engine/offline-orders.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { OFFLINE_ORDER_STATUSES } from '#shared/contracts/console-platform/records/offline-order.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { OfflineOrderCaseView } from './offline-order-case.tsx'
import { RecordOfflineForm } from './record-offline-form.tsx'

/** 线下订单: orders and refunds that no marketplace sent, written down by one person and confirmed by another. */
export function OfflineOrdersPage() {
  const texts = useTexts()
  const words = texts.offlineOrders
  const search = useSearch({ from: '/offline-orders' })
  const { choices } = useMarketplaces()
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const returned = useQuery(engine.sync.returned.queryOptions()).data ?? []
  const queue = useQueue({
    kind: 'offlineOrder',
    address: '/offline-orders',
    search,
    filter: offlineOrderFilterOf(search),
    firstSort: 'paidAt',
    lastFirst: true,
    list: engine.orders.offline.list,
    exported: engine.orders.offline.export,
  })
  const { change, filter } = queue
  const mayRecord = mayCommand(roles, 'order.record-offline')
  const close = () => {
    setAgain(null)
    change({ record: undefined })
  }
  return (
    <QueueFrame
      queue={queue}
      name="offline-orders"
      title={words.title}
      columns={useOfflineColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          <Button variant="default" renderRoot={(props) => <Link to="/orders" {...props} />}>
            {texts.shell.screens.orders}
          </Button>
          {mayRecord ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => change({ record: true })}
            >
              {texts.commands.doing['order.record-offline']}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          {returned
            .filter(({ type }) => type === 'order.record-offline')
            .map((decision) => (
              <Returned key={decision.commandId} decision={decision} onAgain={() => setAgain(decision)} />
            ))}
          <FilterBar
            active={filter.statuses.length + filter.marketplaces.length + filter.text.length > 0}
            onClear={() => change({ statuses: undefined, marketplaces: undefined, text: undefined })}
          >
            <TextFilter
              placeholder={words.filterText}
              value={filter.text}
              onChange={(text) => change({ text: text === '' ? undefined : text })}
            />
            <ChoicesFilter
              label={texts.orders.columns.status}
              choices={OFFLINE_ORDER_STATUSES.map((value) => ({
                value,
                label: texts.statuses.offlineOrder[value],
              }))}
              value={filter.statuses}
              onChange={(value) => change({ statuses: value.length === 0 ? undefined : value })}
            />
            <ChoicesFilter
              label={texts.orders.columns.marketplace}
              choices={choices}
              value={filter.marketplaces}
              onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
            />
          </FilterBar>
        </>
      }
      beside={
        mayRecord && (again !== null || search.record === true) ? (
          <RecordOfflineForm key={again?.commandId ?? 'new'} returned={again} onClose={close} />
        ) : null
      }
    >
      {(open) => <OfflineOrderCaseView {...open} />}
    </QueueFrame>
  )
}

function useOfflineColumns(): readonly DeskColumn<OfflineOrderRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, kind, channel } = texts.orders
    return [
      {
        ...make.moment<OfflineOrderRow>('paidAt', columns.paidAt, ({ paidAt }) => paidAt),
        compact: 'when',
        cell: ({ paidAt }) => <Moment at={paidAt} />,
      },
      make.name('name', columns.name, ({ name }) => name),
      make.text('productName', columns.productName, 160, ({ productName }) => productName),
      {
        ...make.money<OfflineOrderRow>('cash', columns.cash, ({ cash }) => cash),
        sortable: true,
        compact: 'amount',
        cell: ({ cash }) => plainYuan(cash),
      },
      make.status(
        columns.status,
        ({ status }) => <OfflineOrderStatusMark status={status} />,
        ({ status }) => texts.statuses.offlineOrder[status],
      ),
      make.text('kind', columns.kind, 72, (row) => kind[row.kind]),
      make.text('channel', columns.channel, 96, (row) => channel[row.channel]),
      make.text('contract', texts.offlineOrders.fields.contract, 144, ({ contract }) => contract),
      make.text('recordedBy', texts.offlineOrders.fields.recordedBy, 96, ({ recordedBy }) => recordedBy),
      make.marketplace(columns.marketplace),
      make.text('number', columns.number, 160, ({ number }) => number),
    ]
  }, [texts, make])
}
