import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { commandTypeSchema } from '#shared/contracts/console-platform/commands.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import type { QueryContext } from './query-context.ts'

export function toPendingDecision(row: OutboxRow): PendingDecision {
  return {
    commandId: row.id,
    type: commandTypeSchema.parse(row.type),
    state: row.state,
    createdAt: row.createdAt,
    undoUntil: row.state === 'held' ? row.notBefore : null,
  }
}

/** The newest pending decision of each record of a kind. */
export function newestPending(
  context: QueryContext,
  kind: DecidedKind,
): (id: string) => PendingDecision | null {
  const byRecord = context.workspace.outbox.pendingFor(kind)
  return (id) => {
    const newest = byRecord.get(id)?.at(-1)
    return newest === undefined ? null : toPendingDecision(newest)
  }
}

/** What is under way about one record, and what came back. */
export function decisionsAbout(context: QueryContext, kind: DecidedKind, id: string) {
  const { outbox } = context.workspace
  const returned = outbox.returned().filter((row) => row.recordKind === kind && row.recordId === id)
  return {
    pending: (outbox.pendingFor(kind).get(id) ?? []).map(toPendingDecision),
    returned: returned.map(toPendingDecision),
  }
}
