import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { QueryContext } from './query-context.ts'

/** SQL of one record's body by `@id`; a record with pending decisions is read as they will leave it. */
const BODY_SQL: Readonly<Record<RecordKind, string>> = {
  operator: 'SELECT body FROM operator WHERE id = @id',
  provider: 'SELECT body FROM provider WHERE id = @id',
  application: laidOver('application'),
  listing: 'SELECT body FROM listing WHERE id = @id',
  listingVersion: laidOver('listing_version'),
  depositObligation: laidOver('deposit_obligation'),
  bankAccount: laidOver('bank_account'),
  bankStatement: 'SELECT body FROM bank_statement WHERE id = @id',
  bankLine: laidOver('bank_line', 'imported_bank_line'),
}

function laidOver(table: string, ...further: readonly string[]): string {
  const places = [`overlay_${table}`, table, ...further]
  return `SELECT coalesce(${places.map((place) => `(SELECT body FROM ${place} WHERE id = @id)`).join(', ')}) AS body`
}

/** The record as this desk sees it, checked; null where it is not here. */
export function readPresent<K extends RecordKind>(
  context: QueryContext,
  kind: K,
  id: string,
): RecordOf[K] | null {
  const row = context.statements.prepare<{ body: string | null }>(BODY_SQL[kind]).get({ id })
  return row?.body ? RECORD_KINDS[kind].schema.parse(JSON.parse(row.body)) : null
}
