import type { Engine } from '#main/engine/engine.ts'
import { DecisionNotAllowed, DecisionRefused } from '#main/engine/outbox/decision-refused.ts'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import { UsageError } from './usage-error.ts'

/** What became of a decision given on the command line. */
export interface Given {
  /** applied; returned by the platform, `detail` says why; or waiting: no answer, it is sent with the next sync. */
  readonly outcome: 'applied' | 'returned' | 'waiting'
  readonly detail: string | null
}

/** Rounds of sending and fetching until a decision is confirmed: one sends, the next brings what it made. */
const ROUNDS = 5

/** What the desk answers questions from. @throws UsageError where nobody is signed in any more */
export async function deskOf(engine: Engine): Promise<QueryContext> {
  const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
  const context = openQueryContext(engine)
  if (context === null) throw new UsageError('nobody is signed in any more')
  return context
}

/** Gives a decision and waits for its outcome. @throws UsageError where it is refused before it is sent */
export async function giveDecision({ outbox, sync }: Workspace, decision: NewDecision): Promise<Given> {
  const { id } = enqueue()
  const isWaiting = () => outbox.waiting().some((row) => row.id === id)
  for (let round = 0; round < ROUNDS && isWaiting(); round += 1) await sync.now()
  const returned = outbox.returned().find((row) => row.id === id)
  if (returned !== undefined) return { outcome: 'returned', detail: returned.lastOutcome }
  return isWaiting()
    ? { outcome: 'waiting', detail: sync.status().lastError }
    : { outcome: 'applied', detail: null }

  function enqueue() {
    try {
      return outbox.enqueue(decision)
    } catch (error) {
      if (error instanceof DecisionNotAllowed) throw new UsageError(error.message)
      if (error instanceof DecisionRefused) throw new UsageError(`refused: ${error.message}`)
      throw error
    }
  }
}
