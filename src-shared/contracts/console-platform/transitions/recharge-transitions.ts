import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { BankLine } from '../records/bank-line.ts'
import { liveReceipts, matchedLineIds } from '../records/deposit-ledger.ts'
import type { DepositEntry, DepositObligation } from '../records/deposit-obligation.ts'
import { type Recharge, type RechargeStatus, rechargeName, rechargeStatus } from '../records/recharge.ts'
import { type Asking, ask, askAll, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'
import { withPostings } from './deposit-postings.ts'
import { unclaimed } from './deposit-transitions.ts'

export type RechargeDecision = DecisionAbout<'recharge'>
type RechargeCommand = CommandAbout<'recharge'>

/** Why a recharge cannot be decided about in this way. */
export type RechargeTrouble =
  | 'wrong-state'
  | 'unknown-deposit'
  | 'same-person'
  /** The payment is on the deposit already, by a line of the channel's file. */
  | 'recharge-known'
  /** The money was approved or paid back meanwhile: that has to be undone before. */
  | 'refund-rests-on-it'

const FROM: Readonly<Record<RechargeCommand, RechargeStatus | null>> = {
  'recharge.record': null,
  'recharge.confirm': 'recorded',
  'recharge.refuse': 'recorded',
  'recharge.take-back': 'confirmed',
}

/** Whether a recharge is in a state for a decision, whoever decides. */
export function rechargeAllows(recharge: Recharge, type: RechargeCommand): boolean {
  return rechargeStatus(recharge) === FROM[type]
}

/** What a decision about a recharge looks at: its deposit, and the bank lines that are on any of its provider. */
export interface RechargeSurroundings {
  readonly deposit: DepositObligation | null
  readonly lines: readonly Pick<BankLine, 'serial'>[]
}

/** Asks for what a decision about a recharge looks at. */
export function* rechargeSurroundings(
  before: Recharge | null,
  decision: RechargeDecision,
): Asking<RechargeSurroundings> {
  const id =
    before?.obligationId ?? (decision.type === 'recharge.record' ? decision.arguments.obligationId : null)
  const deposit = id === null ? null : yield* ask('depositObligation', id)
  if (deposit === null) return { deposit: null, lines: [] }
  const { marketplace, providerId } = deposit
  const deposits = yield* askOfProvider('depositObligation', marketplace, providerId)
  const lines = yield* askAll('bankLine', deposits.flatMap(matchedLineIds))
  return { deposit, lines: [...lines.values()] }
}

/** The recharge and, where it posts, its deposit as a decision leaves them, each one version further. */
export interface DecidedRecharge {
  readonly recharge: Recharge
  readonly deposit: DepositObligation | null
}

/** A recharge after a decision, with what it posts on its deposit; or why it cannot be. Pure. */
export function decideRecharge(
  before: Recharge | null,
  id: string,
  { deposit, lines }: RechargeSurroundings,
  decision: RechargeDecision,
  actor: Actor,
  at: Instant,
): DecidedRecharge | RechargeTrouble {
  const posted = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (deposit === null) return 'unknown-deposit'
  if (decision.type === 'recharge.record') {
    if (before !== null) return 'wrong-state'
    if (isMatched(decision.arguments.number, lines)) return 'recharge-known'
    const { marketplace, providerId, providerName } = deposit
    const made = { id, version: 1, marketplace, providerId, providerName, ...decision.arguments }
    return {
      recharge: { ...made, recorded: posted, ruling: null, takenBack: null, ...step },
      deposit: null,
    }
  }
  if (before === null || !rechargeAllows(before, decision.type)) return 'wrong-state'
  const next = { ...before, ...step, version: before.version + 1 }
  const post = (entries: readonly DepositEntry[]) => withPostings(deposit, entries, decision, actor, at)
  switch (decision.type) {
    case 'recharge.confirm': {
      if (before.recorded.by === actor.id) return 'same-person'
      if (isMatched(before.number, lines)) return 'recharge-known'
      const { channel, number, amount } = before
      const ruling = { outcome: 'confirmed' as const, reason: '', ...posted }
      const entry: DepositEntry = { kind: 'recharge', amount, recharge: id, channel, number, ...posted }
      return { recharge: { ...next, ruling }, deposit: post([entry]) }
    }
    case 'recharge.refuse': {
      const { reason } = decision.arguments
      return { recharge: { ...next, ruling: { outcome: 'refused', reason, ...posted } }, deposit: null }
    }
    case 'recharge.take-back': {
      if (before.amount > unclaimed(deposit)) return 'refund-rests-on-it'
      const { reason } = decision.arguments
      const receipt = liveReceipts(deposit).find(({ lines: of }) => of.includes(id))
      const voided: DepositEntry[] =
        receipt === undefined
          ? []
          : [{ kind: 'receipt-void', amount: 0, number: receipt.number, line: id, ...posted }]
      const entry: DepositEntry = {
        ...{ kind: 'recharge-taken-back', amount: -before.amount, recharge: id, reason, ...posted },
      }
      return {
        recharge: { ...next, takenBack: { reason, ...posted } },
        deposit: post([...voided, entry]),
      }
    }
  }
}

/** Whether a payment is on a deposit by a line that the channel's file brought. */
function isMatched(number: string, lines: RechargeSurroundings['lines']): boolean {
  return lines.some(({ serial }) => serial !== null && rechargeName(serial) === rechargeName(number))
}
