import type Database from 'better-sqlite3'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { type RecordOf, wireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { readRecord } from '../storage/cache/read-record.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { type Decided, decide, type StepsOf, storedDecision } from './decide.ts'

const OVERLAY_TABLES: Readonly<Record<DecidedKind, string>> = {
  application: 'overlay_application',
  listingVersion: 'overlay_listing_version',
  depositObligation: 'overlay_deposit_obligation',
}

/** A confirmed record with the decisions about it that are still on their way laid over it. */
export function withPending(
  database: Database.Database,
  kind: DecidedKind,
  id: string,
  waiting: readonly OutboxRow[],
  stepsOf: StepsOf,
): Decided | null {
  let decided = confirmed(database, kind, id)
  for (const row of waiting) {
    if (decided === null) return null
    // Behind: already part of the confirmed record. Ahead: the record moved, this one will come back.
    if (row.recordId !== id || row.recordKind !== kind || row.expectedVersion !== decided.record.version)
      continue
    const actor = { id: row.actor, name: row.actorName }
    decided = decide(decided, storedDecision(row), actor, row.createdAt, stepsOf) ?? decided
  }
  return decided
}

function confirmed(database: Database.Database, kind: DecidedKind, id: string): Decided | null {
  const record = readRecord(database, kind, id)
  // The record is of the kind that was asked for.
  return record && ({ kind, record } as Decided)
}

/** Fills the TEMP overlay tables anew: every record that waiting decisions change, as it will be. */
export function refreshOverlay(
  database: Database.Database,
  waiting: readonly OutboxRow[],
  stepsOf: StepsOf,
): void {
  database.transaction(() => {
    for (const table of Object.values(OVERLAY_TABLES)) database.exec(`DELETE FROM temp.${table}`)
    const perRecord = Map.groupBy(waiting, (row) => `${row.recordKind} ${row.recordId}`)
    for (const rows of perRecord.values()) {
      const [first] = rows
      if (first === undefined) continue
      const after = withPending(database, first.recordKind, first.recordId, rows, stepsOf)
      if (after !== null) insert(database, after)
    }
  })()
}

function insert(database: Database.Database, after: Decided): void {
  const row = rowOf(after)
  const places = row.map(() => '?').join(', ')
  database.prepare(`INSERT INTO temp.${OVERLAY_TABLES[after.kind]} VALUES (${places})`).run(row)
}

function rowOf<K extends DecidedKind>({ kind, record }: { kind: K; record: RecordOf[K] }) {
  return wireRow(kind, record)
}
