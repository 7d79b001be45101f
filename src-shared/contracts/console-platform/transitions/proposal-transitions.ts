import type { Instant } from '../../../base/ids.ts'
import type { PlainDate } from '../../../calendar/plain-date.ts'
import type { Proposal } from '../records/proposal.ts'
import { type Actor, type Decision, historyOf } from './decision.ts'

/** Why a change cannot be proposed, adopted or declined. */
export type ProposalTrouble =
  | 'wrong-state'
  /** It is not what it may be. */
  | 'bad-arguments'
  /** Maker and checker are two people. */
  | 'same-person'
  /** Its first day lies before the earliest that is possible. */
  | 'too-early'

/** Who decides about a change, when, by which command; `earliest` is the first day from which it may hold. */
export interface ProposalStep {
  readonly decision: Decision
  readonly actor: Actor
  readonly at: Instant
  readonly earliest: PlainDate
}

/** A new proposal, for a day that is not too early. Pure. */
export function proposed(
  id: string,
  { from, reason }: Pick<Proposal, 'from' | 'reason'>,
  { decision, actor, at, earliest }: ProposalStep,
): Proposal | ProposalTrouble {
  if (from < earliest) return 'too-early'
  return {
    ...{ id, version: 1, status: 'proposed', from, reason },
    proposed: { by: actor.id, byName: actor.name, at },
    decided: null,
    history: [historyOf(decision, actor, at)],
    updatedAt: at,
  }
}

/** The change in force from its day on, by another person than who proposed it. Pure. */
export function adopted<P extends Proposal>(before: P, step: ProposalStep): P | ProposalTrouble {
  if (before.status !== 'proposed') return 'wrong-state'
  if (before.proposed.by === step.actor.id) return 'same-person'
  return before.from < step.earliest ? 'too-early' : decidedAs(before, 'adopted', null, step)
}

/** The change that does not come into force: withdrawn by who proposed it, declined by another. Pure. */
export function declined<P extends Proposal>(
  before: P,
  reason: string,
  step: ProposalStep,
): P | ProposalTrouble {
  if (before.status !== 'proposed') return 'wrong-state'
  const status = before.proposed.by === step.actor.id ? 'withdrawn' : 'declined'
  return decidedAs(before, status, reason, step)
}

function decidedAs<P extends Proposal>(
  before: P,
  status: Proposal['status'],
  reason: string | null,
  { decision, actor, at }: ProposalStep,
): P {
  return {
    ...before,
    version: before.version + 1,
    status,
    decided: { by: actor.id, byName: actor.name, at, reason },
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
