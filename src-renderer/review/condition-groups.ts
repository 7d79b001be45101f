import type { ConditionVerdict } from '#shared/rules/verdict.ts'

/** Order of reading: what blocks, what is not known yet, what is fine. */
const ORDER = ['fail', 'unknown', 'pass'] as const

interface ConditionGroup {
  readonly verdict: ConditionVerdict['verdict']
  readonly conditions: readonly ConditionVerdict[]
}

/** Conditions by verdict, empty groups left out. */
export function groupByVerdict(conditions: readonly ConditionVerdict[]): ConditionGroup[] {
  return ORDER.map((verdict) => ({
    verdict,
    conditions: conditions.filter((condition) => condition.verdict === verdict),
  })).filter((group) => group.conditions.length > 0)
}
