import { exportSupervised } from '../queries/supervision/export-supervised.ts'
import { countSupervised, listSupervised } from '../queries/supervision/list-supervised.ts'
import { unbilledOrders } from '../queries/supervision/unbilled.ts'
import type { DeskProcedures } from './procedures.ts'

/** Orders under supervision. */
export function supervisionRoutes({ supervisions }: DeskProcedures) {
  return {
    list: supervisions.list.handler(({ context, input }) => listSupervised(context, input)),
    export: supervisions.export.handler(({ context, input }) => exportSupervised(context, input)),
    counts: supervisions.counts.handler(({ context }) => countSupervised(context)),
    unbilled: supervisions.unbilled.handler(({ context, input }) => unbilledOrders(context, input)),
  }
}
