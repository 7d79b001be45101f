import { z } from 'zod'
import { fileHashSchema, marketplaceSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'

/** A file the vendor handed in as evidence. `kind` is a key of the pack's document list, e.g. `business-licence`. */
export const applicantDocumentSchema = z.strictObject({
  kind: z.string().min(1).max(64),
  fileHash: fileHashSchema,
  fileName: z.string().min(1).max(255),
  mediaType: z.string().max(127),
  bytes: z.int().nonnegative(),
  expiresOn: plainDateSchema.nullable(),
})
export type ApplicantDocument = Readonly<z.infer<typeof applicantDocumentSchema>>

/** What the vendor declares about its customer service. 7*24 is `{ daysPerWeek: 7, hoursPerDay: 24 }`. */
export const serviceHoursSchema = z.strictObject({
  daysPerWeek: z.int().min(1).max(7),
  hoursPerDay: z.number().min(0).max(24),
  online: z.boolean(),
})

/**
 * A vendor as it describes itself in an application; null means "not stated", which is unknown, never a fail.
 * `answers` holds what only some packs ask (keys are the pack's fact keys): agreements accepted, capabilities,
 * years of experience, certificates.
 */
export const applicantSchema = z.strictObject({
  marketplace: marketplaceSchema,
  kind: z.enum(['enterprise', 'individual']),
  name: z.string().min(1).max(200),
  uscc: z.string().max(18).nullable(),
  residentId: z.string().max(18).nullable(),
  categories: z.array(z.string().min(1)).min(1).max(20),
  source: z.enum(['official', 'isv', 'community']),
  freeOrOpenSourceOnly: z.boolean(),
  /** All of it under an open-source licence. */
  openSourceOnly: z.boolean().default(false),
  staff: z.int().nonnegative().nullable(),
  registeredCapital: fenSchema.nonnegative().nullable(),
  foundedOn: plainDateSchema.nullable(),
  licenceIssuedOn: plainDateSchema.nullable(),
  serviceHours: serviceHoursSchema.nullable(),
  website: z.string().max(500).nullable(),
  contact: z
    .strictObject({
      name: z.string().max(100).nullable(),
      phone: z.string().max(40).nullable(),
      email: z.string().max(254).nullable(),
    })
    .nullable(),
  answers: z.record(
    z.string().max(64),
    z.union([z.boolean(), z.number(), z.string().max(2000), z.array(z.string().max(200)).max(50)]),
  ),
  documents: z.array(applicantDocumentSchema).max(100),
})
export type Applicant = Readonly<z.infer<typeof applicantSchema>>
