import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'

/** Where a rule comes from. `reading` marks our interpretation where the source is silent or contradicts itself. */
export const citationSchema = z.strictObject({
  ruleId: z.string(),
  quote: z.string(),
  source: z.string(),
  reading: z.boolean(),
})
export type Citation = Readonly<z.infer<typeof citationSchema>>

/** One admission condition, judged. `unknown` means the evidence is missing: it is not a fail. */
export const conditionVerdictSchema = z.strictObject({
  ruleId: z.string(),
  title: bilingualSchema,
  verdict: z.enum(['pass', 'fail', 'unknown']),
  citation: citationSchema,
  /** What it was judged on: the fact, the value found and the value required, ready to read. */
  evidence: z.strictObject({
    fact: z.string(),
    found: bilingualSchema,
    required: bilingualSchema,
    documentHashes: z.array(z.string()),
  }),
  /** What the vendor would have to do; null where the condition passes. */
  remedy: bilingualSchema.nullable(),
  /** Set where the sources contradict each other about this condition. */
  contradiction: bilingualSchema.nullable(),
})
export type ConditionVerdict = Readonly<z.infer<typeof conditionVerdictSchema>>

/** One finding of a package check, with the place in the package and the remedy. */
export const findingSchema = z.strictObject({
  ruleId: z.string(),
  severity: z.enum(['must', 'should', 'info']),
  message: bilingualSchema,
  /** Where: a path in the package, with a key or line where known, e.g. `extension.yaml: displayName.zh`. */
  place: z.string(),
  remedy: bilingualSchema,
  citation: citationSchema.nullable(),
})
export type Finding = Readonly<z.infer<typeof findingSchema>>
