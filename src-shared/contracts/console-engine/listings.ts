import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  listingSchema,
  listingVersionSchema,
  listingVersionStatusSchema,
} from '../console-platform/records/listing.ts'
import { providerSchema } from '../console-platform/records/provider.ts'
import { personSchema, reasonTemplateSchema } from './applications.ts'
import { reviewClockSchema } from './clock.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'
import { queueFilterSchema } from './queue-filter.ts'

export const LISTING_SORT_COLUMNS = [
  'submittedAt',
  'dueOn',
  'listingName',
  'marketplace',
  'status',
  'mustFindings',
  'updatedAt',
] as const

export const listingFilterSchema = queueFilterSchema(listingVersionStatusSchema)
export type ListingFilter = z.infer<typeof listingFilterSchema>

export const listingRowSchema = z.object({
  id: ulidSchema,
  version: z.int(),
  marketplace: marketplaceSchema,
  listingId: ulidSchema,
  listingName: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  providerName: z.string(),
  category: z.string(),
  packageVersion: z.string(),
  delivery: z.enum(['online', 'offline']),
  isUpdate: z.boolean(),
  status: listingVersionStatusSchema,
  mustFindings: z.int(),
  assignee: personSchema.nullable(),
  submittedAt: instantSchema.nullable(),
  clock: reviewClockSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type ListingRow = z.infer<typeof listingRowSchema>

/** One submission without its package; the package is read apart because it may have to be fetched first. */
export const listingCaseSchema = z.object({
  listingVersion: listingVersionSchema,
  listing: listingSchema.nullable(),
  provider: providerSchema.nullable(),
  marketplaceName: bilingualSchema,
  clock: reviewClockSchema.nullable(),
  assignee: personSchema.nullable(),
  /** Why approval is blocked apart from findings, as rejection codes. */
  blockers: z.array(z.enum(['provider-not-open', 'deposit-not-settled', 'must-findings-open'])),
  allowed: z.array(commandAboutSchema('listingVersion')),
  requestTemplates: z.array(reasonTemplateSchema),
  rejectTemplates: z.array(reasonTemplateSchema),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type ListingCase = z.infer<typeof listingCaseSchema>

export const listingListInput = windowSchema(LISTING_SORT_COLUMNS).extend({ filter: listingFilterSchema })
export const listingExportInput = exportSchema(LISTING_SORT_COLUMNS).extend({ filter: listingFilterSchema })
export const listingPageSchema = pageOf(listingRowSchema)
