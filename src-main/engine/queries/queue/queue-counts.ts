import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import type { ReviewClocks } from '../clock/review-clocks.ts'
import type { QueryContext } from '../query-context.ts'
import { countRows, hasTotals } from '../window/read-window.ts'
import type { Queue } from './queue.ts'
import { type QueueFilter, queueFilter } from './queue-filter.ts'

const EVERYTHING: QueueFilter = {
  statuses: [],
  marketplaces: [],
  category: null,
  assignee: 'anyone',
  clock: 'any',
  text: '',
}

/** What stands where in a queue, pending decisions laid over; every state is named, empty ones too. */
export function countQueueStates(context: QueryContext, queue: Queue, clocks: ReviewClocks): QueueCounts {
  const { confirmed, overlay, totals } = queue.tables
  const confirmedCounts = hasTotals(context, queue.tables)
    ? `SELECT status, sum(count) AS count FROM ${totals} GROUP BY status`
    : `SELECT status, count(*) AS count FROM ${confirmed} GROUP BY status`
  const byStatus = Object.fromEntries(queue.statuses.map((status) => [status, 0]))
  const sql = `SELECT status, sum(count) AS count FROM (
      ${confirmedCounts}
      UNION ALL SELECT status, count(*) FROM ${overlay} GROUP BY status
      UNION ALL SELECT status, -count(*) FROM ${confirmed} WHERE id IN (SELECT id FROM ${overlay}) GROUP BY status
    ) GROUP BY status`
  for (const { status, count } of context.counts.rows<{ status: string; count: number }>(sql, {})) {
    byStatus[status] = count
  }
  const count = (filter: Partial<QueueFilter>) =>
    countRows(context, queue, queueFilter(context, queue, clocks, { ...EVERYTHING, ...filter }))
  return {
    byStatus,
    mine: count({ assignee: 'mine', statuses: queue.atDesk }),
    warn: count({ clock: 'warn' }),
    overdue: count({ clock: 'overdue' }),
  }
}
