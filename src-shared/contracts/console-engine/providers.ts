import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { recordKindSchema } from '../console-platform/feed.ts'
import { OPEN_MATTERS } from '../console-platform/open-matters.ts'
import { EXPIRIES } from '../console-platform/provider-clocks.ts'
import { signedContractSchema } from '../console-platform/records/application.ts'
import { INVOICE_STATUSES } from '../console-platform/records/invoice.ts'
import { ORDER_STATUSES } from '../console-platform/records/order.ts'
import { PAYOUT_STATUSES } from '../console-platform/records/payout-request.ts'
import {
  contractTermSchema,
  providerSchema,
  providerStatusSchema,
} from '../console-platform/records/provider.ts'
import { PROVIDER_ACCOUNT_STATUSES } from '../console-platform/records/provider-account.ts'
import { STATEMENT_STATUSES } from '../console-platform/records/settlement-statement.ts'
import { applicationRowSchema } from './applications.ts'
import { depositRowSchema } from './deposits.ts'
import { exportSchema } from './exports.ts'
import { listingRowSchema } from './listings.ts'
import { pageOf, windowSchema } from './paging.ts'
import { paidByRequestSchema } from './payouts.ts'
import { pendingDecisionSchema } from './pending.ts'
import { violationRowSchema } from './violations.ts'

export const PROVIDER_SORT_COLUMNS = ['name', 'marketplace', 'status', 'joinedOn', 'updatedAt'] as const

/** What of a provider is to be looked at again: a 复审, a paper or a contract that is over, or is so soon. */
export const PROVIDER_REVIEWS = [
  'verification-over',
  'verification-soon',
  'papers-over',
  'papers-soon',
  'contracts-over',
  'contracts-soon',
] as const
export type ProviderReview = (typeof PROVIDER_REVIEWS)[number]

/** Filter of the providers; an empty list means "all". */
export const providerFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  statuses: z.array(providerStatusSchema).default([]),
  reviews: z.array(z.enum(PROVIDER_REVIEWS)).default([]),
  text: z.string().max(100).default(''),
})
export type ProviderFilter = z.infer<typeof providerFilterSchema>

/** A day with how it stands today. */
const lastDaySchema = z.object({ on: plainDateSchema, expiry: z.enum(EXPIRIES) })
export type LastDay = z.infer<typeof lastDaySchema>

export const providerRowSchema = providerSchema.extend({
  /** When the next 复审 is due; null for who is not verified again. */
  verification: lastDaySchema.nullable(),
  /** When the first of its papers runs out. */
  papers: lastDaySchema.nullable(),
  /** When the first of its contracts ends that does not go on by itself. */
  contractEnd: lastDaySchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type ProviderRow = z.infer<typeof providerRowSchema>

export const providerListInput = windowSchema(PROVIDER_SORT_COLUMNS).extend({ filter: providerFilterSchema })
export const providerPageSchema = pageOf(providerRowSchema)
export const providerExportInput = exportSchema(PROVIDER_SORT_COLUMNS).extend({
  filter: providerFilterSchema,
})

/** How many providers are to be looked at again, by why. */
export const providerReviewCountsSchema = z.record(z.enum(PROVIDER_REVIEWS), z.int())

/** Something that is open with a provider; `first`: it is closed only once that is settled. */
const openMatterSchema = z.object({
  matter: z.enum(OPEN_MATTERS),
  count: z.int().positive(),
  amount: fenSchema.nullable(),
  first: z.boolean(),
})
export type OpenMatterShown = z.infer<typeof openMatterSchema>

/** What happened with a provider, whatever record tells it. */
const timelineEntrySchema = z.object({
  at: instantSchema,
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
  action: bilingualSchema,
  byName: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** Newest rows of a list, and how many there are. */
const newest = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int() })

/** One provider with all that belongs to it, pending decisions laid over; lists of what is not to be seen are empty. */
export const providerCaseSchema = z.object({
  provider: providerSchema,
  marketplaceName: bilingualSchema,
  /** The day in Beijing. */
  on: plainDateSchema,
  verification: lastDaySchema.nullable(),
  papers: z.array(
    z.object({
      kind: z.string(),
      name: bilingualSchema,
      fileName: z.string(),
      fileHash: z.string(),
      mediaType: z.string(),
      bytes: z.int(),
      expires: lastDaySchema.nullable(),
    }),
  ),
  /** The papers a provider of its marketplace may hand in. */
  paperKinds: z.array(z.object({ kind: z.string(), name: bilingualSchema })),
  contracts: z.array(signedContractSchema.extend({ name: bilingualSchema, applicationId: ulidSchema })),
  /** The terms of its contracts that hold, the first to end first; `ends` is null where it has no last day or goes on by itself. */
  contractTerms: z.array(
    contractTermSchema.extend({ name: bilingualSchema, ends: lastDaySchema.nullable() }),
  ),
  /** The agreements of its marketplace. */
  agreements: z.array(z.object({ id: z.string(), name: bilingualSchema })),
  matters: z.array(openMatterSchema),
  applications: z.array(applicationRowSchema),
  listings: z.array(listingRowSchema),
  deposits: z.array(depositRowSchema),
  violations: z.array(violationRowSchema),
  orders: newest(
    z.object({
      id: ulidSchema,
      number: z.string(),
      productName: z.string(),
      paidOn: plainDateSchema,
      cash: fenSchema,
      status: z.enum(ORDER_STATUSES),
    }),
  ),
  statements: z.array(
    z.object({
      id: ulidSchema,
      month: plainMonthSchema,
      status: z.enum(STATEMENT_STATUSES),
      net: fenSchema,
      payout: paidByRequestSchema.nullable(),
    }),
  ),
  payouts: z.array(
    z.object({
      id: ulidSchema,
      status: z.enum(PAYOUT_STATUSES),
      months: z.array(plainMonthSchema),
      amount: fenSchema,
      requestedOn: plainDateSchema,
    }),
  ),
  invoices: z.array(
    z.object({
      id: ulidSchema,
      number: z.string(),
      status: z.enum(INVOICE_STATUSES),
      gross: fenSchema,
      issuedOn: plainDateSchema,
    }),
  ),
  accounts: z.array(
    z.object({
      id: ulidSchema,
      status: z.enum(PROVIDER_ACCOUNT_STATUSES),
      accountName: z.string(),
      accountNumber: z.string(),
      bankName: z.string(),
    }),
  ),
  timeline: newest(timelineEntrySchema),
  allowed: z.array(commandAboutSchema('provider')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type ProviderCase = z.infer<typeof providerCaseSchema>
