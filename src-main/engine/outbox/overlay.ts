import type Database from 'better-sqlite3'
import { type DecidedKind, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import {
  RECORD_KINDS,
  type RecordOf,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { readConfirmed } from '../storage/cache/read-confirmed.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { type Decided, decide, type ReadDecided, type StepsOf, storedDecision } from './decide.ts'
import { forgetArrivedLines } from './pending-lines.ts'
import { recordName } from './record-name.ts'

const OVERLAY_TABLES: Readonly<Record<DecidedKind, string>> = {
  application: 'overlay_application',
  listingVersion: 'overlay_listing_version',
  depositObligation: 'overlay_deposit_obligation',
  bankAccount: 'overlay_bank_account',
  bankLine: 'overlay_bank_line',
}

/** The confirmed records of one cache with the decisions laid over that are still on their way. */
export interface Overlay {
  /** Lays them anew: confirmed rows came, or decisions came and went. */
  refresh(waiting: readonly OutboxRow[]): void
  /** The record as it will be; null where it is not here. */
  readonly read: ReadDecided
  /** Whether the platform has it. */
  isConfirmed(kind: DecidedKind, id: string): boolean
}

/** Keeps the TEMP overlay tables: every record that waiting decisions change, as it will be. */
export function createOverlay(database: Database.Database, stepsOf: StepsOf): Overlay {
  // Arguments never change, and those of an import are long.
  const decisions = new Map<string, Decision>()
  let changed = new Map<string, Decided>()

  const read: ReadDecided = <K extends DecidedKind>(kind: K, id: string) => {
    const decided = changed.get(recordName(kind, id))
    // The name says the kind.
    if (decided !== undefined) return decided.record as RecordOf[K]
    return readConfirmed(database, kind, id) ?? imported(database, kind, id)
  }

  return {
    read,
    isConfirmed: (kind, id) => readConfirmed(database, kind, id) !== null,
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
        const after = decide({ recordId: row.recordId, decision, actor, at: row.createdAt }, read, stepsOf)
        if (typeof after === 'string') continue
        for (const each of after) changed.set(recordName(each.kind, each.record.id), each)
      }
      database.transaction(() => {
        for (const table of Object.values(OVERLAY_TABLES)) database.exec(`DELETE FROM temp.${table}`)
        for (const each of changed.values()) insert(database, each)
      })()
    },
  }
}

/** A line of an import that is on its way itself. */
function imported<K extends DecidedKind>(
  database: Database.Database,
  kind: K,
  id: string,
): RecordOf[K] | null {
  if (kind !== 'bankLine') return null
  const statement = database.prepare<[string], { body: string }>(
    'SELECT body FROM temp.imported_bank_line WHERE id = ?',
  )
  const row = statement.get(id)
  return row === undefined ? null : RECORD_KINDS[kind].schema.parse(JSON.parse(row.body))
}

function insert(database: Database.Database, after: Decided): void {
  const row = rowOf(after)
  const places = row.map(() => '?').join(', ')
  database.prepare(`INSERT INTO temp.${OVERLAY_TABLES[after.kind]} VALUES (${places})`).run(row)
}

function rowOf<K extends DecidedKind>({ kind, record }: { kind: K; record: RecordOf[K] }) {
  return wireRow(kind, record)
}
