import type { OutboxEntry, ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { outcomeSchema } from '#shared/contracts/console-platform/commands.ts'
import { readConfirmed } from '../storage/cache/read-confirmed.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { changedFields } from './changed-fields.ts'
import { toPendingDecision } from './pending.ts'
import type { QueryContext } from './query-context.ts'

/** What waits to be sent or confirmed, in the order of deciding. */
export function listOutbox(context: QueryContext): OutboxEntry[] {
  return context.workspace.outbox.waiting().map(toOutboxEntry)
}

/** What came back, each with the record as it was seen, as it is now, and what differs. */
export function listReturned(context: QueryContext): ReturnedDecision[] {
  return context.workspace.outbox.returned().map((row) => {
    const seen: unknown = JSON.parse(row.seen)
    const current = readConfirmed(context.workspace.cache.sql, row.recordKind, row.recordId)
    return { ...toOutboxEntry(row), seen, current, changedFields: changedFields(seen, current) }
  })
}

function toOutboxEntry(row: OutboxRow): OutboxEntry {
  return {
    ...toPendingDecision(row),
    recordKind: row.recordKind,
    recordId: row.recordId,
    recordTitle: row.recordTitle,
    arguments: JSON.parse(row.arguments),
    expectedVersion: row.expectedVersion,
    tries: row.tries,
    nextTryAt: row.nextTryAt,
    lastOutcome: row.lastOutcome === null ? null : outcomeSchema.parse(JSON.parse(row.lastOutcome)),
    lastError: row.lastError,
  }
}
