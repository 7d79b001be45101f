import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import type { CommandAbout } from '../commands.ts'
import type { Operator } from '../records/operator.ts'
import { rolesOn } from '../role-grants.ts'
import type { Actor, DecisionAbout } from './decision.ts'

export type OperatorDecision = DecisionAbout<'operator'>
type UserCommand = CommandAbout<'operator'>

/** Why nothing can be done with an account in this way. */
export type UserTrouble = 'wrong-state' | 'own-account'

/** Whether the account is such that it can be done with it, whoever does it. */
export function operatorAllows({ active }: Pick<Operator, 'active'>, type: UserCommand): boolean {
  switch (type) {
    case 'user.invite':
      return false
    case 'user.activate':
      return !active
    case 'user.deactivate':
    case 'user.sign-out-everywhere':
      return active
    case 'user.set-roles':
    case 'user.change':
    case 'user.reset-second-factor':
      return true
  }
}

const NOT_ONE_S_OWN: readonly UserCommand[] = [
  'user.set-roles',
  'user.deactivate',
  'user.activate',
  'user.reset-second-factor',
]

/** Whether it is for another administrator to do: nobody changes her own rights, or takes her own second factor away. */
export function ownAccountBars(account: string, type: UserCommand, actor: string): boolean {
  return account === actor && NOT_ONE_S_OWN.includes(type)
}

/**
 * The record of a colleague after a decision about the account, one version further; or why it cannot be. E-mail, staff
 * number, sessions and second factor are no part of it: the platform keeps them apart. Pure.
 */
export function decideOperator(
  before: Operator | null,
  id: string,
  decision: OperatorDecision,
  actor: Actor,
  at: Instant,
): Operator | UserTrouble {
  const today = shanghaiDate(at)
  if (decision.type === 'user.invite') {
    if (before !== null) return 'wrong-state'
    const { name, grants } = decision.arguments
    return { id, version: 1, name, roles: rolesOn(grants, today), grants, active: true, updatedAt: at }
  }
  if (before === null || !operatorAllows(before, decision.type)) return 'wrong-state'
  if (ownAccountBars(id, decision.type, actor.id)) return 'own-account'
  const after = { ...before, version: before.version + 1, updatedAt: at }
  switch (decision.type) {
    case 'user.set-roles': {
      const { grants } = decision.arguments
      return { ...after, grants, roles: rolesOn(grants, today) }
    }
    case 'user.change':
      return { ...after, name: decision.arguments.name }
    case 'user.deactivate':
      return { ...after, active: false }
    case 'user.activate':
      return { ...after, active: true }
    case 'user.sign-out-everywhere':
    case 'user.reset-second-factor':
      return after
  }
}
