import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { admissionTestSchema } from './admission-test.ts'
import { citing, packIdSchema } from './citing.ts'

export const providerKindSchema = z.enum(['enterprise', 'individual'])
export type ProviderKind = z.infer<typeof providerKindSchema>

/** To whom something applies; an absent list means everyone. */
const appliesTo = {
  kinds: z.array(providerKindSchema).min(1).optional(),
  categories: z.array(packIdSchema).min(1).optional(),
}

/** identity and company are judged once, qualification again for every further category. */
export const admissionStageSchema = z.enum(['identity', 'company', 'qualification'])
export type AdmissionStage = z.infer<typeof admissionStageSchema>

/** A category providers apply for. It is open on the days of `open` only, otherwise refused with the quote. */
export const categorySchema = z.strictObject({
  id: packIdSchema,
  name: bilingualSchema,
  open: z.array(z.strictObject({ from: plainDateSchema, to: plainDateSchema.nullable() })).max(20),
  ...citing,
})
export type PackCategory = Readonly<z.infer<typeof categorySchema>>

/** One threshold of a condition with the sentence that sets it. */
const conditionCaseSchema = z.strictObject({
  /** Needed where a condition has several cases: the rule id is `condition/case`. */
  id: packIdSchema.optional(),
  ...appliesTo,
  /** Applies only where the applicant declared this. */
  when: z.strictObject({ answer: packIdSchema, is: z.string().min(1) }).optional(),
  check: admissionTestSchema,
  ...citing,
  contradiction: bilingualSchema.optional(),
})
export type ConditionCase = Readonly<z.infer<typeof conditionCaseSchema>>

export const conditionSchema = z.strictObject({
  id: packIdSchema,
  title: bilingualSchema,
  stage: admissionStageSchema,
  /** What the vendor would have to do; `{required}` is replaced by the requirement in words. */
  remedy: bilingualSchema,
  cases: z.array(conditionCaseSchema).min(1).max(20),
})
export type AdmissionCondition = Readonly<z.infer<typeof conditionSchema>>

/** The catalogue of documents; `by-condition` ones are asked for by a condition that names them. */
export const requiredDocumentSchema = z.strictObject({
  kind: packIdSchema,
  name: bilingualSchema,
  need: z.enum(['required', 'if-any', 'by-condition']),
  stage: admissionStageSchema,
  /** Not asked for where this document is valid and carries a unified social credit code 三证合一. */
  metBy: z.strictObject({ anyOf: z.array(packIdSchema).length(1), ...citing }).optional(),
  ...appliesTo,
  ...citing,
})

/** An agreement to be signed and recorded before a provider is opened. */
export const agreementSchema = z.strictObject({
  id: packIdSchema,
  name: bilingualSchema,
  need: z.enum(['required', 'if-any']),
  ...appliesTo,
  ...citing,
})

/** Working days within which an answer is owed; the day of submission is not counted. */
export const slaSchema = z.strictObject({
  workingDays: z.int().positive().max(60),
  ...citing,
})

/** A ready text for a verdict that the reviewer may edit. */
export const reasonTemplateSchema = z.strictObject({ id: packIdSchema, text: bilingualSchema })

export const admissionSectionSchema = z.strictObject({
  providerKinds: z
    .array(z.strictObject({ kind: providerKindSchema, name: bilingualSchema, ...citing }))
    .min(1),
  categories: z.array(categorySchema).min(1).max(100),
  conditions: z.array(conditionSchema).min(1).max(100),
  documents: z.array(requiredDocumentSchema).max(50),
  agreements: z.array(agreementSchema).max(20),
  /** The steps a provider goes through, in order. */
  flow: z.array(z.strictObject({ id: packIdSchema, title: bilingualSchema, ...citing })).max(20),
  /** Null where the source states none and we read none into it. */
  sla: slaSchema.nullable(),
  reasons: z.strictObject({
    reject: z.array(reasonTemplateSchema).min(1).max(50),
    requestChanges: z.array(reasonTemplateSchema).min(1).max(50),
  }),
})
export type AdmissionSection = Readonly<z.infer<typeof admissionSectionSchema>>
