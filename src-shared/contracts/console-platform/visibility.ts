import { RECORD_KIND_NAMES, RECORD_KINDS, type RecordKind, type RecordOf } from './records/record-kinds.ts'
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
  if (at === null) return null
  const { withoutPersonalData, tellsOf } = RECORD_KINDS[kind]
  const told = toldUnseen(roles, kind, at.record)
  if (tellsOf !== undefined && told !== null && takes(tellsOf.withoutIt, at)) return told
  const isPersonal = withoutPersonalData !== null && takes(withoutPersonalData, at)
  return isPersonal && !seesPersonalData(roles) ? 'personal-data' : null
}

/**
 * The kind of record that a record tells of, where these roles do not receive it: whoever may not read what is told does
 * not decide what becomes of it. Null where there is none, or where they do.
 */
export function toldUnseen<K extends RecordKind>(
  roles: readonly Role[],
  kind: K,
  record: RecordOf[K],
): RecordKind | null {
  const { tellsOf } = RECORD_KINDS[kind]
  const told = tellsOf === undefined ? null : kindNamed(tellsOf.kind(record))
  return told === null || maySee(roles, told) ? null : told
}

const FILLED = {}

/** Whether a cut takes a field out; its record may have been cut already. */
function takes<K extends RecordKind>(
  cut: (record: RecordOf[K]) => RecordOf[K],
  { record, field }: ReceivedField<K>,
): boolean {
  // Only whether it is still there is asked of the field; nothing reads it.
  const filled = { ...record, [field]: FILLED } as RecordOf[K]
  return cut(filled)[field] !== FILLED
}

/**
 * Names the cut of the feed that these roles get in a protocol. A console whose cut changed starts over with a
 * snapshot: its roles are others now, or it speaks a newer protocol, whose rows hold more.
 */
export function feedScope(roles: readonly Role[], protocol: number): string {
  const named = [...roles].sort().join('+')
  return protocol <= FIRST_SCOPES ? named : `${named}@${protocol}`
}

/**
 * The record as these roles may see it. Personal data is removed, not merely hidden, where they may not see any; so is what
 * tells of a record that they do not receive.
 */
export function cutRecord<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  roles: readonly Role[],
): RecordOf[K] {
  const { withoutPersonalData, tellsOf } = RECORD_KINDS[kind]
  const told =
    tellsOf === undefined || maySeeNamed(roles, tellsOf.kind(record)) ? record : tellsOf.withoutIt(record)
  return withoutPersonalData === null || seesPersonalData(roles) ? told : withoutPersonalData(told)
}

/** Whether these roles get every record of a kind whole, so that it can be sent as it is stored. */
export function seesWhole(roles: readonly Role[], kind: RecordKind): boolean {
  const { withoutPersonalData, tellsOf } = RECORD_KINDS[kind]
  const seesTold = tellsOf === undefined || tellsOf.kinds.every((each) => maySeeNamed(roles, each))
  return seesTold && (withoutPersonalData === null || seesPersonalData(roles))
}

/** Whether these roles receive a kind that a record names; nobody one that there is none of. */
function maySeeNamed(roles: readonly Role[], name: string): boolean {
  const kind = kindNamed(name)
  return kind !== null && maySee(roles, kind)
}

function kindNamed(name: string): RecordKind | null {
  return RECORD_KIND_NAMES.find((kind) => kind === name) ?? null
}

/**
 * What was kept of a record, as these roles may see it. Null where its kind never reaches them, or where it is none of the
 * schema any more, so that what is personal in it cannot be told apart.
 */
export function cutKept<K extends RecordKind>(kind: K, kept: unknown, roles: readonly Role[]): unknown {
  if (!maySee(roles, kind)) return null
  if (seesWhole(roles, kind)) return kept
  const record = RECORD_KINDS[kind].schema.safeParse(kept)
  return record.success ? cutRecord(kind, record.data, roles) : null
}
