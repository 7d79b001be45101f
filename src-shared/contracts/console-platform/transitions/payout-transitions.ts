import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import type { CommandAbout } from '../commands.ts'
import { handsIn, isLivePayout, type PayoutRequest, type PayoutStatus } from '../records/payout-request.ts'
import type { Provider } from '../records/provider.ts'
import { accountInForce, type ProviderAccount } from '../records/provider-account.ts'
import type { SettlementStatement } from '../records/settlement-statement.ts'
import { type Asking, ask, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf, historyWithReason } from './decision.ts'
import { hasOtherInvoices } from './payout-steps.ts'

export type PayoutDecision = DecisionAbout<'payoutRequest'>
type PayoutCommand = CommandAbout<'payoutRequest'>

/** Why a request cannot be decided about in this way. */
export type PayoutTrouble =
  | 'wrong-state'
  | 'unknown-provider'
  | 'same-person'
  | 'bad-arguments'
  /** A month is not committed, is in another request, or several together come to nothing. */
  | 'month-not-payable'
  /** There is no approved account to pay to. */
  | 'account-not-approved'

const FROM: Readonly<Record<PayoutCommand, readonly PayoutStatus[]>> = {
  'payout.request': [],
  'payout.verify': ['requested', 'invoice_received'],
  'payout.approve': ['verified', 'approved_once'],
  'payout.reject': [
    'requested',
    'invoice_pending',
    'invoice_received',
    'verified',
    'approved_once',
    'approved',
  ],
  'payout.cancel': ['requested', 'invoice_pending', 'invoice_received', 'verified'],
  'payout.send-back': ['verified', 'approved_once', 'approved'],
}

/** Whether a request is in a state for a decision, whoever decides. */
export function payoutAllows(
  request: Pick<PayoutRequest, 'status' | 'history'>,
  type: PayoutCommand,
): boolean {
  // Its payment failed, and its invoices changed since it was verified: it is sent back, to be verified anew.
  if (type === 'payout.approve' && hasOtherInvoices(request)) return false
  return FROM[type].includes(request.status)
}

/** Whether a decision is another person's: who asked, verified or approved does not approve. */
export function barredFromPayout(
  request: Parameters<typeof handsIn>[0],
  type: PayoutCommand,
  actorId: string,
): boolean {
  return type === 'payout.approve' && handsIn(request).some(({ by }) => by === actorId)
}

/** What a decision about a request looks at: the provider with its statements, accounts and other requests. */
export interface PayoutSurroundings {
  readonly provider: Provider | null
  readonly statements: readonly SettlementStatement[]
  readonly accounts: readonly ProviderAccount[]
  readonly others: readonly PayoutRequest[]
}

/** Asks for what a decision about a request of a provider looks at; `id` is the request's own. */
export function* payoutSurroundings(providerId: string, id: string): Asking<PayoutSurroundings> {
  const provider = yield* ask('provider', providerId)
  if (provider === null) return { provider, statements: [], accounts: [], others: [] }
  const { marketplace } = provider
  const statements = yield* askOfProvider('settlementStatement', marketplace, providerId)
  const accounts = yield* askOfProvider('providerAccount', marketplace, providerId)
  const requests = yield* askOfProvider('payoutRequest', marketplace, providerId)
  return { provider, statements, accounts, others: requests.filter((each) => each.id !== id) }
}

/** The provider that a decision about a request concerns. */
export function payoutProvider(before: PayoutRequest | null, decision: PayoutDecision): string {
  return before?.providerId ?? (decision.type === 'payout.request' ? decision.arguments.providerId : '')
}

/**
 * A request after a decision, or why it cannot be. `approvers` is how many people have to approve it by the company's
 * threshold; what else is checked before money goes is the platform's. Pure.
 */
export function decidePayout(
  before: PayoutRequest | null,
  id: string,
  around: PayoutSurroundings,
  decision: PayoutDecision,
  actor: Actor,
  at: Instant,
  approvers: 1 | 2,
): PayoutRequest | PayoutTrouble {
  const said = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (decision.type === 'payout.request') {
    if (before !== null) return 'wrong-state'
    return madeRequest(id, around, decision.arguments, { ...said, via: 'desk' }, step, approvers)
  }
  if (before === null || !payoutAllows(before, decision.type)) return 'wrong-state'
  if (barredFromPayout(before, decision.type, actor.id)) return 'same-person'
  const next = { ...before, ...step, version: before.version + 1 }
  switch (decision.type) {
    case 'payout.verify': {
      const account = accountInForce(around.accounts)
      if (account === null) return 'account-not-approved'
      const { reason } = decision.arguments
      return {
        ...next,
        status: 'verified',
        approvers,
        verified: { ...said, reason },
        account: payee(account),
      }
    }
    case 'payout.approve': {
      if (decision.arguments.amount !== before.amount) return 'bad-arguments'
      const approvals = [...before.approvals, said]
      const status = approvals.length >= approvers ? 'approved' : 'approved_once'
      return { ...next, status, approvers, approvals }
    }
    case 'payout.send-back':
      return {
        ...next,
        ...{ status: beforeVerifying(before), verified: null, account: null, approvals: [] },
        history: [...before.history, historyWithReason(decision, actor, at)],
      }
    case 'payout.reject':
      return { ...next, status: 'rejected', ended: { ...said, reason: decision.arguments.reason } }
    case 'payout.cancel':
      return { ...next, status: 'cancelled', ended: { ...said, reason: decision.arguments.reason } }
  }
}

/** Where a request waits that is to be verified anew. */
function beforeVerifying({ invoices, history }: PayoutRequest): PayoutStatus {
  if (invoices.length > 0) return 'invoice_received'
  return history.some(({ action }) => action === 'payout.await-invoice') ? 'invoice_pending' : 'requested'
}

/** Who asks for money, and by which way. */
type Asker = Pick<PayoutRequest['requested'], 'at' | 'by' | 'byName' | 'via'>

/** A request as it comes to be, or why it cannot. Pure. */
export function madeRequest(
  id: string,
  { provider, statements, others }: PayoutSurroundings,
  { months, reason }: { readonly months: readonly string[]; readonly reason: string },
  asker: Asker,
  step: Pick<PayoutRequest, 'history' | 'updatedAt'>,
  approvers: 1 | 2,
): PayoutRequest | PayoutTrouble {
  if (provider === null) return 'unknown-provider'
  const taken = takenStatements(others)
  const asked = [...new Set(months)].sort()
  const paid = asked.flatMap((month) => {
    const found = statements.find((each) => each.month === month && each.status === 'committed')
    return found === undefined || taken.has(found.id)
      ? []
      : [{ month, statementId: found.id, net: found.totals.net }]
  })
  const amount = paid.reduce((sum, { net }) => sum + net, 0)
  if (paid.length < asked.length || amount <= 0) return 'month-not-payable'
  return {
    ...{ id, version: 1, marketplace: provider.marketplace },
    ...{ providerId: provider.id, providerName: provider.name, status: 'requested', months: paid, amount },
    requested: { ...asker, on: shanghaiDate(asker.at), reason },
    ...{ invoices: [], verified: null, account: null, approvers, approvals: [], ended: null },
    ...{ batchId: null, endToEndId: null, paidAt: null, failures: [] },
    ...step,
  }
}

/** Statements that live requests pay. */
export function takenStatements(requests: readonly PayoutRequest[]): ReadonlySet<string> {
  return new Set(
    requests.filter(isLivePayout).flatMap(({ months }) => months.map(({ statementId }) => statementId)),
  )
}

function payee({
  id,
  accountName,
  accountNumber,
  bankName,
  bankCode,
}: ProviderAccount): PayoutRequest['account'] {
  return { id, accountName, accountNumber, bankName, bankCode }
}
