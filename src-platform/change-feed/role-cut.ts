import { z } from 'zod'
import { isAlikeIn, kindsIn, wireRowIn } from '#shared/contracts/console-platform/older-protocols.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type WireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { cutRecord, maySee, seesWhole } from '#shared/contracts/console-platform/visibility.ts'

/** Whom rows are for: what their roles may see, in the words of their protocol. */
export interface Audience {
  readonly roles: readonly Role[]
  readonly protocol: number
}

export function visibleKinds({ roles, protocol }: Audience): RecordKind[] {
  return kindsIn(protocol).filter((kind) => maySee(roles, kind))
}

/** The text of a wire row as they may see it; made anew each time, kept nowhere. */
export function cutRow(kind: RecordKind, row: string, audience: Audience): string {
  return seesAsStored(kind, audience) ? row : JSON.stringify(cutParsedRow(kind, JSON.parse(row), audience))
}

/** As `cutRow`, on many rows joined by commas. */
export function cutRows(kind: RecordKind, json: Uint8Array, audience: Audience): Uint8Array {
  if (seesAsStored(kind, audience)) return json
  const rows = z.array(z.unknown()).parse(JSON.parse(`[${Buffer.from(json).toString('utf8')}]`))
  const cut = rows.map((row) => JSON.stringify(cutParsedRow(kind, row, audience)))
  return Buffer.from(cut.join(','))
}

/** Whether stored rows can be sent as they are. */
export function seesAsStored(kind: RecordKind, { roles, protocol }: Audience): boolean {
  return seesWhole(roles, kind) && isAlikeIn(RECORD_KINDS[kind], protocol)
}

function cutParsedRow<K extends RecordKind>(kind: K, row: unknown, { roles, protocol }: Audience): WireRow {
  const body = z.string().parse(z.array(z.unknown()).parse(row).at(-1))
  const record = RECORD_KINDS[kind].schema.parse(JSON.parse(body))
  return wireRowIn(RECORD_KINDS[kind], cutRecord(kind, record, roles), protocol)
}
