import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Grant } from './records/operator.ts'
import { ROLES, type Role } from './roles.ts'

/** The roles that hold on a day in Beijing, in the order of the roles, each once. */
export function rolesOn(grants: readonly Grant[], day: PlainDate): Role[] {
  const held = grants.filter((grant) => holdsOn(grant, day)).map(({ role }) => role)
  return ROLES.filter((role) => held.includes(role))
}

export function holdsOn({ from, until }: Omit<Grant, 'role'>, day: PlainDate): boolean {
  return from <= day && (until === null || day <= until)
}

/** Whether somebody is an administrator on a day and stays one: a desk needs one of those. */
export function isLastingAdmin(grants: readonly Grant[], day: PlainDate): boolean {
  return grants.some((grant) => grant.role === 'admin' && grant.until === null && holdsOn(grant, day))
}

/**
 * Roles of which the one makes what the other checks. Somebody may have both: the platform lets nobody check what she made
 * herself. Whoever gives them is told.
 */
const CONFLICTING: readonly (readonly [Role, Role])[] = [
  ['finance', 'finance-approver'],
  ['ops', 'ops-manager'],
  ['finance', 'auditor'],
  ['finance-approver', 'auditor'],
  ['finance-approver', 'admin'],
  ['auditor', 'admin'],
]

/** Pairs of roles that check each other and are held on one day. */
export function conflictsIn(grants: readonly Grant[]): (readonly [Role, Role])[] {
  const of = (role: Role) => grants.filter((grant) => grant.role === role)
  return CONFLICTING.filter(([one, other]) =>
    of(one).some((left) => of(other).some((right) => overlap(left, right))),
  )
}

function overlap(left: Grant, right: Grant): boolean {
  const startsBefore = (one: Grant, other: Grant) => other.until === null || one.from <= other.until
  return startsBefore(left, right) && startsBefore(right, left)
}
