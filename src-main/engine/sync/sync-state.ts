import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import type { EngineEvents } from '../engine-events.ts'
import type { OutboxRows } from '../outbox/outbox-rows.ts'
import type { Cache } from '../storage/cache/open-cache.ts'
import { readPosition } from '../storage/cache/sync-position.ts'

export interface SyncState {
  status(): SyncStatus
  /** `lastError` is a code; null where all is well. Pages are told of every change they would see. */
  set(state: SyncStatus['state'], lastError: string | null): void
}

/** Where sync stands, put together from the cache, the outbox and what happened last. */
export function createSyncState(cache: Cache, rows: OutboxRows, events: EngineEvents): SyncState {
  let state: SyncStatus['state'] = 'pulling'
  let lastError: string | null = null
  let told = ''

  function status(): SyncStatus {
    const position = readPosition(cache.sql)
    const inSnapshot = position !== null && position.phase !== 'complete'
    const kind = inSnapshot ? (position.kinds[position.kindIndex] ?? position.kinds.at(-1)) : undefined
    return {
      state,
      snapshotProgress: kind === undefined || position === null ? null : { kind, records: position.records },
      position: inSnapshot ? null : (position?.position ?? null),
      confirmedAt: position?.confirmedAt ?? null,
      outboxWaiting: rows.waiting().length,
      returned: rows.returned().length,
      lastError,
    }
  }

  return {
    status,
    set: (next, error) => {
      // A pull that finds nothing new is no news.
      if (!(next === 'pulling' && state === 'live')) state = next
      lastError = error
      const now = status()
      const seen = JSON.stringify({ ...now, confirmedAt: null })
      if (seen === told) return
      told = seen
      events.emit({ kind: 'sync', status: now })
    },
  }
}
