import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { packIdSchema } from './citing.ts'

/**
 * The closed list of questions a pack may ask about an applicant. `boundary` says whether the number itself
 * is enough: 以上, 不低于, 满 include it; 超过 excludes it.
 */
const boundarySchema = z.enum(['included', 'excluded']).default('included')

export const admissionTestSchema = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('staff'), atLeast: z.int().positive() }),
  z.strictObject({
    test: z.literal('registered-capital'),
    /** Yuan as decimal text with two places, never a float. */
    yuan: z.string().regex(/^\d{1,12}\.\d{2}$/, 'an amount in yuan with two decimals'),
    boundary: boundarySchema,
  }),
  z.strictObject({
    test: z.literal('age'),
    /** The fact the years are counted from. */
    since: z.enum(['foundedOn', 'licenceIssuedOn']),
    years: z.int().positive().max(50),
    boundary: boundarySchema,
  }),
  z.strictObject({
    test: z.literal('service-hours'),
    daysPerWeek: z.int().min(1).max(7),
    hoursPerDay: z.int().min(1).max(24),
    online: z.boolean(),
  }),
  /** A declared yes: an agreement accepted, a capability, a certification. */
  z.strictObject({
    test: z.literal('declared'),
    answer: packIdSchema,
    /** Another declaration that frees from this one. */
    exemptBy: packIdSchema.optional(),
  }),
  /** A declared number of something, e.g. years of experience. */
  z.strictObject({
    test: z.literal('declared-number'),
    answer: packIdSchema,
    atLeast: z.number().positive(),
    unit: bilingualSchema,
  }),
  /** Every declared value is one of those allowed, and there is at least one. */
  z.strictObject({
    test: z.literal('declared-among'),
    answer: packIdSchema,
    allowed: z.array(z.string().min(1)).min(1).max(50),
  }),
  /** An address `https://domain:port`. */
  z.strictObject({ test: z.literal('https-address'), answer: packIdSchema }),
  /** At least one document of these kinds, not expired on the day. */
  z.strictObject({ test: z.literal('document'), anyOf: z.array(packIdSchema).min(1).max(10) }),
  z.strictObject({ test: z.literal('website') }),
  z.strictObject({ test: z.literal('contact') }),
  /** The unified social credit code is well formed (GB 32100-2015). */
  z.strictObject({ test: z.literal('uscc') }),
  /** The resident identity number is well formed (GB 11643-1999). */
  z.strictObject({ test: z.literal('resident-id') }),
])
export type AdmissionTest = Readonly<z.infer<typeof admissionTestSchema>>
