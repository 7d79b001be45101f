import type { Account } from '../store/credentials.ts'
import type { StoreReader } from '../store/store.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

/**
 * Whether two accounts are one person's: the same account, the same mailbox however it is written, or the same staff
 * number. What two people have to do is not done by one of them with two accounts.
 */
export async function samePerson(store: StoreReader, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [left, right] = [await store.account(one), await store.account(other)]
  return left !== null && right !== null && areOnePerson(left, right)
}

type Person = Pick<Account, 'email' | 'staffNumber'>

/** The same of two accounts, as they are or would be. */
export function areOnePerson(left: Person, right: Person): boolean {
  const bySameNumber = left.staffNumber !== null && left.staffNumber === right.staffNumber
  return bySameNumber || mailbox(left.email) === mailbox(right.email)
}

/** Refuses who gives a command and is one of these people too, under whatever account; `named` says who that is. */
export async function refuseSamePerson(
  { transaction, actor }: Pick<CommandSetting, 'transaction' | 'actor'>,
  people: readonly string[],
  named: string,
): Promise<Refusal | null> {
  for (const one of people)
    if (await samePerson(transaction, one, actor.id)) return refuse('same-person', named)
  return null
}

/** An address without what mail systems leave out: `Zhou.Min+pay@…` is delivered to `zhou.min@…`. */
function mailbox(email: string): string {
  const [name = '', domain = ''] = email.trim().toLowerCase().split('@')
  return `${name.split('+')[0]}@${domain}`
}
