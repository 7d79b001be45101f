import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { citing } from './citing.ts'

/** What a rule rests on, and how heavily a breach weighs: `must` blocks approval, `should` and `info` do not. */
const ruleSchema = z.strictObject({ severity: z.enum(['must', 'should', 'info']), ...citing })

const languageSchema = z.string().regex(/^[a-z]{2}$/, 'not an ISO 639-1 code')
const pathSchema = z.string().regex(/^[^/.][^\\]*$/, 'not a path inside the package')
/** A text file the package carries once in each language. */
const documentSchema = z.strictObject({ language: languageSchema, path: pathSchema })
const documentsSchema = z.array(documentSchema).min(1)
const mediaTypesSchema = z.array(z.string().regex(/^image\/[a-z+.-]+$/)).min(1)

/** A part a README must cover; `headings` are the words by which a heading is known to open it. */
const readmeSectionSchema = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: bilingualSchema,
  headings: z.array(z.string().min(2)).min(1),
})
export type ReadmeSection = Readonly<z.infer<typeof readmeSectionSchema>>

/** A category of the rule's own source, or one that another source offers from a day on. */
const categoryValueSchema = z.union([
  z.strictObject({ key: z.string().min(1), title: bilingualSchema }),
  z.strictObject({ key: z.string().min(1), title: bilingualSchema, from: plainDateSchema, ...citing }),
])

/** The `listing` section of a policy pack: what a package and its offer have to bring. */
export const listingRulesSchema = z.strictObject({
  metadata: ruleSchema.extend({
    path: pathSchema,
    requiredKeys: z.array(z.string().min(1)).min(1),
    /** Every text by language must be there in these. */
    languages: z.array(languageSchema).min(1),
  }),
  apiVersion: ruleSchema.extend({ values: z.array(z.string().min(1)).min(1) }),
  /** A DNS-1123 subdomain. */
  name: ruleSchema,
  /** Semantic Versioning 2.0.0. */
  version: ruleSchema,
  /** ISO 639. */
  languageCodes: ruleSchema,
  category: ruleSchema.extend({
    values: z.array(categoryValueSchema).min(1),
  }),
  provider: ruleSchema.extend({ keys: z.array(z.enum(['name', 'email', 'url'])).min(1) }),
  installationMode: ruleSchema.extend({
    values: z.array(z.string().min(1)).min(1),
    default: z.string().min(1),
  }),
  icon: ruleSchema.extend({ mediaTypes: mediaTypesSchema }),
  /** UTF-8 in every text file. */
  encoding: ruleSchema,
  readme: ruleSchema.extend({
    documents: documentsSchema,
    sections: z.array(readmeSectionSchema).min(1),
  }),
  manual: ruleSchema.extend({
    metadataKey: z.string().min(1),
    /** Words by which the text of a README link is known to lead to the manual; compared without case. */
    linkWords: z.array(z.string().min(2)).min(1),
  }),
  screenshots: ruleSchema.extend({
    minimum: z.int().min(1).max(100),
    folder: pathSchema,
    mediaTypes: mediaTypesSchema,
  }),
  changelog: ruleSchema.extend({ documents: documentsSchema }),
  /** An update carries a greater version than the live one. */
  update: ruleSchema,
  /** Online delivery: each plan states plan, price and quota. */
  onlineDelivery: ruleSchema,
  /** Online delivery: prices and quotas a person has to weigh; the source names no number. */
  moderatePricing: ruleSchema,
  /** Offline delivery: a price is never public. */
  offlineDelivery: ruleSchema,
})
export type ListingRules = Readonly<z.infer<typeof listingRulesSchema>>
/** The key of a rule in the listing section; findings name it as `listing.<key>…`. */
export type ListingRuleKey = keyof ListingRules
