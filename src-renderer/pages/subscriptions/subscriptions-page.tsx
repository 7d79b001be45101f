import { Button } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { OnlyMark, ViewSwitch } from '#renderer/boards/board-bar.tsx'
import { useToday } from '#renderer/boards/period-choice.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { type SubscriptionsSearch, subscriptionFilterOf } from '#renderer/routes/board-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { addDays } from '#shared/calendar/plain-date.ts'
import { SubscriptionCaseView } from './subscription-case.tsx'
import { useSubscriptionColumns } from './subscription-columns.tsx'
import { SubscriptionFigures } from './subscription-figures.tsx'
import { SubscriptionFilters } from './subscription-filters.tsx'

/** Days within which an end is soon. */
const SOON_DAYS = 30

/** 订阅看板: the figures of a period, and the subscriptions behind them. */
export function SubscriptionsPage() {
  const { id } = useParams({ strict: false })
  const { rows } = useSearch({ from: '/subscriptions' })
  return rows === true || id !== undefined ? <SubscriptionRows /> : <SubscriptionFigures />
}

function SubscriptionRows() {
  const texts = useTexts()
  const navigate = useNavigate()
  const search: SubscriptionsSearch = { ...useSearch({ from: '/subscriptions' }), rows: true }
  const queue = useQueue({
    kind: 'subscription',
    address: '/subscriptions',
    search,
    filter: subscriptionFilterOf(search),
    firstSort: 'subscribedAt',
    lastFirst: true,
    list: engine.subscriptions.list,
    exported: engine.subscriptions.export,
  })
  const only = useOnly(queue.filter)
  return (
    <QueueFrame
      queue={queue}
      name="subscriptions"
      title={texts.shell.screens.subscriptions}
      columns={useSubscriptionColumns()}
      empty={<Empty title={texts.boards.nothing} lead={texts.boards.nothingLead} />}
      actions={
        <ViewSwitch
          rows
          onChange={({ rows }) =>
            void navigate({ to: '/subscriptions', search: { ...search, rows, wide: undefined } })
          }
        />
      }
      filters={
        <>
          <SubscriptionFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={queue.change} />
          <EndLists />
        </>
      }
    >
      {(open) => <SubscriptionCaseView {...open} />}
    </QueueFrame>
  )
}

/** Those that end soon, and those that have ended and can still be renewed. */
function EndLists() {
  const texts = useTexts().boards.lists
  const today = useToday()
  const lists = [
    [
      texts.soon,
      { statuses: ['trial', 'active'] as const, endsFrom: today, endsTo: addDays(today, SOON_DAYS) },
    ],
    [texts.grace, { statuses: ['grace'] as const }],
    [texts.retention, { statuses: ['retention'] as const }],
  ] as const
  return lists.map(([label, { statuses, ...ends }]) => (
    <Button
      key={label}
      variant="subtle"
      renderRoot={(props) => (
        <Link
          to="/subscriptions"
          search={{ rows: true, statuses: [...statuses], ...ends, sort: 'expiresAt', desc: false }}
          {...props}
        />
      )}
    >
      {label}
    </Button>
  ))
}
