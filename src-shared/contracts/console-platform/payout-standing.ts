import type { PlainDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import { packInForce } from '../../policy/pack-in-force.ts'
import type { Policies } from '../../rules/in-force/policies.ts'
import type { PayoutCheck } from '../../rules/payouts/payout-check.ts'
import { type PayoutFacts, payoutChecks } from '../../rules/payouts/payout-checks.ts'
import type { PayableMonth } from '../../rules/payouts/payout-months.ts'
import { depositOnDay } from './deposit-on-day.ts'
import { type DepositObligation, depositBalance } from './records/deposit-obligation.ts'
import { invoicedFor, type PayoutRequest } from './records/payout-request.ts'
import { accountInForce } from './records/provider-account.ts'
import type { SettlementStatement } from './records/settlement-statement.ts'
import { type PayoutSurroundings, takenStatements } from './transitions/payout-transitions.ts'

/** What payouts are judged by. */
type Judging = Pick<Policies, 'packs' | 'calendar' | 'controls'>

/** What of a request its checks go by. */
export type CheckedRequest = Pick<PayoutRequest, 'marketplace' | 'months' | 'amount' | 'invoices'> & {
  readonly requested: Pick<PayoutRequest['requested'], 'on'>
  readonly account: PayoutRequest['account']
}

/** The checks before paying 付款前检查 of a request on a day, by the pack it was made under and today's controls. */
export function payoutChecksOn(
  policies: Judging,
  request: CheckedRequest,
  around: PayoutSurroundings,
  deposits: readonly DepositObligation[],
  on: PlainDate,
): PayoutCheck[] {
  const { controls, calendar } = policies
  const { marketplace, months, amount, requested } = request
  const facts: PayoutFacts = {
    requestedOn: requested.on,
    months: payableMonths(around),
    chosen: months.map(({ month }) => month),
    amount,
    invoiced: invoicedFor(request),
    deposits: deposits.map((deposit) => depositFacts(policies, deposit, on)),
    owed: owedByProvider(around.statements),
    paymentsPaused: controls('payments-paused', on),
    providerPaused: around.provider?.payoutsPaused ?? false,
    account: accountFacts(request, around),
    holdDays: controls('account-hold-days', on),
  }
  return payoutChecks(packInForce(policies.packs, marketplace, requested.on), facts, calendar, on)
}

/** Committed months of a provider, and which of them other live requests pay. */
export function payableMonths({ statements, others }: PayoutSurroundings): PayableMonth[] {
  const taken = takenStatements(others)
  return statements
    .filter(({ status }) => status === 'committed')
    .map(({ id, month, totals }) => ({ month, net: totals.net, taken: taken.has(id) }))
}

/** How many people have to approve an amount by the company's threshold on a day. */
export function approversFor({ controls }: Pick<Policies, 'controls'>, amount: number, on: PlainDate): 1 | 2 {
  return amount > controls('second-approver-above', on) ? 2 : 1
}

/** What the newest committed month leaves below zero 负数结转; fen, positive. */
function owedByProvider(statements: readonly SettlementStatement[]): number {
  const newest = statements
    .filter(({ status }) => status === 'committed')
    .reduce<SettlementStatement | null>(
      (last, each) => (last === null || each.month > last.month ? each : last),
      null,
    )
  const left = (newest?.carriedOut ?? []).reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, -left)
}

function depositFacts(policies: Judging, deposit: DepositObligation, on: PlainDate) {
  const { settled } = depositOnDay(policies, deposit, on)
  const missing = deposit.amount === null ? null : Math.max(0, deposit.amount - depositBalance(deposit))
  return { settled, missing }
}

/** Once verified it is the account that was verified, and holds only while that is the one in force. */
function accountFacts({ account }: CheckedRequest, { accounts }: PayoutSurroundings): PayoutFacts['account'] {
  const inForce = accountInForce(accounts)
  if (inForce !== null && (account === null || account.id === inForce.id)) {
    const heldSince = inForce.held === null ? null : shanghaiDate(inForce.held.since)
    return { approved: true, heldSince }
  }
  const isProposed = accounts.some(({ ruling }) => ruling === null)
  return isProposed || inForce !== null ? { approved: false, heldSince: null } : null
}
