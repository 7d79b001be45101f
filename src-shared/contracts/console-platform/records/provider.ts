import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'

export const providerStatusSchema = z.enum(['prospect', 'active', 'suspended', 'leaving', 'closed'])

/** A vendor 服务商. Fields that a role may not see are null in its copy (see visibility.ts). */
export const providerSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  kind: z.enum(['enterprise', 'individual']),
  name: z.string().min(1).max(200),
  uscc: z.string().nullable(),
  residentId: z.string().nullable(),
  staff: z.int().nonnegative().nullable(),
  registeredCapital: fenSchema.nullable(),
  foundedOn: plainDateSchema.nullable(),
  licenceIssuedOn: plainDateSchema.nullable(),
  categories: z.array(z.string()),
  source: z.enum(['official', 'isv', 'community']),
  freeOrOpenSourceOnly: z.boolean(),
  /** All of it under an open-source licence. */
  openSourceOnly: z.boolean().default(false),
  status: providerStatusSchema,
  payoutsPaused: z.boolean(),
  joinedOn: plainDateSchema.nullable(),
  contact: z
    .strictObject({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  website: z.string().nullable(),
  updatedAt: instantSchema,
})
export type Provider = Readonly<z.infer<typeof providerSchema>>
