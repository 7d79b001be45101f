import { z } from 'zod'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'

/** The record inside a stored wire row, checked; null where there is none or a tombstone. */
export function recordOfRow<K extends RecordKind>(kind: K, found: unknown): RecordOf[K] | null {
  const row = (found as { row: string | null } | undefined)?.row
  if (row === undefined || row === null) return null
  const body = z.array(z.unknown()).parse(JSON.parse(row)).at(-1)
  return RECORD_KINDS[kind].schema.parse(JSON.parse(z.string().parse(body)))
}
