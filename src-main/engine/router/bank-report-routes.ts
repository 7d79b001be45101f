import { dryRun } from '../queries/matching/dry-run.ts'
import { readMatchSettings } from '../queries/matching/match-settings-of.ts'
import { exportReconciliation } from '../queries/reconciliation/export-reconciliation.ts'
import { listStatements, withdrawalHeld } from '../queries/reconciliation/list-statements.ts'
import { listReportMonths, readReconciliation } from '../queries/reconciliation/read-reconciliation.ts'
import type { DeskProcedures } from './procedures.ts'

/** 收支核对, and what matching goes by. */
export function bankReportRoutes({ bank: { reports, matching } }: DeskProcedures) {
  return {
    reports: {
      months: reports.months.handler(({ context, input }) => listReportMonths(context, input.accountId)),
      get: reports.get.handler(({ context, input }) => readReconciliation(context, input)),
      statements: reports.statements.handler(({ context, input }) =>
        listStatements(context, input.accountId),
      ),
      held: reports.held.handler(({ context, input }) => withdrawalHeld(context, input.statementId)),
      export: reports.export.handler(({ context, input }) => exportReconciliation(context, input)),
    },
    matching: {
      settings: matching.settings.handler(({ context, input }) =>
        readMatchSettings(context, input.marketplace),
      ),
      dryRun: matching.dryRun.handler(({ context, input }) => dryRun(context, input)),
    },
  }
}
