import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import type { EngineEvents } from './engine-events.ts'
import { createAttachedFiles, sweepAttached } from './files/attached-files.ts'
import { createFileCache, type FileCache } from './files/file-cache.ts'
import { createOutbox } from './outbox/create-outbox.ts'
import { othersWaiting } from './outbox/others-waiting.ts'
import { outboxRows } from './outbox/outbox-rows.ts'
import { createOverlay } from './outbox/overlay.ts'
import { createPendingLines } from './outbox/pending-lines.ts'
import { readAuditHead } from './platform-client/audit-head.ts'
import type { PlatformClient } from './platform-client/platform-client.ts'
import { policiesHere, stepsByPack } from './policies-here.ts'
import { accountFolder } from './session/kept-session.ts'
import { openCache, setCacheAside } from './storage/cache/open-cache.ts'
import { openJournal } from './storage/journal/open-journal.ts'
import type { OnStep } from './storage/storage-steps.ts'
import { type RunningSync, startSync } from './sync/create-sync.ts'
import type { Clock, Random } from './time/clock.ts'
import type { Workspace } from './workspace.ts'

/** States of sync in which the platform answers. */
const ONLINE: readonly SyncStatus['state'][] = ['live', 'pulling', 'snapshot']

export interface WorkspaceSetting {
  readonly dataFolder: string
  readonly platformUrl: string
  readonly key: Uint8Array
  readonly account: Account
  /** The same account with the roles it has now. */
  readonly currentAccount: () => Account
  /** A client whose requests end with the workspace. */
  readonly clientUntil: (closed: AbortSignal) => PlatformClient
  readonly events: EngineEvents
  readonly clock: Clock
  readonly random: Random
  readonly undoMs: number
  readonly fileCacheBytes: number
  readonly shipped: ShippedPolicies
  readonly onStep: OnStep
  readonly refreshAccount: () => Promise<void>
  readonly sessionEnded: () => void
  readonly cacheDamaged: (error: unknown) => void
  readonly report: (error: unknown) => void
}

export interface RunningWorkspace extends Workspace {
  readonly sync: RunningSync
  /** Ends sync and closes the files. `aside`: the cache is damaged and must not be opened again. */
  close(aside?: boolean): Promise<void>
}

/**
 * Opens the files of an account on a platform and starts to sync them.
 * @throws StorageError
 */
export async function openWorkspace(setting: WorkspaceSetting): Promise<RunningWorkspace> {
  const { clock, key, events, shipped } = setting
  const closing = new AbortController()
  const client = setting.clientUntil(closing.signal)
  const folder = join(setting.dataFolder, accountFolder(setting.platformUrl, setting.account.id))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const journal = openJournal(join(folder, 'journal.db'), key)
  const cache = openCache(join(folder, 'cache.db'), key, new Date(clock.now()))
  const rows = outboxRows(journal)
  const policies = () => policiesHere(cache.sql, shipped, shanghaiDate(new Date(clock.now()).toISOString()))
  const stepsOf = stepsByPack(policies)
  const overlay = createOverlay(cache.sql, stepsOf)
  const pendingLines = createPendingLines({
    database: cache.sql,
    records: overlay.records,
    filled: () => {
      overlay.refresh(rows.waiting())
      events.emit({ kind: 'changed' })
    },
    report: setting.report,
  })
  const changed = () => {
    overlay.refresh(rows.waiting())
    pendingLines.follow(rows.waiting())
    events.emit({ kind: 'changed' })
  }

  overlay.refresh(rows.waiting())
  pendingLines.follow(rows.waiting())
  const attachedSetting = { folder: join(folder, 'attached'), key, journal, client, clock }
  const stored = [...rows.waiting(), ...rows.returned()]
  await sweepAttached(
    attachedSetting,
    stored.map((row) => row.arguments),
  )
  const attached = createAttachedFiles(attachedSetting)
  const sync = startSync({
    ...setting,
    client,
    cache,
    journal,
    attached,
    rows,
    accountId: setting.account.id,
    changed,
  })
  const isOnline = () => ONLINE.includes(sync.status().state)
  const outbox = createOutbox({
    ...setting,
    journal,
    attached,
    overlay,
    stepsOf,
    policies,
    account: setting.currentAccount,
    online: isOnline,
    changed: () => {
      changed()
      sync.outboxChanged()
    },
  })
  const fetched = createFileCache({
    folder: join(folder, 'files'),
    key,
    limitBytes: setting.fileCacheBytes,
    client,
    clock,
  })
  const files: FileCache = {
    read: async (hash) => (await attached.read(hash)) ?? fetched.read(hash),
  }
  return {
    get account() {
      return setting.currentAccount()
    },
    folder,
    cache,
    journal,
    outbox,
    sync,
    files,
    auditHead: () => readAuditHead(client, isOnline()),
    auditLog: client,
    accountsKept: client,
    othersWaiting: () => othersWaiting(setting.dataFolder, folder, key),
    reveal: (question) => client.reveal(question),
    attached,
    close: async (aside = false) => {
      closing.abort()
      await sync.stop()
      await pendingLines.stop()
      cache.close()
      journal.close()
      if (aside) setCacheAside(cache.path, new Date(clock.now()))
    },
  }
}
