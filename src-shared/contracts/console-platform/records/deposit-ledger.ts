import type { PlainDate } from '../../../calendar/plain-date.ts'
import type { Fen } from '../../../money/fen.ts'
import {
  type DepositEntry,
  type DepositObligation,
  depositBalance,
  type RefundPayee,
} from './deposit-obligation.ts'
import { rechargeName } from './recharge.ts'

type Entries = Pick<DepositObligation, 'entries'>

/** A refund on its way: what is asked for and by whom, and what was approved and is not paid yet. Fen. */
export interface RefundProgress {
  readonly requested: {
    readonly amount: Fen
    readonly by: string
    readonly byName: string
    readonly at: string
    readonly reason: string
    /** Null in a request from before it was asked for. */
    readonly payee: RefundPayee | null
  } | null
  readonly approved: Fen
  /** Paid so far, less what came back. */
  readonly paid: Fen
}

/** Where the refunds of a deposit stand. */
export function refundProgress({ entries }: Entries): RefundProgress {
  let requested: RefundProgress['requested'] = null
  let approved = 0
  let paid = 0
  for (const entry of entries) {
    if (entry.kind === 'refund-request') {
      const { wanted: amount, by, byName, at, reason, payee } = entry
      requested = { amount, by, byName, at, reason, payee }
    }
    // What was asked for is refused; else what was approved and is not paid.
    if (entry.kind === 'refund-refusal' && requested === null) approved = 0
    if (entry.kind === 'refund-refusal' || entry.kind === 'refund-approval') requested = null
    if (entry.kind === 'refund-approval') approved += entry.approved
    if (entry.kind === 'refund' || entry.kind === 'refund-returned') {
      // Negative when it is paid, positive when it comes back.
      approved += entry.amount
      paid -= entry.amount
    }
  }
  return { requested, approved, paid }
}

/** A refund on its way to the bank in a batch. */
export type BatchedRefund = Extract<DepositEntry, { kind: 'refund-in-batch' }>

/** The payment of a batch that is to pay what is approved, or that did and may still be undone; null where there is none. */
export function batchedRefund({ entries }: Entries): BatchedRefund | null {
  const last = entries.findLast(({ kind }) => kind === 'refund-in-batch' || kind === 'refund-out-of-batch')
  if (last?.kind !== 'refund-in-batch') return null
  // What was paid is over, unless that is undone.
  const since = entries.slice(entries.indexOf(last) + 1)
  const movement = since.findLast(({ kind }) => kind === 'refund' || kind === 'refund-returned')
  return movement?.kind === 'refund' ? null : last
}

/** The payment of a batch that the last movement of refunds is, or is to be, part of. */
export function lastBatchedRefund({ entries }: Entries): BatchedRefund | null {
  const last = entries.findLast(({ kind }) => kind === 'refund-in-batch' || kind === 'refund-out-of-batch')
  return last?.kind === 'refund-in-batch' ? last : null
}

/** A hold on refunds 暂停退还. */
export type RefundHold = Extract<DepositEntry, { kind: 'refund-hold' }>

/** The hold that keeps refunds from being approved; null where none does. */
export function refundHold({ entries }: Entries): RefundHold | null {
  const last = entries.findLast(({ kind }) => kind === 'refund-hold' || kind === 'refund-hold-lifted')
  return last?.kind === 'refund-hold' ? last : null
}

/** A receipt as it was issued. */
export type Receipt = Extract<DepositEntry, { kind: 'receipt' }>

/** Receipts that hold, oldest first. */
export function liveReceipts({ entries }: Entries): readonly Receipt[] {
  let live: Receipt[] = []
  for (const entry of entries) {
    if (entry.kind === 'receipt') live.push(entry)
    if (entry.kind === 'receipt-void') live = live.filter(({ lines }) => !lines.includes(entry.line))
  }
  return live
}

/** Ids of the bank lines whose money lies on it. */
export function matchedLineIds({ entries }: Entries): string[] {
  const matched = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'match') matched.add(entry.line)
    if (entry.kind === 'unmatch') matched.delete(entry.line)
  }
  return [...matched]
}

/** What was received and stands on no receipt yet: the lines and recharges it came by, and fen in all. */
export function withoutReceipt({ entries }: Entries): { readonly lines: string[]; readonly amount: Fen } {
  const open = new Map<string, Fen>()
  for (const entry of entries) {
    if (entry.kind === 'match') open.set(entry.line, (open.get(entry.line) ?? 0) + entry.amount)
    if (entry.kind === 'unmatch') open.delete(entry.line)
    if (entry.kind === 'recharge') open.set(entry.recharge, entry.amount)
    if (entry.kind === 'recharge-taken-back') open.delete(entry.recharge)
  }
  for (const { lines } of liveReceipts({ entries })) for (const line of lines) open.delete(line)
  return { lines: [...open.keys()], amount: [...open.values()].reduce((sum, amount) => sum + amount, 0) }
}

/** Numbers of the payments that recharges brought and that stand, as `rechargeName` writes them. */
export function rechargedNumbers({ entries }: Entries): Set<string> {
  const live = new Map<string, string>()
  for (const entry of entries) {
    if (entry.kind === 'recharge') live.set(entry.recharge, rechargeName(entry.number))
    if (entry.kind === 'recharge-taken-back') live.delete(entry.recharge)
  }
  return new Set(live.values())
}

/** What was received beyond the amount owed, less what is already on its way back. Fen. */
export function overpaid(obligation: Pick<DepositObligation, 'amount' | 'entries'>): Fen {
  const { approved } = refundProgress(obligation)
  return obligation.amount === null
    ? 0
    : Math.max(0, depositBalance(obligation) - approved - obligation.amount)
}

/** What is missing and has its own day to be paid 补足: fen, by when, and where it was deducted, for which violation. */
export interface TopUp {
  readonly amount: Fen
  readonly by: PlainDate
  /** Null where a new amount asks for it. */
  readonly violation: string | null
}

/**
 * What of a deposit is missing because it was deducted, or asked for later, the earliest first; and what was never paid in
 * at all. What comes in makes up what was asked first. Fen.
 */
export function topUpsDue(obligation: Pick<DepositObligation, 'amount' | 'entries'>): {
  readonly topUps: readonly TopUp[]
  readonly neverPaid: Fen
} {
  let missing = obligation.amount === null ? 0 : Math.max(0, obligation.amount - depositBalance(obligation))
  const topUps: TopUp[] = []
  for (const { amount, by, violation } of asked(obligation).toReversed()) {
    const open = Math.min(missing, amount)
    missing -= open
    if (open > 0) topUps.push({ amount: open, by, violation })
  }
  return { topUps: topUps.toSorted((one, other) => (one.by < other.by ? -1 : 1)), neverPaid: missing }
}

/** Deductions that hold, and differences to new amounts, oldest first. */
function asked({ entries }: Entries): TopUp[] {
  let live: TopUp[] = []
  for (const entry of entries) {
    if (entry.kind === 'deduction') {
      live.push({ amount: -entry.amount, by: entry.topUpBy, violation: entry.violation })
    }
    if (entry.kind === 'deduction-returned') {
      live = live.filter(({ violation }) => violation !== entry.violation)
    }
    if (entry.kind === 'new-amount' && entry.owes && entry.dueOn !== null) {
      live.push({ amount: entry.becomes - entry.was, by: entry.dueOn, violation: null })
    }
  }
  return live
}

/** The last ticket of the provider: what it says now; null where none came. */
export function lastTicket({ entries }: Entries): Extract<DepositEntry, { kind: 'finance-ticket' }> | null {
  return entries.findLast((entry) => entry.kind === 'finance-ticket') ?? null
}

/** How a receipt was sent last; null where it was not. */
export function courierOf(
  { entries }: Entries,
  number: string | null,
): Extract<DepositEntry, { kind: 'receipt-sent' }> | null {
  const sent = entries.filter((entry) => entry.kind === 'receipt-sent')
  return sent.findLast((entry) => entry.number === number) ?? null
}
