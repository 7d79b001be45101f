import { RECORD_KINDS, type RecordKind, type RecordOf } from './records/record-kinds.ts'
import type { Role } from './roles.ts'

/** Roles that see identity numbers and contacts in the clear. */
export const SEES_PERSONAL_DATA: readonly Role[] = [
  'ops',
  'ops-manager',
  'finance',
  'finance-approver',
  'auditor',
]

/** The roles that receive a kind of record. */
export function rolesSeeing(kind: RecordKind): readonly Role[] {
  return RECORD_KINDS[kind].seenBy
}

/** The last protocol whose scopes name only the roles. */
const FIRST_SCOPES = 3

export function maySee(roles: readonly Role[], kind: RecordKind): boolean {
  return RECORD_KINDS[kind].seenBy.some((role) => roles.includes(role))
}

export function seesPersonalData(roles: readonly Role[]): boolean {
  return SEES_PERSONAL_DATA.some((role) => roles.includes(role))
}

/** What a role may not see: a kind of record, or the personal data of one. */
export type Unseen = RecordKind | 'personal-data'

/** A field of a record as somebody received it. */
export interface ReceivedField<K extends RecordKind> {
  readonly record: RecordOf[K]
  readonly field: keyof RecordOf[K]
}

/**
 * Why these roles find nothing in a list of a kind, or in a field of a record of it: because it never reaches them.
 * Null where it does, so that what is empty there is none.
 */
export function unseenIn<K extends RecordKind>(
  roles: readonly Role[],
  kind: K,
  at: ReceivedField<K> | null = null,
): Unseen | null {
  if (!maySee(roles, kind)) return kind
  return at !== null && !seesPersonalData(roles) && isPersonal(kind, at) ? 'personal-data' : null
}

const FILLED = {}

/** Whether a field is taken out with the personal data; its record may have been cut already. */
function isPersonal<K extends RecordKind>(kind: K, { record, field }: ReceivedField<K>): boolean {
  const { withoutPersonalData } = RECORD_KINDS[kind]
  // Only whether it is still there is asked of the field; nothing reads it.
  const filled = { ...record, [field]: FILLED } as RecordOf[K]
  return withoutPersonalData !== null && withoutPersonalData(filled)[field] !== FILLED
}

/**
 * Names the cut of the feed that these roles get in a protocol. A console whose cut changed starts over with a
 * snapshot: its roles are others now, or it speaks a newer protocol, whose rows hold more.
 */
export function feedScope(roles: readonly Role[], protocol: number): string {
  const named = [...roles].sort().join('+')
  return protocol <= FIRST_SCOPES ? named : `${named}@${protocol}`
}

/** The record as these roles may see it: personal data removed, not merely hidden, where they may not. */
export function cutRecord<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  roles: readonly Role[],
): RecordOf[K] {
  const { withoutPersonalData } = RECORD_KINDS[kind]
  return withoutPersonalData === null || seesPersonalData(roles) ? record : withoutPersonalData(record)
}

/**
 * What was kept of a record, as these roles may see it. Null where its kind never reaches them, or where it is none of the
 * schema any more, so that what is personal in it cannot be told apart.
 */
export function cutKept<K extends RecordKind>(kind: K, kept: unknown, roles: readonly Role[]): unknown {
  if (!maySee(roles, kind)) return null
  if (seesPersonalData(roles)) return kept
  const record = RECORD_KINDS[kind].schema.safeParse(kept)
  return record.success ? cutRecord(kind, record.data, roles) : null
}
