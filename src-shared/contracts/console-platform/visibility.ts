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
