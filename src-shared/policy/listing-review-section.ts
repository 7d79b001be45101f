import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { reasonTemplateSchema, slaSchema } from './admission-section.ts'
import { citing, packIdSchema } from './citing.ts'

/** A kind of product or a commercial mode of the marketplace. */
const namedKindSchema = z.strictObject({
  id: packIdSchema,
  name: bilingualSchema,
  /** Traded outside the store: nothing of it is settled. */
  outsideStore: z.boolean().default(false),
  ...citing,
})

/** How submissions of products are reviewed; what a package must hold is in the `listing` section. */
export const listingReviewSectionSchema = z.strictObject({
  /** Null where the source states none. */
  sla: slaSchema.nullable(),
  productTypes: z.array(namedKindSchema).max(30),
  commercialModes: z.array(namedKindSchema).max(10),
  /** The steps a product goes through, in order. */
  flow: z.array(z.strictObject({ id: packIdSchema, title: bilingualSchema, ...citing })).max(20),
  reasons: z.strictObject({
    reject: z.array(reasonTemplateSchema).min(1).max(50),
    requestChanges: z.array(reasonTemplateSchema).min(1).max(50),
  }),
})
export type ListingReviewSection = Readonly<z.infer<typeof listingReviewSectionSchema>>
