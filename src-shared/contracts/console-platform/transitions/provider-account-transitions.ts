import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { Provider } from '../records/provider.ts'
import {
  accountInForce,
  type ProviderAccount,
  type ProviderAccountStatus,
  providerAccountName,
  providerAccountStatus,
} from '../records/provider-account.ts'
import { type Asking, ask, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf, stepOf } from './decision.ts'

export type ProviderAccountDecision = DecisionAbout<'providerAccount'>
type AccountCommand = CommandAbout<'providerAccount'>

/** Why an account cannot be decided about in this way. */
export type ProviderAccountTrouble = 'wrong-state' | 'unknown-provider' | 'same-person' | 'account-known'

const FROM: Readonly<Record<AccountCommand, ProviderAccountStatus | null>> = {
  'provider.propose-bank-account': null,
  'provider.approve-bank-account': 'proposed',
  'provider.refuse-bank-account': 'proposed',
}

/** Whether an account is in a state for a decision, whoever decides. */
export function providerAccountAllows(account: ProviderAccount, type: AccountCommand): boolean {
  return providerAccountStatus(account) === FROM[type]
}

/** Whether a decision is another person's: who proposed an account does not approve it. */
export function barredFromAccount(
  { proposed }: Pick<ProviderAccount, 'proposed'>,
  type: AccountCommand,
  actorId: string,
): boolean {
  return type === 'provider.approve-bank-account' && proposed.by === actorId
}

/** What a decision about an account looks at: the provider, and its other accounts. */
export interface AccountSurroundings {
  readonly provider: Provider | null
  readonly others: readonly ProviderAccount[]
}

/** Asks for what a decision about an account looks at. */
export function* accountSurroundings(
  before: ProviderAccount | null,
  decision: ProviderAccountDecision,
): Asking<AccountSurroundings> {
  const providerId =
    before?.providerId ??
    (decision.type === 'provider.propose-bank-account' ? decision.arguments.providerId : '')
  const provider = yield* ask('provider', providerId)
  if (provider === null) return { provider, others: [] }
  const all = yield* askOfProvider('providerAccount', provider.marketplace, providerId)
  return { provider, others: all.filter(({ id }) => id !== before?.id) }
}

/** The account as a decision leaves it, and the one it takes the place of, each one version further. */
export interface DecidedAccount {
  readonly account: ProviderAccount
  readonly replaced: { readonly before: ProviderAccount; readonly after: ProviderAccount } | null
}

/** An account after a decision, with the one it replaces; or why it cannot be. Pure. */
export function decideProviderAccount(
  before: ProviderAccount | null,
  id: string,
  { provider, others }: AccountSurroundings,
  decision: ProviderAccountDecision,
  actor: Actor,
  at: Instant,
): DecidedAccount | ProviderAccountTrouble {
  const said = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (provider === null) return 'unknown-provider'
  if (decision.type === 'provider.propose-bank-account') {
    if (before !== null) return 'wrong-state'
    const name = providerAccountName(decision.arguments)
    if (others.some((each) => isLive(each) && providerAccountName(each) === name)) return 'account-known'
    const made = {
      ...{ id, version: 1, marketplace: provider.marketplace, providerName: provider.name },
      ...decision.arguments,
      ...{ proposed: said, ruling: null, held: null, replaced: null },
      ...step,
    }
    return { account: made, replaced: null }
  }
  if (before === null || !providerAccountAllows(before, decision.type)) return 'wrong-state'
  if (barredFromAccount(before, decision.type, actor.id)) return 'same-person'
  const next = { ...before, ...step, version: before.version + 1 }
  switch (decision.type) {
    case 'provider.approve-bank-account': {
      const account: ProviderAccount = {
        ...next,
        ruling: { outcome: 'approved', reason: '', ...said },
        held: { since: at, why: 'approved' },
      }
      const former = accountInForce(others)
      if (former === null) return { account, replaced: null }
      const after: ProviderAccount = {
        ...former,
        version: former.version + 1,
        replaced: { at, by: id },
        history: [...former.history, stepOf('provider.account-replaced', actor, at)],
        updatedAt: at,
      }
      return { account, replaced: { before: former, after } }
    }
    case 'provider.refuse-bank-account': {
      const { reason } = decision.arguments
      return {
        account: { ...next, ruling: { outcome: 'refused', reason, ...said } },
        replaced: null,
      }
    }
  }
}

/** The account held anew, because the name or the code of its provider changed. */
export function heldAnew(account: ProviderAccount, actor: Actor, at: Instant): ProviderAccount {
  return {
    ...account,
    version: account.version + 1,
    held: { since: at, why: 'provider-changed' },
    history: [...account.history, stepOf('provider.account-held', actor, at)],
    updatedAt: at,
  }
}

function isLive(account: ProviderAccount): boolean {
  const status = providerAccountStatus(account)
  return status === 'proposed' || status === 'approved'
}
