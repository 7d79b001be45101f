import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ClusterStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'

/** The columns of the guide's 集群明细, and whose product it is. */
export function useClusterColumns(): readonly DeskColumn<Cluster>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { clusterColumns: columns } = texts.boards
    return [
      {
        ...make.name<Cluster>('productName', columns.productName, ({ productName }) => productName),
        sortable: false,
      },
      make.text('userName', columns.userName, 200, ({ userName }) => userName),
      make.text('clusterName', columns.clusterName, 128, ({ clusterName }) => clusterName),
      {
        id: 'clusterId',
        header: columns.clusterId,
        width: 160,
        cell: (row) => <CopyId id={row.clusterId} />,
      },
      {
        id: 'status',
        header: columns.status,
        width: 112,
        compact: 'state',
        cell: (row) => <ClusterStatusMark status={row.status} />,
        title: (row) => texts.statuses.cluster[row.status],
      },
      make.text('packageVersion', columns.packageVersion, 80, ({ packageVersion }) => packageVersion),
      {
        ...make.moment<Cluster>('installedAt', columns.installedAt, (row) => row.installedAt),
        compact: 'when',
      },
      make.moment('updatedAt', columns.updatedAt, (row) => row.updatedAt),
      make.text('userId', columns.userId, 136, ({ userId }) => userId),
      make.text('name', columns.name, 200, ({ providerName }) => providerName),
      make.marketplace(columns.marketplace),
      { id: 'id', header: columns.id, width: 136, cell: (row) => <CopyId id={row.id} /> },
    ]
  }, [texts, make])
}
