import type { Instant } from '../../../base/ids.ts'
import { monthOfDate } from '../../../calendar/plain-date.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import { invoiceNumber } from '../../../invoices/invoice.ts'
import type { CommandAbout } from '../commands.ts'
import {
  confirmUntil,
  countsFor,
  type InvoiceStatus,
  invoiceStatus,
  isDoubted,
  type ProviderInvoice,
  type RedConfirmation,
} from '../records/invoice.ts'
import type { PayoutRequest } from '../records/payout-request.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import { type Asking, ask, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf, historyWithReason } from './decision.ts'
import { withInvoices } from './payout-steps.ts'

export type InvoiceDecision = DecisionAbout<'invoice'>
type InvoiceCommand = CommandAbout<'invoice'>

/** Why an invoice cannot be decided about in this way. */
export type ProviderInvoiceTrouble =
  | 'wrong-state'
  | 'unknown-provider'
  | 'unknown-record'
  | 'day-impossible'
  | 'invoice-doubtful'

/** Nothing of these is deducted. */
const IS_OVER: readonly InvoiceStatus[] = ['red-letter', 'reversed']

/** Whether an invoice is in a state for a decision, whoever decides. */
export function invoiceAllows(invoice: ProviderInvoice, type: InvoiceCommand): boolean {
  const status = invoiceStatus(invoice)
  const isLive = status !== 'withdrawn'
  switch (type) {
    case 'invoice.record':
      return false
    case 'invoice.verify-result':
      return isLive
    case 'invoice.enter-red-letter':
      return isLive && status !== 'red-letter' && status !== 'reversed'
    case 'invoice.confirm-red-letter':
    case 'invoice.refuse-red-letter':
      return isLive && invoice.confirmations.some(isUndecided)
    case 'invoice.withdraw-red-letter':
      return isLive && invoice.confirmations.some(isWithdrawable)
    case 'invoice.record-paper':
      return isLive
    case 'invoice.tick-deduction':
      return isLive && invoice.kind === 'special' && !IS_OVER.includes(status) && invoice.deduction === null
    case 'invoice.untick-deduction':
      return isLive && invoice.deduction !== null
    case 'invoice.withdraw':
      // What a red letter rests on stays, and so does a red letter that has posted.
      return isLive && invoice.reversals.length === 0 && invoice.deduction === null
  }
}

/** Whether an entry waits for somebody to confirm it. */
export function isUndecided({ outcome, waitsFor }: RedConfirmation): boolean {
  return outcome === 'open' && waitsFor !== 'nobody'
}

/** Whether whoever entered it may withdraw it. */
export function isWithdrawable({ outcome }: RedConfirmation): boolean {
  return outcome === 'open' || outcome === 'confirmed'
}

/** What a decision about an invoice looks at. */
export interface InvoiceSurroundings {
  readonly provider: RecordOf['provider'] | null
  /** The blue invoice that a red letter takes back. */
  readonly original: ProviderInvoice | null
  /** Red letters that were recorded before the blue invoice they take back. */
  readonly earlierReds: readonly ProviderInvoice[]
  /** The requests of the invoice and of its original. */
  readonly payouts: readonly PayoutRequest[]
}

/** Asks for what a decision about an invoice looks at. */
export function* invoiceAround(
  before: ProviderInvoice | null,
  decision: InvoiceDecision,
): Asking<InvoiceSurroundings> {
  const said = decision.type === 'invoice.record' ? decision.arguments : before
  if (said === null) return { provider: null, original: null, earlierReds: [], payouts: [] }
  const provider = yield* ask('provider', said.providerId)
  const named = said.redLetter?.original ?? null
  const isAsked = provider !== null && (named !== null || before === null)
  const all = isAsked ? yield* askOfProvider('invoice', provider.marketplace, said.providerId) : []
  const live = all.filter((each) => each.withdrawn === null)
  const original = named === null ? null : (live.find((each) => invoiceNumber(each) === named) ?? null)
  const earlierReds =
    before === null ? live.filter((each) => each.redLetter?.original === invoiceNumber(said)) : []
  const payouts: PayoutRequest[] = []
  for (const id of new Set([said.payoutId, original?.payoutId ?? null])) {
    const payout = id === null ? null : yield* ask('payoutRequest', id)
    if (payout !== null) payouts.push(payout)
  }
  return { provider, original, earlierReds, payouts }
}

/** The invoice, and what else a decision leaves one version further. */
export interface DecidedInvoice {
  readonly invoice: ProviderInvoice
  readonly original: ProviderInvoice | null
  readonly payouts: readonly PayoutRequest[]
}

/** An invoice after a decision, with what it takes back and the requests that lose or gain it; or why it cannot be. Pure. */
export function decideInvoice(
  before: ProviderInvoice | null,
  id: string,
  around: InvoiceSurroundings,
  decision: InvoiceDecision,
  actor: Actor,
  at: Instant,
): DecidedInvoice | ProviderInvoiceTrouble {
  const who = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (decision.type === 'invoice.record') {
    if (before !== null) return 'wrong-state'
    const { provider, payouts } = around
    if (provider === null) return 'unknown-provider'
    const { payoutId, paper, issuedOn } = decision.arguments
    if (paper !== null && paper.receivedOn < issuedOn) return 'day-impossible'
    const payout = payouts.find((each) => each.id === payoutId)
    if (payoutId !== null && payout?.providerId !== provider.id) return 'unknown-record'
    const invoice: ProviderInvoice = {
      ...{ id, version: 1, marketplace: provider.marketplace, providerName: provider.name },
      ...decision.arguments,
      reversals: around.earlierReds.map(reversalBy),
      ...{ verifications: [], confirmations: [], deduction: null, recorded: who, withdrawn: null },
      ...step,
    }
    return withOthers(invoice, around, actor, at)
  }
  if (before === null || !invoiceAllows(before, decision.type)) return 'wrong-state'
  const next = { ...before, ...step, version: before.version + 1 }
  switch (decision.type) {
    case 'invoice.verify-result': {
      if (decision.arguments.checkedOn < before.issuedOn) return 'day-impossible'
      const verifications = [...before.verifications, { ...decision.arguments, ...who }]
      // What the tax site says of a red letter changes nothing of what it takes back.
      return withOthers({ ...next, verifications }, { ...around, original: null }, actor, at)
    }
    case 'invoice.record-paper': {
      const paper = decision.arguments
      return paper.receivedOn < before.issuedOn ? 'day-impossible' : alone({ ...next, paper })
    }
    case 'invoice.tick-deduction': {
      const { period } = decision.arguments
      if (isDoubted(before)) return 'invoice-doubtful'
      if (period < monthOfDate(before.issuedOn)) return 'day-impossible'
      return alone({ ...next, deduction: { period, ...who } })
    }
    case 'invoice.untick-deduction':
      return alone({
        ...next,
        deduction: null,
        history: [...before.history, historyWithReason(decision, actor, at)],
      })
    case 'invoice.enter-red-letter': {
      const { number, enteredAt } = decision.arguments
      if (before.confirmations.some((each) => each.number === number)) return 'wrong-state'
      if (shanghaiDate(enteredAt) < before.issuedOn) return 'day-impossible'
      const entry: RedConfirmation = { ...decision.arguments, outcome: 'open', decided: null }
      return alone({ ...next, confirmations: [...before.confirmations, entry] })
    }
    case 'invoice.confirm-red-letter':
    case 'invoice.refuse-red-letter': {
      const { number, happenedAt } = decision.arguments
      const open = before.confirmations.find((each) => each.number === number && isUndecided(each))
      if (open === undefined || hasLapsed(open, happenedAt)) return 'wrong-state'
      if (happenedAt < open.enteredAt) return 'day-impossible'
      const outcome = decision.type === 'invoice.confirm-red-letter' ? 'confirmed' : 'refused'
      const reason = decision.type === 'invoice.refuse-red-letter' ? decision.arguments.reason : ''
      return alone(withOutcome(next, open, { outcome, decided: { ...who, reason, happenedAt } }))
    }
    case 'invoice.withdraw-red-letter': {
      const { number, happenedAt, reason } = decision.arguments
      const entry = before.confirmations.find((each) => each.number === number && isWithdrawable(each))
      if (entry === undefined || hasLapsed(entry, happenedAt)) return 'wrong-state'
      if (happenedAt < (entry.decided?.happenedAt ?? entry.enteredAt)) return 'day-impossible'
      const outcome = entry.outcome === 'confirmed' ? 'withdrawn-confirmed' : 'withdrawn'
      return alone(withOutcome(next, entry, { outcome, decided: { ...who, reason, happenedAt } }))
    }
    case 'invoice.withdraw': {
      const withdrawn = { ...decision.arguments, ...who }
      return withOthers({ ...next, withdrawn }, around, actor, at)
    }
  }
}

/** After 72 hours the bureau has made an entry void by itself that nobody confirmed. */
export function hasLapsed(entry: RedConfirmation, at: Instant): boolean {
  return isUndecided(entry) && confirmUntil(entry) < at
}

function withOutcome(
  invoice: ProviderInvoice,
  entry: RedConfirmation,
  became: Pick<RedConfirmation, 'outcome' | 'decided'>,
): ProviderInvoice {
  const confirmations = invoice.confirmations.map((each) => (each === entry ? { ...each, ...became } : each))
  return { ...invoice, confirmations }
}

function alone(invoice: ProviderInvoice): DecidedInvoice {
  return { invoice, original: null, payouts: [] }
}

/** What follows for the original of a red letter, and for the requests that count either. */
function withOthers(
  invoice: ProviderInvoice,
  { original, payouts }: InvoiceSurroundings,
  actor: Actor,
  at: Instant,
): DecidedInvoice {
  const reversed = original === null ? null : withReversal(original, invoice, at)
  return {
    invoice,
    original: reversed,
    payouts: payouts.flatMap((payout) => counting(payout, [invoice, reversed], actor, at)),
  }
}

/** A blue invoice with a red letter that takes it back, or without one that was withdrawn. */
function withReversal(original: ProviderInvoice, red: ProviderInvoice, at: Instant): ProviderInvoice {
  const others = original.reversals.filter(({ id }) => id !== red.id)
  return {
    ...original,
    version: original.version + 1,
    reversals: red.withdrawn === null ? [...others, reversalBy(red)] : others,
    updatedAt: at,
  }
}

function reversalBy(red: ProviderInvoice): ProviderInvoice['reversals'][number] {
  return { id: red.id, number: invoiceNumber(red), gross: red.gross }
}

/** A request with what these invoices count for it now; none where nothing of it changes. */
function counting(
  payout: PayoutRequest,
  invoices: readonly (ProviderInvoice | null)[],
  actor: Actor,
  at: Instant,
): readonly PayoutRequest[] {
  const own = invoices.flatMap((each) => (each?.payoutId === payout.id ? [each] : []))
  const others = payout.invoices.filter(({ id }) => !own.some((each) => each.id === id))
  const counted = own.flatMap((each) => {
    const gross = countsFor(each)
    return gross === 0 ? [] : [{ id: each.id, number: invoiceNumber(each), gross }]
  })
  const now = [...others, ...counted].sort((left, right) => (left.id < right.id ? -1 : 1))
  const before = [...payout.invoices].sort((left, right) => (left.id < right.id ? -1 : 1))
  if (JSON.stringify(now) === JSON.stringify(before)) return []
  const changed = withInvoices(payout, now, actor, at)
  return changed === null ? [] : [changed]
}
