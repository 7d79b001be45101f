import type { RecordKind, RecordOf } from './records/record-kinds.ts'
import type { Role } from './roles.ts'

/** Which roles receive a kind of record at all. What is not here is never sent. */
const SEEN_BY: Readonly<Record<RecordKind, readonly Role[]>> = {
  operator: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor', 'admin'],
  provider: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  application: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  listing: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  listingVersion: ['ops', 'ops-manager', 'support', 'auditor'],
  depositObligation: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  bankAccount: ['finance', 'finance-approver', 'auditor'],
  bankStatement: ['finance', 'finance-approver', 'auditor'],
  bankLine: ['finance', 'finance-approver', 'auditor'],
}

/** The last protocol whose scopes name only the roles. */
const FIRST_SCOPES = 3

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
  return SEEN_BY[kind]
}

export function maySee(roles: readonly Role[], kind: RecordKind): boolean {
  return SEEN_BY[kind].some((role) => roles.includes(role))
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
  if (seesPersonalData(roles)) return record
  if (kind === 'provider') {
    const provider = record as RecordOf['provider']
    const cut: RecordOf['provider'] = { ...provider, uscc: null, residentId: null, contact: null }
    return cut as RecordOf[K]
  }
  return record
}
