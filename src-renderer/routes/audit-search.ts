import { z } from 'zod'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import { auditPageFilterSchema } from '#shared/contracts/console-engine/audit.ts'
import { parameter } from './search-parameter.ts'

const auditFilter = auditPageFilterSchema.shape
/** What the address of 审计 holds; `entry` is the open one. */
export const auditSearchSchema = z.object({
  actor: parameter(auditFilter.actor.unwrap()),
  kind: parameter(auditFilter.kind.unwrap()),
  record: parameter(auditFilter.recordId.unwrap()),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  entry: parameter(z.int().positive()),
  /** Which part is shown: the log where it says none. */
  part: parameter(z.enum(['reveals', 'roles'])),
  /** The day whose roles are shown; today where it says none. */
  day: parameter(plainDateSchema),
  /** Only people whose roles check each other. */
  conflicts: parameter(z.literal(true)),
})
export type AuditSearch = z.output<typeof auditSearchSchema>
