import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { OnlyMark, ViewSwitch } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { type ClustersSearch, clusterFilterOf } from '#renderer/routes/board-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { ClusterCaseView } from './cluster-case.tsx'
import { useClusterColumns } from './cluster-columns.tsx'
import { ClusterFigures } from './cluster-figures.tsx'
import { ClusterFilters } from './cluster-filters.tsx'

/** 集群看板: the figures of a period, and the clusters behind them. */
export function ClustersPage() {
  const { id } = useParams({ strict: false })
  const { rows } = useSearch({ from: '/clusters' })
  return rows === true || id !== undefined ? <ClusterRows /> : <ClusterFigures />
}

function ClusterRows() {
  const texts = useTexts()
  const navigate = useNavigate()
  const search: ClustersSearch = { ...useSearch({ from: '/clusters' }), rows: true }
  const queue = useQueue({
    kind: 'cluster',
    address: '/clusters',
    search,
    filter: clusterFilterOf(search),
    firstSort: 'installedAt',
    lastFirst: true,
    list: engine.clusters.list,
    exported: engine.clusters.export,
  })
  const only = useOnly(queue.filter)
  return (
    <QueueFrame
      queue={queue}
      name="clusters"
      title={texts.shell.screens.clusters}
      columns={useClusterColumns()}
      empty={<Empty title={texts.boards.noClusters} lead={texts.boards.nothingLead} />}
      actions={
        <ViewSwitch
          rows
          onChange={({ rows }) =>
            void navigate({ to: '/clusters', search: { ...search, rows, wide: undefined } })
          }
        />
      }
      filters={
        <>
          <ClusterFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={queue.change} />
        </>
      }
    >
      {(open) => <ClusterCaseView {...open} />}
    </QueueFrame>
  )
}
