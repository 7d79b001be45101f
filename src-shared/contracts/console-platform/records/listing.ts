import { z } from 'zod'
import { fileHashSchema, instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { findingSchema } from '../../../rules/verdict.ts'
import { historyEntrySchema } from './history.ts'

/** A product 商品/扩展组件. `liveVersionId` names the listing version the store shows now. */
export const listingSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string(),
  /** The vendor's own name of the product: unique in its marketplace, DNS-1123. */
  name: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  category: z.string(),
  liveVersionId: ulidSchema.nullable(),
  status: z.enum(['draft', 'live', 'delisted']),
  updatedAt: instantSchema,
})
export type Listing = Readonly<z.infer<typeof listingSchema>>

export const LISTING_VERSION_STATUSES = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'live',
  'rejected',
  'withdrawn',
  'delisted',
] as const
export const listingVersionStatusSchema = z.enum(LISTING_VERSION_STATUSES)
export type ListingVersionStatus = z.infer<typeof listingVersionStatusSchema>

export const planSchema = z.strictObject({
  name: z.string().min(1).max(100),
  price: fenSchema.nonnegative(),
  months: z.int().positive(),
  quota: z.string().max(200),
})
/** How a listing is sold. An offline price is never public. */
export const offerSchema = z.strictObject({
  delivery: z.enum(['online', 'offline']),
  plans: z.array(planSchema).max(50),
  priceShownPublicly: z.boolean(),
  paid: z.boolean(),
})
export type Offer = Readonly<z.infer<typeof offerSchema>>

/** What the plan rules are judged on: nothing where the listing is free, for then there is nothing to price. */
export function offerUnderReview(offer: Offer): Offer | null {
  return offer.paid ? offer : null
}

export const findingOverrideSchema = z.strictObject({
  ruleId: z.string(),
  reason: z.string(),
  by: z.string(),
  byName: z.string(),
  at: instantSchema,
})

/** One submitted version of a listing. `findings` are the platform's own check of the package at submission. */
export const listingVersionSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string(),
  listingId: ulidSchema,
  listingName: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  category: z.string(),
  /** SemVer of the package. */
  packageVersion: z.string(),
  packageHash: fileHashSchema,
  packageBytes: z.int().nonnegative(),
  /** Images the vendor tool uploaded apart from the package. */
  uploads: z.array(z.strictObject({ url: z.string(), fileHash: fileHashSchema, path: z.string() })),
  offer: offerSchema,
  findings: z.array(findingSchema),
  overrides: z.array(findingOverrideSchema),
  status: listingVersionStatusSchema,
  assignee: z.string().nullable(),
  /** The package of the version live at submission: what an update is compared with. */
  livePackageHash: fileHashSchema.nullable(),
  submittedAt: instantSchema.nullable(),
  dueOn: plainDateSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type ListingVersion = Readonly<z.infer<typeof listingVersionSchema>>

/** Must-findings that no ops-manager has overridden: what still blocks approval. */
export function openMustFindings(version: Pick<ListingVersion, 'findings' | 'overrides'>): number {
  const overridden = new Set(version.overrides.map((override) => override.ruleId))
  return version.findings.filter((finding) => finding.severity === 'must' && !overridden.has(finding.ruleId))
    .length
}
