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
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === 'refund-request') {
      const { wanted: amount, by, byName, at, reason, payee } = entry
      requested = { amount, by, byName, at, reason, payee }
    }
    // What was asked for is refused; else what was approved and is neither paid nor on its way to the bank.
    if (entry.kind === 'refund-refusal' && requested === null) approved = onItsWay(entries.slice(0, at))
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

/** A payment of a batch, with the line that shows it; null while it is on its way. */
interface RefundPayment {
  readonly batched: BatchedRefund
  readonly line: string | null
}

/** The payments of batches that were neither given up nor failed, in the order in which they went in. */
function refundPayments(entries: readonly DepositEntry[]): RefundPayment[] {
  const payments: RefundPayment[] = []
  const last = (isIt: (payment: RefundPayment) => boolean) => {
    const at = payments.findLastIndex(isIt)
    const found = payments[at]
    return found === undefined ? null : { at, found }
  }
  for (const entry of entries) {
    if (entry.kind === 'refund-in-batch') payments.push({ batched: entry, line: null })
    if (entry.kind === 'refund-out-of-batch') {
      const out = last(({ batched, line }) => batched.batch === entry.batch && line === null)
      if (out !== null) payments.splice(out.at, 1)
    }
    if (entry.kind === 'refund') {
      const shown = last(({ batched, line }) => batched.paying === -entry.amount && line === null)
      if (shown !== null) payments[shown.at] = { ...shown.found, line: entry.line }
    }
    if (entry.kind === 'refund-returned') {
      const open = last(({ line }) => line === entry.line)
      if (open !== null) payments[open.at] = { ...open.found, line: null }
    }
  }
  return payments
}

/** The first payment of a batch that is on its way; null where none is: nothing else is batched until then. */
export function batchedRefund({ entries }: Entries): BatchedRefund | null {
  return refundPayments(entries).find(({ line }) => line === null)?.batched ?? null
}

/** The payment on its way that a line of this amount would show; null where it would show none. */
export function refundShownBy({ entries }: Entries, amount: Fen): BatchedRefund | null {
  const open = refundPayments(entries).filter(({ line }) => line === null)
  return open.findLast(({ batched }) => batched.paying === amount)?.batched ?? null
}

/** The payment that a line shows, or showed before it was taken off; null where it paid none. */
export function refundPaidBy({ entries }: Entries, lineId: string): BatchedRefund | null {
  const at = entries.findLastIndex((entry) => entry.kind === 'refund' && entry.line === lineId)
  const then = refundPayments(entries.slice(0, at + 1))
  return then.findLast(({ line }) => line === lineId)?.batched ?? null
}

/** What is approved, less what batches are to pay of it. Fen. */
export function approvedOutsideBatches({ entries }: Entries): Fen {
  return refundProgress({ entries }).approved - onItsWay(entries)
}

/** What batches are to pay and no line shows yet. Fen. */
function onItsWay(entries: readonly DepositEntry[]): Fen {
  return refundPayments(entries)
    .filter(({ line }) => line === null)
    .reduce((sum, { batched }) => sum + batched.paying, 0)
}

/** The batches that a refund was ever in. */
export function batchesOf({ entries }: Entries): string[] {
  return entries.flatMap((entry) => (entry.kind === 'refund-in-batch' ? [entry.batch] : []))
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
