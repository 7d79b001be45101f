import { readClusterCase, readSubscriptionCase } from '../queries/boards/board-cases.ts'
import { boardReading } from '../queries/boards/board-reading.ts'
import { scopeName } from '../queries/boards/board-words.ts'
import { clusterBoard } from '../queries/boards/cluster-board.ts'
import { exportClusters, exportSubscriptions } from '../queries/boards/export-rows.ts'
import { listClusters } from '../queries/boards/list-clusters.ts'
import { listSubscriptions } from '../queries/boards/list-subscriptions.ts'
import { subscriptionBoard } from '../queries/boards/subscription-board.ts'
import type { DeskProcedures } from './procedures.ts'

/** The boards and the rows behind them. */
export function boardRoutes({ subscriptions, clusters }: DeskProcedures) {
  return {
    subscriptions: {
      board: subscriptions.board.handler(({ context, input }) =>
        subscriptionBoard(boardReading(context), input),
      ),
      named: subscriptions.named.handler(({ context, input }) => ({ name: scopeName(context, input) })),
      list: subscriptions.list.handler(({ context, input }) => listSubscriptions(context, input)),
      export: subscriptions.export.handler(({ context, input }) => exportSubscriptions(context, input)),
      get: subscriptions.get.handler(({ context, input }) => readSubscriptionCase(context, input.id)),
    },
    clusters: {
      board: clusters.board.handler(({ context, input }) => clusterBoard(boardReading(context), input)),
      list: clusters.list.handler(({ context, input }) => listClusters(context, input)),
      export: clusters.export.handler(({ context, input }) => exportClusters(context, input)),
      get: clusters.get.handler(({ context, input }) => readClusterCase(context, input.id)),
    },
  }
}
