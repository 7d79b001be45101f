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
import type { ClustersSearch } from '#renderer/routes/board-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import {
  CLUSTER_GROUPS,
  type ClusterBoard,
  type ClusterGroup,
  type ClusterFigures as Figures,
} from '#shared/contracts/console-engine/boards.ts'
import { CLUSTER_STATUSES } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Period } from '#shared/rules/boards/board-period.ts'

/** The figures of 集群看板. */
export function ClusterFigures() {
  const texts = useTexts()
  const search = useSearch({ from: '/clusters' })
  const navigate = useNavigate()
  const period = periodOf(search, useToday())
  const { by = 'day', marketplaces = [], providerId = null, listingId = null } = search
  const only = useOnly({ providerId, listingId })
  const asked = useQuery({
    ...engine.clusters.board.queryOptions({ input: { period, by, marketplaces, providerId, listingId } }),
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
  const change = (part: ClustersSearch) => void navigate({ to: '/clusters', search: { ...search, ...part } })
  return (
    <Page
      title={texts.shell.screens.clusters}
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
  readonly board: ClusterBoard
  readonly period: Period
  readonly by: ClusterGroup
  /** As the next figures are asked for. */
  readonly chosen: ClusterGroup
  readonly scope: Pick<ClustersSearch, 'marketplaces' | 'providerId' | 'listingId'>
  readonly onGroup: (by: ClusterGroup) => void
}

function Board({ board, period, by, chosen, scope, onGroup }: BoardProps) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const toRows = (days: Period, key: string | null): BoardPlace => ({
    to: '/clusters',
    search: { rows: true, ...days, ...scope, ...(key === null ? {} : groupPart(by, key)) },
  })
  const figures: readonly BoardFigure<Figures>[] = [
    { id: 'clusters', label: texts.boards.clusters, money: false, of: (of) => of.clusters, at: toRows },
    { id: 'users', label: texts.boards.installedUsers, money: false, of: (of) => of.users, at: toRows },
  ]
  return (
    <>
      <BoardTiles figures={figures} period={period} totals={board.totals} before={board.before} />
      <div className={classes.head}>
        <GroupChoice groups={CLUSTER_GROUPS} by={chosen} onChange={onGroup} />
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
          const status = CLUSTER_STATUSES.find((each) => by === 'status' && each === key)
          return status === undefined ? name : texts.statuses.cluster[status]
        }}
      />
      <p className={classes.quiet}>{texts.boards.clusterReading}</p>
    </>
  )
}

/** What an address says to show one group alone. */
function groupPart(by: ClusterGroup, key: string): ClustersSearch {
  switch (by) {
    case 'day':
    case 'week':
    case 'month':
      return {}
    case 'extension':
      return { listingId: key }
    case 'version':
      return { packageVersion: key }
    case 'provider':
      return { providerId: key }
    case 'status':
      return { statuses: CLUSTER_STATUSES.filter((each) => each === key) }
    case 'marketplace':
      return { marketplaces: [key] }
  }
}
