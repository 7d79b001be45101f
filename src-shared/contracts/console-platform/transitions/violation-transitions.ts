import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { DepositEntry, DepositObligation } from '../records/deposit-obligation.ts'
import type { Provider } from '../records/provider.ts'
import {
  isRulingCoherent,
  isViolationOpen,
  type Violation,
  type ViolationRuling,
  violationBarsRefund,
  violationStatus,
} from '../records/violation.ts'
import { type Asking, ask, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'
import { withPostings } from './deposit-postings.ts'
import { unclaimed } from './deposit-transitions.ts'

export type ViolationDecision = DecisionAbout<'violation'>
type ViolationCommand = CommandAbout<'violation'>

/** Why a violation cannot be decided about in this way. */
export type ViolationTrouble =
  | 'wrong-state'
  | 'unknown-record'
  /** The deposit is another provider's, or there is none. */
  | 'unknown-deposit'
  | 'more-than-held'
  | 'same-person'
  /** The ruling does not fit together. */
  | 'bad-arguments'

const ALLOWS: Readonly<Record<ViolationCommand, (violation: Violation) => boolean>> = {
  'violation.record': () => false,
  'violation.decide': (violation) => violationStatus(violation) === 'recorded',
  'violation.record-appeal': ({ ruling, appeal }) => ruling?.outcome === 'upheld' && appeal === null,
  'violation.decide-appeal': (violation) => violationStatus(violation) === 'appealed',
}

/** Whether a violation is in a state for a decision, whoever decides. */
export function violationAllows(violation: Violation, type: ViolationCommand): boolean {
  return ALLOWS[type](violation)
}

/**
 * Who may not give a command about a violation although the role would let her, by operator id. Who recorded it does not
 * take money for it; nobody rules on an appeal against her own ruling, or on one she took down.
 */
export function barredFromRuling(
  { recorded, ruling, appeal }: Violation,
  type: ViolationCommand,
  deduction: number,
): readonly string[] {
  switch (type) {
    case 'violation.decide':
      return deduction > 0 ? [recorded.by] : []
    case 'violation.decide-appeal':
      return [...(ruling === null ? [] : [ruling.by]), ...(appeal === null ? [] : [appeal.by])]
    case 'violation.record':
    case 'violation.record-appeal':
      return []
  }
}

/** What a decision about a violation looks at. */
export interface ViolationSurroundings {
  readonly provider: Provider | null
  readonly deposits: readonly DepositObligation[]
  /** All of the provider, the one that is decided about among them. */
  readonly violations: readonly Violation[]
}

/** Asks for what a decision about a violation looks at. */
export function* violationSurroundings(
  before: Violation | null,
  decision: ViolationDecision,
): Asking<ViolationSurroundings> {
  const of = before ?? (decision.type === 'violation.record' ? decision.arguments : null)
  if (of === null) return { provider: null, deposits: [], violations: [] }
  const { marketplace, providerId } = of
  return {
    provider: yield* ask('provider', providerId),
    deposits: yield* askOfProvider('depositObligation', marketplace, providerId),
    violations: yield* askOfProvider('violation', marketplace, providerId),
  }
}

/** The violation and the deposits as a decision leaves them, each one version further. */
export interface DecidedViolation {
  readonly violation: Violation
  readonly deposits: readonly DepositObligation[]
}

/** A violation after a decision, with what it posts on the deposits of its provider; or why it cannot be. Pure. */
export function decideViolation(
  before: Violation | null,
  id: string,
  around: ViolationSurroundings,
  decision: ViolationDecision,
  actor: Actor,
  at: Instant,
): DecidedViolation | ViolationTrouble {
  const posted = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (decision.type === 'violation.record') {
    const { provider, deposits } = around
    const { obligationId } = decision.arguments
    if (before !== null) return 'wrong-state'
    if (provider === null || provider.marketplace !== decision.arguments.marketplace) return 'unknown-record'
    if (obligationId !== null && !deposits.some((each) => each.id === obligationId)) return 'unknown-deposit'
    const made = { id, version: 1, ...decision.arguments, providerName: provider.name, recorded: posted }
    return { violation: { ...made, ruling: null, appeal: null, ...step }, deposits: [] }
  }
  if (before === null || !violationAllows(before, decision.type)) return 'wrong-state'
  const next = { ...before, ...step, version: before.version + 1 }
  switch (decision.type) {
    case 'violation.decide': {
      const ruling = { ...decision.arguments, ...posted }
      if (!isRulingCoherent(ruling)) return 'bad-arguments'
      if (barredFromRuling(before, decision.type, ruling.deduction).includes(actor.id)) return 'same-person'
      const posting = deductionOf(before, ruling, posted, around.deposits)
      if (typeof posting === 'string') return posting
      const violation: Violation = { ...next, ruling }
      return { violation, deposits: depositsAfter(violation, around, posting, decision, actor, at) }
    }
    case 'violation.record-appeal':
      return {
        violation: { ...next, appeal: { ...decision.arguments, ...posted, ruling: null } },
        deposits: [],
      }
    case 'violation.decide-appeal': {
      if (before.appeal === null) return 'wrong-state'
      if (barredFromRuling(before, decision.type, 0).includes(actor.id)) return 'same-person'
      const ruling = { ...decision.arguments, ...posted }
      const violation: Violation = { ...next, appeal: { ...before.appeal, ruling } }
      const posting = ruling.outcome === 'lifted' ? returnOf(before, ruling.reason, posted) : null
      return { violation, deposits: depositsAfter(violation, around, posting, decision, actor, at) }
    }
  }
}

type Posted = Pick<DepositEntry, 'at' | 'by' | 'byName'>

function deductionOf(
  { id, obligationId, rule }: Violation,
  { deduction, topUpBy, reason }: ViolationRuling,
  posted: Posted,
  deposits: readonly DepositObligation[],
): DepositEntry | null | ViolationTrouble {
  if (deduction === 0) return null
  const deposit = deposits.find((each) => each.id === obligationId)
  if (deposit === undefined || topUpBy === null) return 'unknown-deposit'
  if (deduction > unclaimed(deposit)) return 'more-than-held'
  return { kind: 'deduction', amount: -deduction, violation: id, rule, topUpBy, reason, ...posted }
}

function returnOf({ id, ruling }: Violation, reason: string, posted: Posted): DepositEntry | null {
  const deducted = ruling?.deduction ?? 0
  if (deducted === 0) return null
  return { kind: 'deduction-returned', amount: deducted, violation: id, reason, ...posted }
}

/** The deposits that change: the one with the posting, and all where it changes whether a refund is barred. */
function depositsAfter(
  violation: Violation,
  { deposits, violations }: ViolationSurroundings,
  posting: DepositEntry | null,
  decision: ViolationDecision,
  actor: Actor,
  at: Instant,
): DepositObligation[] {
  const others = violations.filter(({ id }) => id !== violation.id)
  const hasViolation = [...others, violation].some(violationBarsRefund)
  return deposits.flatMap((deposit) => {
    const entries = posting !== null && deposit.id === violation.obligationId ? [posting] : []
    if (entries.length === 0 && deposit.facts.hasViolation === hasViolation) return []
    const after = withPostings(deposit, entries, decision, actor, at)
    return [{ ...after, facts: { ...after.facts, hasViolation } }]
  })
}

/** Asks for the violations of a deposit's provider that are not ruled on yet: they keep its refunds. */
export function* askOpenViolations({
  marketplace,
  providerId,
}: Pick<DepositObligation, 'marketplace' | 'providerId'>): Asking<Violation[]> {
  const all = yield* askOfProvider('violation', marketplace, providerId)
  return all.filter(isViolationOpen)
}
