import type {
  BoardScope,
  ClusterBoard,
  ClusterFigures,
  ClusterGroup,
} from '#shared/contracts/console-engine/boards.ts'
import { type Period, periodBefore } from '#shared/rules/boards/board-period.ts'
import type { Facet } from '../../storage/cache/boards/board-sources.ts'
import { type Lets, type ReadRows, readRows } from '../../storage/cache/boards/read-rows.ts'
import { readTotals } from '../../storage/cache/boards/read-totals.ts'
import type { BoardReading } from './board-reading.ts'
import { groupName } from './board-words.ts'
import { byFacet, byPieces, distinct, type Grouping, letsOf } from './tally.ts'

const FACET_OF: Readonly<Record<Exclude<ClusterGroup, 'day' | 'week' | 'month'>, Facet>> = {
  extension: 'listingId',
  version: 'detail',
  provider: 'providerId',
  status: 'status',
  marketplace: 'marketplace',
}

/**
 * 集群看板: different users and different clusters that products were installed on in these days.
 * @returns null while the first sync is not complete
 */
export function clusterBoard(
  reading: BoardReading,
  { by, ...scope }: BoardScope & { readonly by: ClusterGroup | null },
): ClusterBoard | null {
  const { period } = scope
  const earlier = periodBefore(period)
  const lets = letsOf(scope)
  const [totals, before] = [totalsOf(reading, lets, period), totalsOf(reading, lets, earlier)]
  if (totals === null || before === null) return null
  const rows = by === null ? null : readRows(reading.database, 'cluster', period, lets)
  return {
    asOf: reading.confirmedAt,
    totals,
    before: { period: earlier, totals: before },
    groups: by === null || rows === null ? [] : groupsOf(reading, rows, scope, by),
  }
}

function totalsOf(reading: BoardReading, lets: Lets, period: Period): ClusterFigures | null {
  const totals = readTotals(reading.database, 'cluster', period, lets)
  return totals === null ? null : { users: totals.first, clusters: totals.second }
}

function groupsOf(
  reading: BoardReading,
  rows: ReadRows,
  { period }: BoardScope,
  by: ClusterGroup,
): ClusterBoard['groups'] {
  const isSeries = by === 'day' || by === 'week' || by === 'month'
  const grouping = isSeries ? byPieces(rows, period, by) : byFacet(rows, FACET_OF[by])
  const groups = figuresOf(rows, grouping).map((figures, at) => {
    const key = grouping.keys[at] ?? ''
    const name = isSeries ? key : groupName(reading, by, key)
    return { key, name, period: grouping.periods[at] ?? null, figures }
  })
  return isSeries
    ? groups
    : groups.sort(
        (one, other) => other.figures.clusters - one.figures.clusters || (one.key < other.key ? -1 : 1),
      )
}

function figuresOf(rows: ReadRows, grouping: Grouping): ClusterFigures[] {
  const users = distinct(grouping, rows.first, rows)
  const clusters = distinct(grouping, rows.second, rows)
  return grouping.keys.map((_key, at) => ({ users: users[at] ?? 0, clusters: clusters[at] ?? 0 }))
}
