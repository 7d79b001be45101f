import type { z } from 'zod'
import type {
  CLUSTER_SORT_COLUMNS,
  ClusterFilter,
  clusterPageSchema,
} from '#shared/contracts/console-engine/subscriptions.ts'
import { CLUSTER_STATUSES, clusterSchema } from '#shared/contracts/console-platform/records/cluster.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { rowFilter } from './row-filter.ts'

type ClusterSort = (typeof CLUSTER_SORT_COLUMNS)[number]

const CLUSTERS: WindowSource<ClusterSort> = {
  tables: { confirmed: 'cluster', overlay: null, totals: null },
  keys: { installedAt: 'installedAt', updatedAt: 'updatedAt' },
  sortedRows: 20_000,
}

/** One window of the clusters. @throws BadInput on a cursor that is none. */
export function listClusters(
  context: QueryContext,
  question: WindowQuestion<ClusterSort> & { readonly filter: ClusterFilter },
): z.infer<typeof clusterPageSchema> {
  const { statuses, marketplaces, providerId, listingId, packageVersion, from, to, text } = question.filter
  const filter = rowFilter({
    states: statuses.length === 0 ? CLUSTER_STATUSES : statuses,
    marketplaces,
    equal: { providerId, listingId, packageVersion },
    days: { installedAt: { from, to } },
    named: ['name', 'productName', 'userName', 'clusterName'],
    text,
  })
  const window = readWindow<{ id: string; body: string }, ClusterSort>(
    context,
    ...([CLUSTERS, filter, question, 'r.body AS body', ''] as const),
  )
  return { ...window, rows: window.rows.map(({ body }) => clusterSchema.parse(JSON.parse(body))) }
}
