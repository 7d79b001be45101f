import type { Fen } from '../../money/fen.ts'
import { plainAccount } from '../../rules/bank-matching/line-to-match.ts'
import type { BankLine } from './records/bank-line.ts'
import type { DepositEntry, DepositObligation, RefundPayee } from './records/deposit-obligation.ts'
import type { Recharge } from './records/recharge.ts'
import { type Asking, askAll } from './transitions/asking.ts'
import { unclaimed } from './transitions/deposit-transitions.ts'

/** An account that payments of a deposit came from, and what may go back there 可原路金额; fen. */
export interface RefundRoute {
  readonly account: string
  readonly name: string
  readonly available: Fen
}

type SourceLine = Pick<BankLine, 'counterpartyAccount' | 'counterpartyName'>

/** Ids of the bank lines that say where the money of a deposit came from and went. */
export function sourceLineIds({ entries }: Pick<DepositObligation, 'entries'>): string[] {
  return [...new Set(entries.flatMap((entry) => ('line' in entry ? [entry.line] : [])))]
}

/** Ids of the recharges that brought money of a deposit. */
export function sourceRechargeIds({ entries }: Pick<DepositObligation, 'entries'>): string[] {
  return [...new Set(entries.flatMap((entry) => ('recharge' in entry ? [entry.recharge] : [])))]
}

type SourceRecharge = Pick<Recharge, 'payerAccount' | 'payerName' | 'number'>

/**
 * Where the money of a deposit may go back to: each account with what came from it, less what went back there and what
 * is approved to. What came from no named account can go back to none; a channel pays back to the payment itself, by its
 * number. Pure; the first payer first.
 */
export function refundRoutes(
  obligation: Pick<DepositObligation, 'amount' | 'entries'>,
  lines: ReadonlyMap<string, SourceLine>,
  recharges: ReadonlyMap<string, SourceRecharge> = new Map(),
): RefundRoute[] {
  const payers = new Map<string, Payer>()
  const left = new Map<string, Fen>()
  const add = (account: string, amount: Fen) => left.set(account, (left.get(account) ?? 0) + amount)
  for (const entry of obligation.entries) {
    const payer = payerOf(entry, lines, recharges)
    const account = plainAccount(payer?.account ?? '')
    if (payer === null || account === '') continue
    if (!payers.has(account)) payers.set(account, payer)
    add(account, entry.amount)
  }
  for (const { amount, payee } of awaitingPayment(obligation.entries)) {
    if (payee !== null) add(plainAccount(payee.account), -amount)
  }
  const most = unclaimed(obligation)
  return [...payers].flatMap(([account, payer]) => {
    const available = Math.min(most, left.get(account) ?? 0)
    return available > 0 ? [{ account: payer.written, name: payer.name, available }] : []
  })
}

/** Who paid; `written` is how the account is shown: of a bank without blanks, of a channel as the channel has it. */
interface Payer {
  readonly account: string
  readonly written: string
  readonly name: string
}

/** Whom a posting's money came from or went to; null where that is not known. */
function payerOf(
  entry: DepositEntry,
  lines: ReadonlyMap<string, SourceLine>,
  recharges: ReadonlyMap<string, SourceRecharge>,
): Payer | null {
  if ('recharge' in entry) {
    const recharge = recharges.get(entry.recharge)
    if (recharge === undefined) return null
    const { payerAccount, payerName, number } = recharge
    const account = payerAccount === '' ? number : payerAccount
    return { account, written: account, name: payerName }
  }
  const line = 'line' in entry ? lines.get(entry.line) : undefined
  if (line === undefined) return null
  const { counterpartyAccount: account, counterpartyName: name } = line
  return { account, written: plainAccount(account), name }
}

/** Why a payee is not proven by where the money came from; null where it is, or is proven otherwise. Fen that may go there. */
export function unprovenRoute(
  routes: readonly RefundRoute[],
  { route, account, name }: RefundPayee,
  amount: Fen,
): Fen | null {
  if (route === 'elsewhere') return null
  const known = routes.find(
    (each) => plainAccount(each.account) === plainAccount(account) && each.name === name,
  )
  return known !== undefined && amount <= known.available ? null : (known?.available ?? 0)
}

/** Asks for the lines of a deposit, and says where its money may go back to. */
export function* askRefundRoutes(obligation: DepositObligation): Asking<RefundRoute[]> {
  const lines = yield* askAll('bankLine', sourceLineIds(obligation))
  const recharges = yield* askAll('recharge', sourceRechargeIds(obligation))
  return refundRoutes(obligation, lines, recharges)
}

/** Whom all that is approved and not paid is for; null where that is nobody, or several. */
export function refundPayee({ entries }: Pick<DepositObligation, 'entries'>): RefundPayee | null {
  const [first, ...others] = awaitingPayment(entries).map(({ payee }) => payee)
  if (first == null) return null
  const isSame = (other: RefundPayee | null) =>
    other !== null && plainAccount(other.account) === plainAccount(first.account) && other.name === first.name
  return others.every(isSame) ? first : null
}

interface Awaiting {
  readonly amount: Fen
  readonly payee: RefundPayee | null
}

/** What is approved and not paid yet, with whom it is for; what was approved first is paid first. */
function awaitingPayment(entries: readonly DepositEntry[]): Awaiting[] {
  let asked: RefundPayee | null = null
  let isAsked = false
  let waiting: Awaiting[] = []
  let paidLast: RefundPayee | null = null
  for (const entry of entries) {
    switch (entry.kind) {
      case 'refund-request':
        asked = entry.payee
        isAsked = true
        break
      case 'refund-approval':
        waiting = [...waiting, { amount: entry.approved, payee: asked }]
        isAsked = false
        break
      case 'refund-refusal':
        if (!isAsked) waiting = []
        isAsked = false
        break
      case 'refund':
        paidLast = waiting[0]?.payee ?? null
        waiting = lessPaid(waiting, -entry.amount)
        break
      case 'refund-returned':
        waiting = [{ amount: entry.amount, payee: paidLast }, ...waiting]
        break
      case 'waive':
      case 'match':
      case 'unmatch':
      case 'receipt':
      case 'receipt-void':
      case 'finance-ticket':
      case 'receipt-sent':
      case 'refund-hold':
      case 'refund-hold-lifted':
      case 'refund-in-batch':
      case 'refund-out-of-batch':
      case 'new-amount':
      case 'recharge':
      case 'recharge-taken-back':
      case 'deduction':
      case 'deduction-returned':
        break
    }
  }
  return waiting
}

function lessPaid(waiting: readonly Awaiting[], paid: Fen): Awaiting[] {
  let rest = paid
  return waiting.flatMap((each) => {
    const taken = Math.min(rest, each.amount)
    rest -= taken
    return each.amount > taken ? [{ ...each, amount: each.amount - taken }] : []
  })
}
