import type Database from 'better-sqlite3'
import { outcomeSchema } from '#shared/contracts/console-platform/commands.ts'
import { KNOWN_LIMIT } from '#shared/contracts/console-platform/protocol.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import { readVersion } from '../storage/cache/read-confirmed.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import type { OutboxRows } from './outbox-rows.ts'

/** Lets go of acknowledged decisions whose effect the cache has; tells whether there were any. */
export function settleOutbox(rows: OutboxRows, cache: Database.Database, onStep: OnStep): boolean {
  const position = readPosition(cache)
  const complete = position?.phase === 'complete' ? position.position : -1
  const arrived = rows
    .waiting()
    .filter((row) => row.state === 'acknowledged' && (isInCache(cache, row) || appliedAt(row) <= complete))
  if (arrived.length === 0) return false
  rows.confirm(arrived)
  onStep('outbox-settle', 'after')
  return true
}

function isInCache(cache: Database.Database, row: OutboxRow): boolean {
  const version = readVersion(cache, row.recordKind, row.recordId)
  return version !== null && row.acknowledgedVersion !== null && version >= row.acknowledgedVersion
}

/** The position of the effect: past it, a record that is not there was removed, or is not for these roles. */
function appliedAt(row: OutboxRow): number {
  const outcome = row.lastOutcome === null ? null : outcomeSchema.parse(JSON.parse(row.lastOutcome))
  return outcome !== null && 'position' in outcome ? outcome.position : Number.POSITIVE_INFINITY
}

/**
 * A copy that starts over may be of a platform that was put back to a backup and has lost what it had acknowledged. What has
 * not come back yet is sent again, and its id keeps it from happening twice; what had come back is in doubt.
 */
export function doubtDecisions(rows: OutboxRows): void {
  const ids = rows
    .waiting()
    .filter((row) => row.state === 'acknowledged')
    .map((row) => row.id)
  if (ids.length > 0) rows.update(ids, { state: 'queued', acknowledgedVersion: null, nextTryAt: null })
  rows.doubtConfirmed()
}

/**
 * Asks the platform for the decisions in doubt; those it does not know come back to the person who took them, for others may
 * have decided meanwhile. Tells whether any did.
 * @throws PlatformFailure
 */
export async function returnLostDecisions(
  rows: OutboxRows,
  client: Pick<PlatformClient, 'knownCommands'>,
  onStep: OnStep,
): Promise<boolean> {
  let anyLost = false
  for (;;) {
    const inDoubt = rows.inDoubt(KNOWN_LIMIT)
    if (inDoubt.length === 0) return anyLost
    const known = await client.knownCommands(inDoubt)
    const lost = inDoubt.filter((id) => !known.has(id))
    rows.resolveDoubt(inDoubt, lost)
    onStep('outbox-settle', 'after')
    anyLost ||= lost.length > 0
  }
}
