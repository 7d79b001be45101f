import type { ConditionVerdict } from '../verdict.ts'

/** How many conditions stand how; `outcome` is the worst of them, a fail before an unknown. */
export interface AdmissionSummary {
  readonly pass: number
  readonly fail: number
  readonly unknown: number
  readonly outcome: ConditionVerdict['verdict']
}

export function admissionSummary(verdicts: readonly ConditionVerdict[]): AdmissionSummary {
  const count = (wanted: ConditionVerdict['verdict']) =>
    verdicts.filter(({ verdict }) => verdict === wanted).length
  const counts = { pass: count('pass'), fail: count('fail'), unknown: count('unknown') }
  return { ...counts, outcome: counts.fail > 0 ? 'fail' : counts.unknown > 0 ? 'unknown' : 'pass' }
}
