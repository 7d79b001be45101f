import type { PlainDate } from '../../calendar/plain-date.ts'
import { addDays, addYears } from '../../calendar/plain-date.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import { rollToNextWorkingDay } from '../../calendar/working-calendar.ts'
import type { Fen } from '../../money/fen.ts'
import type { DepositSection, FreePeriod } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { day } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import type { DepositFacts } from './deposit-facts.ts'
import { findExemption } from './find-exemption.ts'
import { requiredAmount } from './required-amount.ts'

/** The rules that gave the amount, and those that gave days and waivers. */
export interface DepositExplanation {
  readonly ofAmount: readonly Step[]
  readonly ofTerms: readonly Step[]
}

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
  readonly explanation: DepositExplanation
}

export type DepositEvaluation =
  | DepositObligation
  | {
      readonly outcome: 'none-stated' | 'not-configured' | 'unknown-category'
      /** Categories that the pack does not know. */
      readonly unknown: readonly string[]
      readonly explanation: DepositExplanation
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
  if (deposit === null)
    return { outcome: 'none-stated', unknown: [], explanation: { ofAmount: [], ofTerms: [] } }
  const amount = requiredAmount(pack, deposit.amount, facts.categories)
  if (amount.outcome !== 'ok') {
    const unknown = amount.outcome === 'unknown-category' ? amount.unknown : []
    return { outcome: amount.outcome, unknown, explanation: { ofAmount: amount.steps, ofTerms: [] } }
  }
  const exemption = findExemption(pack, deposit, facts, on)
  const ofAmount = amount.steps
  const standard = { ofAmount, ofTerms: exemption.steps }
  if (exemption.waiver !== null) {
    const none = { freeUntil: null, dueOn: null, state: 'none-required', provisional: false } as const
    return {
      outcome: 'ok',
      required: 0,
      reason: 'waived',
      waiver: exemption.waiver,
      ...none,
      explanation: standard,
    }
  }
  const { required } = amount
  const period = freePeriod(deposit, facts)
  if (period === null) {
    const dueOn = later(facts.firstListedOn, exemption.lapsedOn)
    const state = dueOn === null ? 'due-before-listing' : on > dueOn ? 'overdue' : 'due'
    const terms = { freeUntil: null, dueOn, state, provisional: false } as const
    return { outcome: 'ok', required, reason: 'standard', waiver: null, ...terms, explanation: standard }
  }
  const terms = termsOfFreePeriod(period, facts.firstListedOn, exemption.lapsedOn, on, calendar)
  const ruleId = `deposit.waiver.${period.id}`
  const step = stepBy(
    pack,
    ruleId,
    period,
    { joinedOn: day(facts.joinedOn), firstListedOn: day(facts.firstListedOn), on: day(on) },
    { freeUntil: day(terms.freeUntil), dueOn: day(terms.dueOn) },
  )
  const startsOn = day(facts.firstListedOn)
  const clock = stepBy(pack, `${ruleId}.clock`, period.clock, {}, { startsOn })
  const explanation = { ofAmount, ofTerms: [...exemption.steps, step, clock] }
  return { outcome: 'ok', required, reason: 'deferred', waiver: period.id, ...terms, explanation }
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
