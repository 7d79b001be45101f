import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Desk } from './desk.ts'

/** SQL of one record's body by `@id`; a record with pending decisions is read as they will leave it. */
const BODY_SQL: Readonly<Record<RecordKind, string>> = {
  operator: 'SELECT body FROM operator WHERE id = @id',
  provider: 'SELECT body FROM provider WHERE id = @id',
  application: laidOver('application'),
  listing: 'SELECT body FROM listing WHERE id = @id',
  listingVersion: laidOver('listing_version'),
  depositObligation: laidOver('deposit_obligation'),
}

function laidOver(table: string): string {
  return `SELECT coalesce((SELECT body FROM overlay_${table} WHERE id = @id), (SELECT body FROM ${table} WHERE id = @id)) AS body`
}

/** The record as this desk sees it, checked; null where it is not here. */
export function readRecord<K extends RecordKind>(desk: Desk, kind: K, id: string): RecordOf[K] | null {
  const row = desk.statements.prepare<{ body: string | null }>(BODY_SQL[kind]).get({ id })
  return row?.body ? RECORD_KINDS[kind].schema.parse(JSON.parse(row.body)) : null
}
