import type { Outbox } from '#main/engine/outbox/outbox.ts'
import type { Workspace } from '#main/engine/workspace.ts'

/** Rounds of sending and fetching until a decision is confirmed: one sends, the next brings what it made. */
const ROUNDS = 5

export interface Decided {
  readonly outcome: 'imported' | 'returned' | 'waiting'
  /** Why it came back, or does not leave. */
  readonly detail: string | null
}

/** Sends a decision and waits for what becomes of it. */
export async function untilDecided({ outbox, sync }: Workspace, commandId: string): Promise<Decided> {
  for (let round = 0; round < ROUNDS && isWaiting(outbox, commandId); round++) await sync.now()
  const returned = outbox.returned().find((row) => row.id === commandId)
  if (returned !== undefined) return { outcome: 'returned', detail: returned.lastOutcome }
  if (isWaiting(outbox, commandId)) return { outcome: 'waiting', detail: sync.status().lastError }
  return { outcome: 'imported', detail: null }
}

function isWaiting(outbox: Outbox, id: string): boolean {
  return outbox.waiting().some((row) => row.id === id)
}
