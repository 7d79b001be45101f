import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { marketplaceSchema } from '../base/ids.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { admissionSectionSchema } from './admission-section.ts'
import { sourceSchema } from './citing.ts'
import { depositSectionSchema } from './deposit-section.ts'
import { feeSectionSchema } from './fee-section.ts'
import { interfaceSectionSchema } from './interface-section.ts'
import { invoiceSectionSchema } from './invoice-section.ts'
import { listingReviewSectionSchema } from './listing-review-section.ts'
import { listingRulesSchema } from './listing-rules.ts'
import { meteringSectionSchema } from './metering-section.ts'
import { packReferenceProblems } from './pack-references.ts'
import { payoutSectionSchema } from './payout-section.ts'
import { guaranteeSectionSchema, supervisionSectionSchema } from './supervision-section.ts'
import { violationSectionSchema } from './violation-section.ts'

const packShape = z.strictObject({
  marketplace: marketplaceSchema,
  name: bilingualSchema,
  /** What the source calls a provider. */
  providerTerm: bilingualSchema.default({ zh: '服务商', en: 'Provider' }),
  /** Of this pack, not of the sources: raised with every edit. */
  version: z.string().regex(/^\d+\.\d+$/, 'a version like 1.0'),
  effectiveFrom: plainDateSchema,
  /** The last day, inclusive; null while the pack is current. */
  effectiveTo: plainDateSchema.nullable(),
  sources: z.array(sourceSchema).min(1).max(20),
  admission: admissionSectionSchema,
  listingReview: listingReviewSectionSchema,
  /** What a package must bring; null where the marketplace takes none. */
  listing: listingRulesSchema.nullable(),
  /** Null where the source states no deposit. */
  deposit: depositSectionSchema.nullable(),
  /** What the marketplace keeps of an order; null where the source states nothing of it. */
  fees: feeSectionSchema.nullable(),
  /** What a provider may not break; null where the source states nothing of it. */
  violations: violationSectionSchema.nullable().default(null),
  /** Null where the marketplace does not invoice its providers, or the source says nothing of it. */
  commissionInvoice: invoiceSectionSchema.nullable().default(null),
  /** Whose delivery is supervised; null where the marketplace supervises none. */
  supervision: supervisionSectionSchema.nullable().default(null),
  /** The production interface of providers; null where the source states nothing of it. */
  interfaces: interfaceSectionSchema.nullable().default(null),
  /** How orders that are paid by use are billed; null where the source states nothing of it. */
  metering: meteringSectionSchema.nullable().default(null),
  /** What buyers of some categories are promised; none where the source states nothing of it. */
  guarantees: guaranteeSectionSchema.default([]),
  /** When a provider may be paid; null where the source states nothing of it. */
  payout: payoutSectionSchema.nullable().default(null),
})
export type PolicyPack = Readonly<z.infer<typeof packShape>>

/** Every rule and number of one marketplace for a span of days. Further matters become further sections beside these. */
export const policyPackSchema = packShape.superRefine((pack, context) => {
  for (const problem of packReferenceProblems(pack)) {
    context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message })
  }
})
