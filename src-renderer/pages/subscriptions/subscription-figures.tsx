import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { BoardBar, GroupChoice, ViewSwitch } from '#renderer/boards/board-bar.tsx'
import {
  type BoardFigure,
  BoardGroups,
  type BoardPlace,
  BoardTiles,
} from '#renderer/boards/board-figures.tsx'
import { BoardSeries } from '#renderer/boards/board-series.tsx'
import classes from '#renderer/boards/boards.module.css'
import { periodOf, useToday } from '#renderer/boards/period-choice.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useAnswered } from '#renderer/engine-client/use-answered.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SubscriptionsSearch } from '#renderer/routes/board-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import {
  type SubscriptionFigures as Figures,
  SUBSCRIPTION_GROUPS,
  type SubscriptionBoard,
  type SubscriptionGroup,
} from '#shared/contracts/console-engine/boards.ts'
import { SUBSCRIPTION_STATUSES } from '#shared/contracts/console-platform/records/subscription.ts'
import type { Period } from '#shared/rules/boards/board-period.ts'

/** The figures of 订阅看板. */
export function SubscriptionFigures() {
  const texts = useTexts()
  const search = useSearch({ from: '/subscriptions' })
  const navigate = useNavigate()
  const period = periodOf(search, useToday())
  const { by = 'day', marketplaces = [], providerId = null, listingId = null } = search
  const only = useOnly({ providerId, listingId })
  const asked = useQuery({
    ...engine.subscriptions.board.queryOptions({
      input: { period, by, marketplaces, providerId, listingId },
    }),
    placeholderData: keepPreviousData,
  })
  const shown = useAnswered(
    {
      ...{ period, by },
      scope: {
        marketplaces: search.marketplaces,
        providerId: search.providerId,
        listingId: search.listingId,
      },
    },
    asked.isPlaceholderData,
  )
  const change = (part: SubscriptionsSearch) =>
    void navigate({ to: '/subscriptions', search: { ...search, ...part } })
  return (
    <Page
      title={texts.shell.screens.subscriptions}
      actions={<ViewSwitch rows={false} onChange={(part) => change({ ...period, ...part })} />}
      filters={<BoardBar period={period} marketplaces={marketplaces} only={only} onChange={change} />}
      scrolls
    >
      {asked.isPending ? (
        <LateLoader />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : asked.data === null ? (
        <Empty title={texts.boards.notMade} />
      ) : (
        <Board board={asked.data} {...shown} chosen={by} onGroup={(chosen) => change({ by: chosen })} />
      )}
    </Page>
  )
}

interface BoardProps {
  readonly board: SubscriptionBoard
  readonly period: Period
  readonly by: SubscriptionGroup
  /** As the next figures are asked for. */
  readonly chosen: SubscriptionGroup
  readonly scope: Pick<SubscriptionsSearch, 'marketplaces' | 'providerId' | 'listingId'>
  readonly onGroup: (by: SubscriptionGroup) => void
}

function Board({ board, period, by, chosen, scope, onGroup }: BoardProps) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const partOf = (key: string | null): SubscriptionsSearch =>
    key === null ? scope : { ...scope, ...groupPart(by, key) }
  const toRows = (days: Period, key: string | null): BoardPlace => ({
    to: '/subscriptions',
    search: { rows: true, ...days, ...partOf(key) },
  })
  const toOrders =
    (kinds: readonly ('new' | 'renewal' | 'refund')[]) =>
    ({ from, to }: Period, key: string | null): BoardPlace => {
      const { marketplaces, providerId, listingId } = partOf(key)
      const search = { kinds: [...kinds], paidFrom: from, paidTo: to, marketplaces, providerId, listingId }
      return { to: '/orders', search }
    }
  const figures: readonly BoardFigure<Figures>[] = [
    {
      id: 'subscriptions',
      label: texts.boards.subscriptions,
      money: false,
      of: (of) => of.subscriptions,
      at: toRows,
    },
    { id: 'users', label: texts.boards.users, money: false, of: (of) => of.users, at: toRows },
    {
      ...{ id: 'revenue', label: texts.boards.revenue, money: true },
      of: (of) => of.revenue,
      at: toOrders(['new', 'renewal']),
    },
    {
      ...{ id: 'refunds', label: texts.boards.refunds, money: true },
      of: (of) => of.refunds,
      at: toOrders(['refund']),
    },
  ]
  return (
    <>
      <BoardTiles figures={figures} period={period} totals={board.totals} before={board.before} />
      <div className={classes.head}>
        <GroupChoice groups={SUBSCRIPTION_GROUPS} by={chosen} onChange={onGroup} />
        <span className={classes.quiet}>
          {texts.boards.asOf} <Moment at={board.asOf} />
        </span>
      </div>
      <BoardSeries label={texts.boards.by[by]} figures={figures} period={period} groups={board.groups} />
      <BoardGroups
        label={texts.boards.by[by]}
        figures={figures}
        period={period}
        groups={board.groups}
        nameOf={({ key, name }) => {
          if (by === 'marketplace') return marketplaceName(key)
          const status = SUBSCRIPTION_STATUSES.find((each) => by === 'status' && each === key)
          if (status !== undefined) return texts.statuses.subscription[status]
          return name === '' ? texts.boards.noProduct : name
        }}
      />
      <p className={classes.quiet}>{texts.boards.reading}</p>
    </>
  )
}

/** What an address says to show one group alone. */
function groupPart(by: SubscriptionGroup, key: string): SubscriptionsSearch {
  switch (by) {
    case 'day':
    case 'week':
    case 'month':
      return {}
    case 'extension':
      return { listingId: key }
    case 'provider':
      return { providerId: key }
    case 'plan':
      return { plan: key }
    case 'status':
      return { statuses: SUBSCRIPTION_STATUSES.filter((each) => each === key) }
    case 'marketplace':
      return { marketplaces: [key] }
  }
}
