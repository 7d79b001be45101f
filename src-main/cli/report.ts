import { z } from 'zod'
import { bilingualSchema } from '#shared/base/bilingual.ts'

/** One line of what a check found, the same for packages and applications. */
export const reportLineSchema = z.strictObject({
  ruleId: z.string(),
  verdict: z.enum(['pass', 'fail', 'unknown']),
  severity: z.enum(['must', 'should', 'info']),
  /** The sentence of the source, word for word; null where a rule has none. */
  quote: z.string().nullable(),
  /** Our own wording of the rule; null where the sentence says it all. */
  summary: z.string().nullable(),
  /** Where to look: a path in the package, or the fact of the application. */
  place: z.string(),
  message: bilingualSchema,
  remedy: bilingualSchema.nullable(),
})
export type ReportLine = Readonly<z.infer<typeof reportLineSchema>>

/** What `--json` prints. Keys are only ever added; `format` is raised when a meaning changes. */
export const reportSchema = z.strictObject({
  format: z.literal(1),
  subject: z.string(),
  counts: z.strictObject({ pass: z.int(), fail: z.int(), unknown: z.int() }),
  findings: z.array(reportLineSchema),
})
export type Report = Readonly<z.infer<typeof reportSchema>>

export function createReport(subject: string, findings: readonly ReportLine[]): Report {
  const count = (verdict: ReportLine['verdict']) => findings.filter((line) => line.verdict === verdict).length
  const counts = { pass: count('pass'), fail: count('fail'), unknown: count('unknown') }
  return { format: 1, subject, counts, findings: [...findings] }
}
