import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'
import { categoryName } from '../marketplaces.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { APPLICATION_QUEUE } from '../queue/queue.ts'
import { clockOf, queueClocks } from '../queue/queue-clocks.ts'

/** Columns of an application row over `r`; `id` comes with the window. */
export const APPLICATION_COLUMNS = `r.version AS version, r.marketplace AS marketplace, r.name AS name,
  r.kind AS kind, r.category AS category, r.purpose AS purpose, r.status AS status, r.assignee AS assignee,
  p.name AS assigneeName, r.submittedAt AS submittedAt, r.dueOn AS dueOn`
export const APPLICATION_JOINS = 'LEFT JOIN operator p ON p.id = r.assignee'

/** A row as the cache holds it. */
export interface StoredApplicationRow {
  readonly id: string
  readonly version: number
  readonly marketplace: string
  readonly name: string
  readonly kind: ApplicationRow['kind']
  readonly category: string
  readonly purpose: ApplicationRow['purpose']
  readonly status: ApplicationRow['status']
  readonly assignee: string | null
  readonly assigneeName: string | null
  readonly submittedAt: string
  readonly dueOn: string | null
}

/** Stored rows as the queue shows them: names, clocks, pending decisions. */
export function toApplicationRows(
  context: QueryContext,
  stored: readonly StoredApplicationRow[],
): ApplicationRow[] {
  const clocks = queueClocks(context)
  const pendingOf = newestPending(context, 'application')
  return stored.map((row) => ({
    id: row.id,
    version: row.version,
    marketplace: row.marketplace,
    name: row.name,
    kind: row.kind,
    categories: row.category
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => ({ id, name: categoryName(context, row.marketplace, row.submittedAt, id) })),
    purpose: row.purpose,
    status: row.status,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assigneeName ?? row.assignee },
    submittedAt: row.submittedAt,
    clock: clockOf(APPLICATION_QUEUE, clocks, row),
    pending: pendingOf(row.id),
  }))
}
