import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import {
  accountInForce,
  type ProviderAccount,
} from '#shared/contracts/console-platform/records/provider-account.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  accountSurroundings,
  decideProviderAccount,
  heldAnew,
  type ProviderAccountDecision,
} from '#shared/contracts/console-platform/transitions/provider-account-transitions.ts'
import { type CommandSetting, PLATFORM_ACTOR, type Refusal, refuse } from './ruling.ts'
import { samePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a provider's account; the one that held before gives way to an approved one. */
export async function decideOnProviderAccount(
  setting: CommandSetting,
  before: ProviderAccount | null,
  decision: ProviderAccountDecision,
  id: string,
): Promise<ProviderAccount | Refusal> {
  const { transaction, actor, at } = setting
  const around = await answeredFrom(accountSurroundings(before, decision), transaction)
  const decided = decideProviderAccount(before, id, around, decision, actor, at)
  if (typeof decided === 'string')
    return refuse(decided, before?.proposed.byName ?? around.provider?.id ?? id)
  if (decision.type === 'provider.approve-bank-account' && before !== null) {
    if (await samePerson(transaction, before.proposed.by, actor.id)) {
      return refuse('same-person', before.proposed.byName)
    }
  }
  const { account, replaced } = decided
  if (replaced !== null) {
    await writeRecord(setting, decision.type, 'providerAccount', replaced.before, replaced.after)
  }
  await writeRecord(setting, decision.type, 'providerAccount', before, account)
  return account
}

/** A provider whose name or code changed is another payee for all one knows: its account is held anew. */
export async function holdAfterChange(
  setting: CommandSetting,
  action: string,
  before: Provider | null,
  after: Provider,
): Promise<void> {
  if (before === null) return
  const isSame =
    before.name === after.name && before.uscc === after.uscc && before.residentId === after.residentId
  if (isSame) return
  const { marketplace, id } = after
  const account = accountInForce(await setting.transaction.ofProvider('providerAccount', marketplace, id))
  if (account === null) return
  await writeRecord(
    setting,
    action,
    'providerAccount',
    account,
    heldAnew(account, PLATFORM_ACTOR, setting.at),
  )
}
