import type { PlainDate } from '../../calendar/plain-date.ts'
import { addDays, addMonths } from '../../calendar/plain-date.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { count, day, yesNo } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'

/** What the refund of a deposit depends on. */
export interface RefundFacts {
  /** The days products were delisted. */
  readonly delistedOn: readonly PlainDate[]
  readonly stillListed: number
  readonly hasViolation: boolean
  /** The day the cooperation ended; null while it goes on. */
  readonly cooperationEndedOn: PlainDate | null
}

export type RefundState =
  | 'not-stated'
  | 'violation'
  | 'products-still-listed'
  | 'cooperation-not-ended'
  | 'waiting'
  | 'refundable'

export interface RefundEvaluation {
  readonly state: RefundState
  /** The first day on which it may be paid back; null where something stands in the way. */
  readonly refundFrom: PlainDate | null
  readonly explanation: readonly Step[]
}

/**
 * From when a deposit may be paid back, by the pack's refund rule: the day after the waiting period that begins
 * with the last delisting, and after the cooperation has ended. The first day is no deadline: it never rolls.
 */
export function evaluateRefund(pack: PolicyPack, facts: RefundFacts, on: PlainDate): RefundEvaluation {
  const refund = pack.deposit?.refund ?? null
  if (refund === null) return { state: 'not-stated', refundFrom: null, explanation: [] }
  const { stillListed, cooperationEndedOn } = facts
  const violation = stepBy(
    pack,
    'deposit.refund.no-violation',
    refund.noViolation,
    { hasViolation: yesNo(facts.hasViolation) },
    { mayBeRefunded: yesNo(!facts.hasViolation) },
  )
  if (facts.hasViolation) return { state: 'violation', refundFrom: null, explanation: [violation] }
  const lastDelisting = facts.delistedOn.reduce<PlainDate | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  )
  const inputs = {
    lastDelisting: day(lastDelisting),
    stillListed: count(stillListed),
    cooperationEndedOn: day(cooperationEndedOn),
    on: day(on),
  }
  const answer = (state: RefundState, refundFrom: PlainDate | null): RefundEvaluation => ({
    state,
    refundFrom,
    explanation: [violation, stepBy(pack, 'deposit.refund', refund, inputs, { refundFrom: day(refundFrom) })],
  })
  if (stillListed > 0) return answer('products-still-listed', null)
  if (cooperationEndedOn === null) return answer('cooperation-not-ended', null)
  const months = refund.monthsAfterDelisting
  const waitedOut =
    months === null || lastDelisting === null ? cooperationEndedOn : addMonths(lastDelisting, months)
  const refundFrom = addDays(waitedOut > cooperationEndedOn ? waitedOut : cooperationEndedOn, 1)
  return answer(on < refundFrom ? 'waiting' : 'refundable', refundFrom)
}
