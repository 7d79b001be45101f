import { base } from './base-procedure.ts'
import {
  clusterBoardInput,
  clusterBoardSchema,
  subscriptionBoardInput,
  subscriptionBoardSchema,
} from './boards.ts'
import { exportedRowsSchema } from './exports.ts'
import {
  boardScopeInput,
  boardScopeName,
  clusterCaseSchema,
  clusterExportInput,
  clusterListInput,
  clusterPageSchema,
  subscriptionCaseSchema,
  subscriptionExportInput,
  subscriptionIdInput,
  subscriptionListInput,
  subscriptionPageSchema,
} from './subscriptions.ts'

/** 订阅看板: the figures and the rows behind them. */
export const subscriptionProcedures = {
  board: base.input(subscriptionBoardInput).output(subscriptionBoardSchema),
  named: base.input(boardScopeInput).output(boardScopeName),
  list: base.input(subscriptionListInput).output(subscriptionPageSchema),
  export: base.input(subscriptionExportInput).output(exportedRowsSchema),
  get: base.input(subscriptionIdInput).output(subscriptionCaseSchema),
}

/** 集群看板: the figures and the rows behind them. */
export const clusterProcedures = {
  board: base.input(clusterBoardInput).output(clusterBoardSchema),
  list: base.input(clusterListInput).output(clusterPageSchema),
  export: base.input(clusterExportInput).output(exportedRowsSchema),
  get: base.input(subscriptionIdInput).output(clusterCaseSchema),
}
