import type Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import { type DecidedKind, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { answered, type Read, type Records } from '#shared/contracts/console-platform/transitions/asking.ts'
import type { Change } from '#shared/contracts/console-platform/transitions/changes.ts'
import { decide, type StepsOf } from '#shared/contracts/console-platform/transitions/decide.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { confirmedOfProvider, readConfirmed } from '../storage/cache/read-confirmed.ts'
import { IMPORTED_BANK_LINE, OVERLAY_TABLES } from '../storage/cache/record-tables.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { forgetArrivedLines } from './pending-lines.ts'
import { recordName } from './record-name.ts'
import { storedDecision } from './stored-decision.ts'

/** The confirmed records of one cache with the decisions laid over that are still on their way. */
export interface Overlay {
  /** Lays them anew: confirmed rows came, or decisions came and went. */
  refresh(waiting: readonly OutboxRow[]): void
  /** The record as it will be; null where it is not here. */
  readonly read: Read
  /** The same records as decisions ask for them. */
  readonly records: Records
  /** Whether the platform has it. */
  isConfirmed(kind: RecordKind, id: string): boolean
  /** Whether a decision that is on its way changes it, or makes it. */
  isPending(kind: RecordKind, id: string): boolean
}

/** Keeps the TEMP overlay tables: every record that waiting decisions change, as it will be. */
export function createOverlay(database: Database.Database, stepsOf: StepsOf): Overlay {
  // Arguments never change, and those of an import are long.
  const decisions = new Map<string, Decision>()
  let changed = new Map<string, Change>()

  const read: Read = <K extends RecordKind>(kind: K, id: string) => {
    const change = changed.get(recordName(kind, id))
    // The name says the kind.
    if (change !== undefined) return change.after as RecordOf[K]
    return readConfirmed(database, kind, id) ?? imported(database, kind, id)
  }

  const records: Records = {
    get: read,
    ofProvider: (kind, marketplace, providerId) => {
      const confirmed = confirmedOfProvider(database, kind, marketplace, providerId)
      const made = madeFor(kind, marketplace, providerId)
      return [...new Set([...confirmed, ...made])].sort().flatMap((id) => read(kind, id) ?? [])
    },
  }

  /** Ids of a provider's records that decisions on their way change or make. */
  function madeFor(kind: RecordKind, marketplace: string, providerId: string): string[] {
    return [...changed.values()].flatMap((change) => {
      if (change.kind !== kind) return []
      const key = keyOf(change)
      return key.marketplace === marketplace && key.providerId === providerId ? [change.after.id] : []
    })
  }

  return {
    read,
    records,
    isConfirmed: (kind, id) => readConfirmed(database, kind, id) !== null,
    isPending: (kind, id) => changed.has(recordName(kind, id)),
    refresh: (waiting) => {
      const ids = new Set(waiting.map(({ id }) => id))
      for (const id of decisions.keys()) if (!ids.has(id)) decisions.delete(id)
      changed = new Map()
      forgetArrivedLines(database)
      for (const row of waiting) {
        const version = read(row.recordKind, row.recordId)?.version ?? NOT_YET_THERE
        // Behind: already part of the confirmed record. Ahead: the record moved, this one will come back.
        if (row.expectedVersion !== version) continue
        const decision = decisions.get(row.id) ?? storedDecision(row)
        decisions.set(row.id, decision)
        const actor = { id: row.actor, name: row.actorName }
        const taking = { recordId: row.recordId, actor, at: row.createdAt, stepsOf }
        const changes = answered(decide(decision, taking), records)
        if (typeof changes === 'string') continue
        for (const change of changes) changed.set(recordName(change.kind, change.after.id), change)
      }
      database.transaction(() => {
        for (const table of Object.values(OVERLAY_TABLES))
          database.exec(`DELETE FROM temp.${getTableName(table)}`)
        for (const each of changed.values()) insert(database, each)
      })()
    },
  }
}

/** A line of an import that is on its way itself. */
function imported<K extends RecordKind>(
  database: Database.Database,
  kind: K,
  id: string,
): RecordOf[K] | null {
  if (kind !== 'bankLine') return null
  const statement = database.prepare<[string], { body: string }>(
    `SELECT body FROM temp.${getTableName(IMPORTED_BANK_LINE)} WHERE id = ?`,
  )
  const row = statement.get(id)
  return row === undefined ? null : RECORD_KINDS[kind].schema.parse(JSON.parse(row.body))
}

function insert(database: Database.Database, change: Change): void {
  const row = rowOf(change)
  const places = row.map(() => '?').join(', ')
  database
    .prepare(`INSERT INTO temp.${getTableName(OVERLAY_TABLES[change.kind])} VALUES (${places})`)
    .run(row)
}

function keyOf<K extends DecidedKind>({ kind, after }: { kind: K; after: RecordOf[K] }) {
  return RECORD_KINDS[kind].key(after)
}

function rowOf<K extends DecidedKind>({ kind, after }: { kind: K; after: RecordOf[K] }) {
  return wireRow(kind, after)
}
