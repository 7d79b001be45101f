import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { rollToNextWorkingDay, type WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { Citation } from '../verdict.ts'

/** A rule that a provider may break: what it is called, and its sentence. */
export interface ViolationRule {
  readonly name: Bilingual
  readonly citation: Citation
}

/** What can be broken under a pack; nothing where its sources name nothing. */
export function violationRules(pack: PolicyPack | null): ViolationRule[] {
  if (pack === null) return []
  return (pack.violations?.rules ?? []).map((rule) => ({
    name: rule.name,
    citation: cite(pack, `violations.${rule.id}`, rule),
  }))
}

/** The last day to pay in again what is deducted on a day, by the pack's rule. */
export interface TopUpTerm {
  readonly by: PlainDate
  /** The day may still change, because the holidays of its year are not published. */
  readonly provisional: boolean
  readonly citation: Citation
}

/** By when a pack has a deduction made up, the last day rolled to a working day; null where it states no days. */
export function topUpTerm(
  pack: PolicyPack | null,
  decidedOn: PlainDate,
  calendar: WorkingCalendar,
): TopUpTerm | null {
  const topUp = pack?.violations?.topUp ?? null
  if (pack === null || topUp === null) return null
  const { date, provisional } = rollToNextWorkingDay(calendar, addDays(decidedOn, topUp.withinDays))
  return { by: date, provisional, citation: cite(pack, 'violations.top-up', topUp) }
}
