import type { PlainDate } from '../../calendar/plain-date.ts'
import { addDays, addYears } from '../../calendar/plain-date.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import { rollToNextWorkingDay } from '../../calendar/working-calendar.ts'
import type { Fen } from '../../money/fen.ts'
import type { DepositSection, FreePeriod } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { DepositFacts } from './deposit-facts.ts'
import type { DepositStep } from './deposit-step.ts'
import { findExemption } from './find-exemption.ts'
import { requiredAmount } from './required-amount.ts'

/** Whether it was paid is not looked at: the ledger knows. */
export type DepositState =
  | 'none-required'
  | 'not-listed'
  | 'in-free-period'
  | 'due-before-listing'
  | 'due'
  | 'overdue'

export interface DepositObligation {
  readonly outcome: 'ok'
  readonly required: Fen
  readonly reason: 'standard' | 'deferred' | 'waived'
  /** Id of the waiver in the pack, where one applies. */
  readonly waiver: string | null
  /** The last day without a deposit. */
  readonly freeUntil: PlainDate | null
  /** The last day to pay in time. */
  readonly dueOn: PlainDate | null
  readonly state: DepositState
  /** The due day may still change, because the holidays of its year are not published. */
  readonly provisional: boolean
  readonly explanation: readonly DepositStep[]
}

export type DepositEvaluation =
  | DepositObligation
  | {
      readonly outcome: 'none-stated' | 'not-configured' | 'unknown-category'
      /** Categories that the pack does not know. */
      readonly unknown: readonly string[]
      readonly explanation: readonly DepositStep[]
    }

/**
 * What a provider owes on a day and until when, by the pack's deposit section, with every rule that led there.
 * An exemption goes before a free period: it has no end.
 */
export function evaluateDeposit(
  pack: PolicyPack,
  facts: DepositFacts,
  on: PlainDate,
  calendar: WorkingCalendar,
): DepositEvaluation {
  const { deposit } = pack
  if (deposit === null) return { outcome: 'none-stated', unknown: [], explanation: [] }
  const amount = requiredAmount(pack, deposit.amount, facts.categories)
  if (amount.outcome !== 'ok') {
    const unknown = amount.outcome === 'unknown-category' ? amount.unknown : []
    return { outcome: amount.outcome, unknown, explanation: amount.steps }
  }
  const exemption = findExemption(pack, deposit, facts, on)
  const explanation = [...amount.steps, ...exemption.steps]
  if (exemption.waiver !== null) {
    const none = { freeUntil: null, dueOn: null, state: 'none-required', provisional: false } as const
    return { outcome: 'ok', required: 0, reason: 'waived', waiver: exemption.waiver, ...none, explanation }
  }
  const { required } = amount
  const period = freePeriod(deposit, facts)
  if (period === null) {
    const dueOn = later(facts.firstListedOn, exemption.lapsedOn)
    const state = dueOn === null ? 'due-before-listing' : on > dueOn ? 'overdue' : 'due'
    const terms = { freeUntil: null, dueOn, state, provisional: false } as const
    return { outcome: 'ok', required, reason: 'standard', waiver: null, ...terms, explanation }
  }
  const terms = termsOfFreePeriod(period, facts.firstListedOn, exemption.lapsedOn, on, calendar)
  const step: DepositStep = {
    citation: cite(pack, `deposit.waiver.${period.id}`, period),
    inputs: { joinedOn: facts.joinedOn, firstListedOn: facts.firstListedOn, on },
    gives: { freeUntil: terms.freeUntil, dueOn: terms.dueOn },
  }
  const clock: DepositStep = {
    citation: cite(pack, `deposit.waiver.${period.id}.clock`, period.clock),
    inputs: {},
    gives: { startsOn: facts.firstListedOn },
  }
  const steps = [...explanation, step, clock]
  return { outcome: 'ok', required, reason: 'deferred', waiver: period.id, ...terms, explanation: steps }
}

function freePeriod({ waivers }: DepositSection, { joinedOn }: DepositFacts): FreePeriod | null {
  const found = waivers.find(
    (each) =>
      each.kind === 'free-period' &&
      joinedOn !== null &&
      each.joinedFrom <= joinedOn &&
      joinedOn <= each.joinedTo,
  )
  return found?.kind === 'free-period' ? found : null
}

/** Not yet listed: waived, and the clock has not started. */
function termsOfFreePeriod(
  period: FreePeriod,
  listedOn: PlainDate | null,
  lapsedOn: PlainDate | null,
  on: PlainDate,
  calendar: WorkingCalendar,
): Pick<DepositObligation, 'freeUntil' | 'dueOn' | 'state' | 'provisional'> {
  if (listedOn === null) return { freeUntil: null, dueOn: null, state: 'not-listed', provisional: false }
  const freeUntil = addYears(listedOn, period.years)
  const rolled = rollToNextWorkingDay(calendar, addDays(freeUntil, period.payWithinDays))
  // Where an exemption covered the provider until later, nothing was owed before it lapsed.
  const dueOn = later(rolled.date, lapsedOn) ?? rolled.date
  const state = on <= freeUntil ? 'in-free-period' : on <= dueOn ? 'due' : 'overdue'
  return { freeUntil, dueOn, state, provisional: rolled.provisional && dueOn === rolled.date }
}

function later(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
