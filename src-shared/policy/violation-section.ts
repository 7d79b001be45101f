import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { citing, packIdSchema } from './citing.ts'

/** The `violations` section of a policy pack: what a provider promises to keep, and what follows where it does not. */
export const violationSectionSchema = z.strictObject({
  /** What can be broken, each by its sentence. */
  rules: z
    .array(z.strictObject({ id: packIdSchema, name: bilingualSchema, ...citing }))
    .min(1)
    .max(50),
  /** Within how many days what was deducted is paid in again; null where the source states none: a person says it. */
  topUp: z.strictObject({ withinDays: z.int().positive().max(365), ...citing }).nullable(),
})
export type ViolationSection = Readonly<z.infer<typeof violationSectionSchema>>
