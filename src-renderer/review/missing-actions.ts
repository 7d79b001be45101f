import { COMMANDS, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'

/** Decisions that could be taken now, by others: which, with which role, and who has it. */
export interface Missing {
  readonly types: readonly CommandType[]
  readonly roles: readonly Role[]
  readonly people: readonly string[]
  /** The person at the desk has the role, and somebody else must do it: maker and checker are two. */
  readonly another: boolean
}

interface Case {
  /** What the state of the record allows, whoever decides; the likely step first. */
  readonly possible: readonly CommandType[]
  /** What this person may give. */
  readonly allowed: readonly CommandType[]
  readonly me: { readonly id: string; readonly roles: readonly Role[] }
  readonly operators: readonly Pick<Operator, 'id' | 'name' | 'roles' | 'active'>[]
  /** Who may not give a command about this record, by operator id: who asked does not approve. */
  readonly barred?: { readonly [T in CommandType]?: readonly string[] }
}

/** What is possible and not for this person, by the roles that may. */
export function missingActions({ possible, allowed, me, operators, barred = {} }: Case): Missing[] {
  const byRoles = new Map<string, Missing>()
  for (const type of possible) {
    if (allowed.includes(type)) continue
    const roles: readonly Role[] = COMMANDS[type].roles
    const another = roles.some((role) => me.roles.includes(role))
    const isBarred = (id: string) => barred[type]?.includes(id) ?? false
    // Where neither role nor person keeps it away, something of the case does, and that says so itself.
    if (another && !isBarred(me.id)) continue
    const people = operators
      .filter(
        ({ id, active, roles: has }) => active && !isBarred(id) && has.some((role) => roles.includes(role)),
      )
      .map(({ name }) => name)
    const key = `${roles.join(' ')} ${another}`
    const same = byRoles.get(key)
    byRoles.set(key, { types: [...(same?.types ?? []), type], roles, people, another })
  }
  return [...byRoles.values()]
}

/** Who has a role for a command, by name. */
export function peopleFor(types: readonly CommandType[], operators: Case['operators']): readonly string[] {
  const roles: readonly Role[] = types.flatMap((type) => COMMANDS[type].roles)
  return operators
    .filter(({ active, roles: has }) => active && has.some((role) => roles.includes(role)))
    .map(({ name }) => name)
}
