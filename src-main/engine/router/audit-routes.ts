import type { AuditChecks } from '../audit/audit-checks.ts'
import { listAudit, readAudit } from '../queries/audit.ts'
import { exportReveals, exportRoles, listReveals, listRoles } from '../queries/audit-reports.ts'
import type { DeskProcedures } from './procedures.ts'

/** The log of every act, which lies on the platform alone. */
export function auditRoutes({ audit }: DeskProcedures, checks: AuditChecks) {
  return {
    list: audit.list.handler(({ context, input }) => listAudit(context, input)),
    get: audit.get.handler(({ context, input }) => readAudit(context, input.sequence)),
    check: {
      begin: audit.check.begin.handler(({ context, input }) => checks.begin(context, input.noted)),
      read: audit.check.read.handler(() => checks.state()),
      stop: audit.check.stop.handler(() => checks.stop()),
    },
    reveals: {
      list: audit.reveals.list.handler(({ context, input }) => listReveals(context, input)),
      export: audit.reveals.export.handler(({ context, input }) => exportReveals(context, input)),
    },
    roles: {
      list: audit.roles.list.handler(async ({ context, input }) => ({
        rows: await listRoles(context, input.day),
      })),
      export: audit.roles.export.handler(({ context, input }) => exportRoles(context, input)),
    },
  }
}
