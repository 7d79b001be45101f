import type { Instant } from '../../../base/ids.ts'
import type { Fen } from '../../../money/fen.ts'
import type { CommandAbout, CommandArguments } from '../commands.ts'
import {
  batchedRefund,
  liveReceipts,
  refundHold,
  refundProgress,
  withoutReceipt,
} from '../records/deposit-ledger.ts'
import {
  type DepositEntry,
  type DepositObligation,
  depositBalance,
  isDepositHeld,
} from '../records/deposit-obligation.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

type DepositCommand = CommandAbout<'depositObligation'>

type Ledger = Pick<DepositObligation, 'amount' | 'entries'>

const ALLOWS: Readonly<Record<DepositCommand, (obligation: Ledger) => boolean>> = {
  // What is held need not be waived.
  'deposit.waive': (obligation) => !isDepositHeld(obligation),
  'deposit.issue-receipt': (obligation) => withoutReceipt(obligation).amount > 0,
  'deposit.request-refund': (obligation) =>
    refundProgress(obligation).requested === null && unclaimed(obligation) > 0,
  'deposit.approve-refund': (obligation) => refundProgress(obligation).requested !== null,
  'deposit.decline-refund': (obligation) => {
    const { requested, approved } = refundProgress(obligation)
    // What the bank has, or gets, is not declined: the batch is given up, or fails.
    return requested !== null || (approved > 0 && batchedRefund(obligation) === null)
  },
  'deposit.hold-refund': (obligation) => depositBalance(obligation) > 0 && refundHold(obligation) === null,
  'deposit.lift-refund-hold': (obligation) => refundHold(obligation) !== null,
  'deposit.decide-new-amount': ({ amount }) => amount !== null,
  'deposit.record-ticket': () => true,
  'deposit.send-receipt': (obligation) => liveReceipts(obligation).some(({ number }) => number !== null),
}

/** Whether the obligation is in a state for a decision, whatever the day. */
export function depositAllows(obligation: Ledger, type: DepositCommand): boolean {
  return ALLOWS[type](obligation)
}

/** What lies with the marketplace and is not on its way back, fen. */
export function unclaimed(obligation: Ledger): Fen {
  return depositBalance(obligation) - refundProgress(obligation).approved
}

/**
 * The obligation after a decision, one version further; null where its state does not allow it. Pure. The platform
 * gives the number of a receipt; a console that lays the decision over what is confirmed has none.
 */
export function decideDeposit(
  before: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
  actor: Actor,
  at: Instant,
  receiptNumber: string | null = null,
): DepositObligation | null {
  if (!depositAllows(before, decision.type)) return null
  const entry = entryOf(before, decision, { at, by: actor.id, byName: actor.name }, receiptNumber)
  if (entry === null) return null
  return {
    ...before,
    ...raised(before, decision),
    version: before.version + 1,
    entries: [...before.entries, entry],
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
}

/** The amount with its rule and steps, where the difference to a new one is owed. */
function raised(
  { amount, why, steps }: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
): Pick<DepositObligation, 'amount' | 'why' | 'steps'> {
  const isRaised = decision.type === 'deposit.decide-new-amount' && decision.arguments.owes
  if (!isRaised) return { amount, why, steps }
  const { becomes, why: rule, steps: reckoned } = decision.arguments
  return { amount: becomes, why: rule, steps: [...reckoned] }
}

type Posted = Pick<DepositEntry, 'at' | 'by' | 'byName'>

function entryOf(
  before: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
  posted: Posted,
  number: string | null,
): DepositEntry | null {
  switch (decision.type) {
    case 'deposit.waive':
      return { kind: 'waive', amount: 0, ...decision.arguments, ...posted }
    case 'deposit.issue-receipt': {
      const { lines, amount } = withoutReceipt(before)
      return { kind: 'receipt', amount: 0, number, received: amount, lines, ...posted }
    }
    case 'deposit.request-refund': {
      const { amount, reason, payee = null } = decision.arguments
      return amount > unclaimed(before)
        ? null
        : { kind: 'refund-request', amount: 0, wanted: amount, reason, payee, ...posted }
    }
    case 'deposit.approve-refund': {
      const { requested } = refundProgress(before)
      // Maker and checker are two people, and the checker saw this amount.
      if (requested === null || requested.by === posted.by || refundHold(before) !== null) return null
      if (requested.amount !== decision.arguments.amount || requested.amount > unclaimed(before)) return null
      return { kind: 'refund-approval', amount: 0, approved: requested.amount, ...posted }
    }
    case 'deposit.decline-refund':
      return { kind: 'refund-refusal', amount: 0, reason: decision.arguments.reason, ...posted }
    case 'deposit.hold-refund':
      return { kind: 'refund-hold', amount: 0, reason: decision.arguments.reason, ...posted }
    case 'deposit.decide-new-amount':
      return newAmountEntry(before, decision.arguments, posted)
    case 'deposit.record-ticket':
      return { kind: 'finance-ticket', amount: 0, ...decision.arguments, ...posted }
    case 'deposit.send-receipt':
      return liveReceipts(before).some(({ number: of }) => of === decision.arguments.number)
        ? { kind: 'receipt-sent', amount: 0, ...decision.arguments, ...posted }
        : null
    case 'deposit.lift-refund-hold':
      return { kind: 'refund-hold-lifted', amount: 0, reason: decision.arguments.reason, ...posted }
  }
}

function newAmountEntry(
  { amount: was, why, steps, entries }: DepositObligation,
  { effectiveFrom, becomes, owes, dueOn, reason }: CommandArguments<'deposit.decide-new-amount'>,
  posted: Posted,
): DepositEntry | null {
  const isDecided = entries.some(
    (entry) => entry.kind === 'new-amount' && entry.effectiveFrom === effectiveFrom,
  )
  if (was === null || becomes <= was || isDecided || owes !== (dueOn !== null)) return null
  const before = owes ? { why, steps } : null
  return {
    kind: 'new-amount',
    amount: 0,
    effectiveFrom,
    was,
    becomes,
    owes,
    dueOn,
    before,
    reason,
    ...posted,
  }
}
