import { addDays } from '#shared/calendar/plain-date.ts'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import type { HeldAccount } from '#shared/contracts/console-platform/accounts.ts'
import { commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import type { Grant, Operator } from '#shared/contracts/console-platform/records/operator.ts'
import { conflictsIn, holdsOn } from '#shared/contracts/console-platform/role-grants.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import {
  operatorAllows,
  ownAccountBars,
} from '#shared/contracts/console-platform/transitions/operator-transitions.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { decisionsAbout } from './pending.ts'
import type { QueryContext } from './query-context.ts'
import { readPresent } from './read-present.ts'
import { seenDigestOf } from './seen-digest.ts'

/** From so many days before a role ends it is told. */
const ENDING_DAYS = 14

/** Every account as the platform has it, by name, with what may be done. @throws PlatformFailure */
export async function listAccounts(context: QueryContext): Promise<{ today: string; rows: AccountRow[] }> {
  const kept = await context.workspace.accountsKept.accounts()
  const rows = kept.flatMap((account) => rowOf(context, account) ?? [])
  const byName = ({ operator: one }: AccountRow, { operator: other }: AccountRow) =>
    one.name.localeCompare(other.name, 'zh') || (one.id < other.id ? -1 : 1)
  return { today: context.today, rows: rows.sort(byName) }
}

/** Null where this copy has not heard of the account yet. */
function rowOf(context: QueryContext, account: HeldAccount): AccountRow | null {
  const operator = readPresent(context, 'operator', account.id)
  if (operator === null) return null
  const { today } = context
  return {
    account,
    operator,
    conflicts: conflictsIn(operator.grants.filter(({ until }) => until === null || until >= today)).map(
      ([one, other]) => [one, other],
    ),
    ending: endingGrants(operator, today),
    allowed: allowedForOperator(context.workspace.account, operator, account),
    pending: decisionsAbout(context, 'operator', account.id).pending,
    seenDigest: seenDigestOf(context, 'operator', account.id),
  }
}

/** Roles that end soon, and that no later grant goes on with. */
function endingGrants({ active, grants }: Operator, today: string): Grant[] {
  const last = addDays(today, ENDING_DAYS)
  return grants.filter(
    ({ role, from, until }) =>
      active &&
      until !== null &&
      holdsOn({ from, until }, today) &&
      until <= last &&
      !grants.some((other) => other.role === role && holdsOn(other, addDays(until, 1))),
  )
}

/** What this administrator may do with an account. */
function allowedForOperator(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  operator: Operator,
  kept: HeldAccount,
) {
  return commandsAbout('operator').filter(
    (type) =>
      mayCommand(roles, type) &&
      operatorAllows(operator, type) &&
      !ownAccountBars(operator.id, type, id) &&
      !(type === 'user.reset-second-factor' && kept.secondFactor !== 'on') &&
      !(type === 'user.sign-out-everywhere' && kept.sessions.length === 0),
  )
}
