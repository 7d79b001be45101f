import { type Step, stepValues } from '#shared/rules/step.ts'
import { labelledText } from '#shared/values/value-text.ts'

/** A step as a person reads it: the rule, then all it looked at and gave. */
export function told(step: Step): string {
  const values = stepValues(step).map((value) => labelledText(value, 'en'))
  return [step.citation.ruleId, ...values].join(' | ')
}
