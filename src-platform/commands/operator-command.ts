import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import { isLastingAdmin } from '#shared/contracts/console-platform/role-grants.ts'
import {
  decideOperator,
  type OperatorDecision,
  ownAccountBars,
} from '#shared/contracts/console-platform/transitions/operator-transitions.ts'
import { audit } from '../audit/audit-log.ts'
import { normalEmail } from '../auth/operators.ts'
import { endAllSessions } from '../auth/sessions.ts'
import { type Account, accountSchema } from '../store/credentials.ts'
import type { StoreReader } from '../store/store.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { areOnePerson, refuseSamePerson, samePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Decides about an account: the record that colleagues see, and what is kept apart from it. */
export async function decideOnOperator(
  setting: CommandSetting,
  before: Operator | null,
  decision: OperatorDecision,
  id: string,
): Promise<Operator | Refusal> {
  const { transaction, actor, at } = setting
  const after = decideOperator(before, id, decision, actor, at)
  if (typeof after === 'string') return refuse(after, id)
  // Nor by a second account of hers.
  const isForOthers = ownAccountBars(id, decision.type, id)
  if (isForOthers && (await samePerson(transaction, id, actor.id))) return refuse('own-account', id)
  const barred = await refuseLast(transaction, before, after, shanghaiDate(at))
  if (barred !== null) return barred
  const refused = await changeAccount(setting, decision, id)
  if (refused !== null) return refused
  await writeRecord(setting, actionOf(decision), 'operator', before, after)
  return after
}

/** The reason is kept with the act in the log, and nowhere else: colleagues do not see it. */
function actionOf(decision: OperatorDecision): string {
  return 'reason' in decision.arguments ? `${decision.type}: ${decision.arguments.reason}` : decision.type
}

/** Somebody who can sign in and administers without an end has to be left. */
async function refuseLast(
  store: StoreReader,
  before: Operator | null,
  after: Operator,
  today: string,
): Promise<Refusal | null> {
  const lasts = ({ active, grants }: Operator) => active && isLastingAdmin(grants, today)
  if (before === null || !lasts(before) || lasts(after)) return null
  for (const other of await store.ofProvider('operator', '', '')) {
    if (other.id === after.id || !lasts(other)) continue
    const account = await store.account(other.id)
    if (account !== null && account.passwordHash !== null) return null
  }
  return refuse('last-admin', after.id)
}

/** What of a decision is about e-mail, staff number, sessions and second factor. */
async function changeAccount(
  setting: CommandSetting,
  decision: OperatorDecision,
  id: string,
): Promise<Refusal | null> {
  const { transaction, at } = setting
  switch (decision.type) {
    case 'user.invite': {
      const { email, staffNumber } = decision.arguments
      const refused = await refuseTaken(transaction, id, decision.arguments)
      if (refused !== null) return refused
      const account = { id, email: normalEmail(email), passwordHash: null, staffNumber }
      await transaction.putAccount(accountSchema.parse(account))
      return null
    }
    case 'user.change':
      return changePerson(setting, id, decision.arguments)
    case 'user.deactivate':
    case 'user.sign-out-everywhere':
      await endAllSessions(transaction, id, at)
      return null
    case 'user.reset-second-factor': {
      const account = await transaction.account(id)
      if (account === null) return refuse('unknown-record', id)
      // Whoever gave out the code for the password may know it: with no factor left she could sign in as that person.
      const { passwordBy, invitation } = account
      if (passwordBy !== null) {
        const barred = await refuseSamePerson(setting, [passwordBy], id)
        if (barred !== null) return barred
      }
      // A code that she gave out before, under whatever account, would do as well as one she gives out now.
      const isHers = invitation !== null && (await samePerson(transaction, invitation.by, setting.actor.id))
      await endAllSessions(transaction, id, at)
      await transaction.putAccount({
        ...{ ...account, factor: null, offeredSecret: null, factorTakenBy: setting.actor.id },
        invitation: isHers ? null : invitation,
      })
      return null
    }
    case 'user.set-roles':
    case 'user.activate':
      return null
  }
}

async function changePerson(
  { transaction, at, actor, commandId }: CommandSetting,
  id: string,
  given: CommandArguments<'user.change'>,
): Promise<Refusal | null> {
  const account = await transaction.account(id)
  if (account === null) return refuse('unknown-record', id)
  const refused = await refuseTaken(transaction, id, given)
  if (refused !== null) return refused
  const { staffNumber } = given
  const email = normalEmail(given.email)
  const next = { ...account, email, staffNumber }
  const parts = (other: Account) =>
    other.id !== id && areOnePerson(account, other) && !areOnePerson(next, other)
  // What is told of two accounts of hers is not hers to untell.
  if ((await samePerson(transaction, id, actor.id)) && (await transaction.accounts()).some(parts)) {
    return refuse('own-account', id)
  }
  await transaction.putAccount(next)
  const changed = [
    ...(email === account.email ? [] : ['user.change-email']),
    ...(staffNumber === account.staffNumber ? [] : ['user.change-staff-number']),
  ]
  for (const action of changed) {
    await audit(transaction, {
      ...{ at, actor: actor.id, action, recordKind: 'operator', recordId: id, commandId },
    })
  }
  return null
}

async function refuseTaken(
  store: StoreReader,
  id: string,
  { email, staffNumber }: Pick<CommandArguments<'user.change'>, 'email' | 'staffNumber'>,
): Promise<Refusal | null> {
  const byEmail = await store.accountByEmail(normalEmail(email))
  if (byEmail !== null && byEmail.id !== id) return refuse('email-taken', email)
  const byNumber = staffNumber === null ? null : await store.accountByStaffNumber(staffNumber)
  return byNumber !== null && byNumber.id !== id ? refuse('staff-number-taken', staffNumber ?? '') : null
}
