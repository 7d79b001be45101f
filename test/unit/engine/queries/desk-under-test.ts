import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAttachedFiles } from '#main/engine/files/attached-files.ts'
import { createOutbox } from '#main/engine/outbox/create-outbox.ts'
import { outboxRows } from '#main/engine/outbox/outbox-rows.ts'
import { createOverlay } from '#main/engine/outbox/overlay.ts'
import { policiesHere } from '#main/engine/policies-here.ts'
import { openQueryContext, type QueryContext } from '#main/engine/queries/query-context.ts'
import { rowWriter } from '#main/engine/storage/cache/apply-rows.ts'
import { buildIndexes } from '#main/engine/storage/cache/indexes.ts'
import { type Cache, openCache } from '#main/engine/storage/cache/open-cache.ts'
import { openJournal } from '#main/engine/storage/journal/open-journal.ts'
import { noSteps } from '#main/engine/storage/storage-steps.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  columnNames,
  type RecordKind,
  type RecordOf,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'

/** Of the newest entry of the log of a platform that is none. */
export const AUDIT_HASH = 'a1'.repeat(32)
export const ACCOUNT: Account = {
  id: 'op-1',
  name: '周敏',
  email: 'zhou@example.cn',
  roles: ['ops', 'ops-manager'],
}

/** A desk over a real cache, journal and outbox in a folder of its own; without a platform. */
export interface DeskUnderTest {
  readonly cache: Cache
  /** Milliseconds since 1970; moved by the test. */
  readonly time: { now: number }
  /** The desk of one question. */
  desk(): QueryContext
  put<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): void
  /** What the last page of a snapshot does. */
  index(): void
  close(): void
}

const policies = await loadPolicies()

export function deskUnderTest(account: Account = ACCOUNT): DeskUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'marketdesk-desk-'))
  const key = new Uint8Array(32).fill(7)
  const time = { now: Date.parse('2026-11-20T02:00:00.000Z') }
  const cache = openCache(join(folder, 'cache.db'), key, new Date(time.now))
  const journal = openJournal(join(folder, 'journal.db'), key)
  const rows = outboxRows(journal)
  const clock = { now: () => time.now, after: () => () => undefined }
  const unreachable = () => {
    throw new Error('no platform here')
  }
  const stepsOf = () => ({ agreements: [] })
  const overlay = createOverlay(cache.sql, stepsOf)
  const attached = createAttachedFiles({
    ...{ folder: join(folder, 'attached'), key, journal, clock },
    client: { giveFile: unreachable },
  })
  const outbox = createOutbox({
    journal,
    overlay,
    online: () => false,
    account: () => account,
    stepsOf,
    policies: () => policiesHere(cache.sql, policies, shanghaiDate(new Date(time.now).toISOString())),
    clock,
    random: () => 0.5,
    undoMs: 5000,
    onStep: noSteps,
    // What a decision names is not looked at here.
    attached: { has: () => true },
    changed: () => overlay.refresh(rows.waiting()),
  })
  const sync = {
    status: unreachable,
    now: unreachable,
    nudge: unreachable,
    verify: unreachable,
    certificates: unreachable,
    rebuild: unreachable,
  }
  const auditHead = () => Promise.resolve({ sequence: 1024, hash: AUDIT_HASH })
  const files = { read: unreachable }
  const workspace = {
    account,
    folder,
    cache,
    journal,
    outbox,
    sync,
    files,
    auditHead,
    attached,
    reveal: unreachable,
    othersWaiting: unreachable,
    accountsKept: { accounts: unreachable, issueInvitation: unreachable, changePassword: unreachable },
    auditLog: {
      auditHead,
      auditAfter: unreachable,
      auditEntries: unreachable,
      auditChange: unreachable,
      auditRoles: unreachable,
    },
  }
  return {
    cache,
    time,
    desk: () => {
      const desk = openQueryContext({ workspace: () => workspace, shipped: policies, clock })
      if (desk === null) throw new Error('someone is signed in')
      return desk
    },
    put: (kind, records) => {
      const writer = rowWriter(cache.sql, kind)
      cache.sql.transaction(() => {
        for (const record of records) writer.put(wireRow(kind, record), columnNames(kind))
      })()
    },
    index: () => {
      for (const _piece of buildIndexes(cache.sql));
    },
    close: () => {
      cache.close()
      journal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
