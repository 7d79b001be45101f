import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { DOUBTS } from '../../rules/payouts/doubts.ts'
import { PAYOUT_CHECKS, payoutCheckSchema } from '../../rules/payouts/payout-check.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { PAYOUT_STATUSES, payoutRequestSchema } from '../console-platform/records/payout-request.ts'
import { providerAccountSchema } from '../console-platform/records/provider-account.ts'
import { exportSchema } from './exports.ts'
import { languageSchema } from './files.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const PAYOUT_SORT_COLUMNS = ['requestedOn', 'name', 'amount'] as const

/** Filter of the requests to be paid; an empty list means "all". */
export const payoutFilterSchema = z.strictObject({
  statuses: z.array(z.enum(PAYOUT_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** In the name of the provider. */
  text: z.string().max(100).default(''),
  /** Only what waits for the approval of who asks. */
  forMe: z.boolean().default(false),
})
export type PayoutFilter = z.infer<typeof payoutFilterSchema>

/** What a list reads of a request; its history, invoices and failures are left to its case. */
export const payoutListedSchema = z.object({
  ...payoutRequestSchema.pick({
    ...{ id: true, version: true, marketplace: true, providerId: true, providerName: true, status: true },
    ...{ months: true, amount: true, requested: true, verified: true, account: true, approvals: true },
  }).shape,
})

export const payoutRowSchema = payoutListedSchema.extend({
  name: z.string(),
  requestedOn: plainDateSchema,
  pending: pendingDecisionSchema.nullable(),
})
export type PayoutRow = z.infer<typeof payoutRowSchema>

export const payoutListInput = windowSchema(PAYOUT_SORT_COLUMNS).extend({ filter: payoutFilterSchema })
export const payoutPageSchema = pageOf(payoutRowSchema)
export const payoutExportInput = exportSchema(PAYOUT_SORT_COLUMNS).extend({ filter: payoutFilterSchema })
export const payoutIdInput = z.strictObject({ id: ulidSchema })
export const approvalSheetInput = z.strictObject({ id: ulidSchema, language: languageSchema })

/** Payouts in one sample at most. */
export const SAMPLE_LIMIT = 100
/** A sample of the filtered requests; the same seed draws the same from the same requests. */
export const evidenceInput = z.strictObject({
  filter: payoutFilterSchema,
  count: z.int().min(1).max(SAMPLE_LIMIT),
  seed: z.string().trim().min(1).max(64),
  language: languageSchema,
})
/** How many payouts a sample has, and of how many. */
const wholeEvidenceSchema = z.object({ payouts: z.int(), of: z.int() })
export type WholeEvidence = z.infer<typeof wholeEvidenceSchema>
export const evidenceIdInput = z.strictObject({ exportId: ulidSchema })
export const evidenceBegunSchema = evidenceIdInput.extend({ fileName: z.string(), mediaType: z.string() })
/** The next piece; `share` is how far it is, of 1000; `whole` is null until the last. */
export const evidencePieceSchema = z.object({
  base64: z.string(),
  share: z.int(),
  whole: wholeEvidenceSchema.nullable(),
})

export const payableInput = z.strictObject({ providerId: z.string().min(1).max(64) })

/** A check with what would make it pass, in words. */
const checkShownSchema = payoutCheckSchema.extend({ remedyText: bilingualSchema.nullable() })
export type PayoutCheckShown = z.infer<typeof checkShownSchema>

/** A reason to look twice, with what it was seen by, ready to read. */
const doubtShownSchema = z.object({ doubt: z.enum(DOUBTS), evidence: z.array(z.string()) })
export type DoubtShown = z.infer<typeof doubtShownSchema>

/** One request, pending decisions laid over. */
export const payoutCaseSchema = z.object({
  payout: payoutRequestSchema,
  /** The line of a statement that shows it paid; null until then. */
  line: z.object({ id: ulidSchema, bookedOn: plainDateSchema }).nullable(),
  marketplaceName: bilingualSchema,
  checks: z.array(checkShownSchema),
  doubts: z.array(doubtShownSchema),
  /** The account it is or would be paid to; null where none is approved. */
  account: providerAccountSchema.nullable(),
  allowed: z.array(commandAboutSchema('payoutRequest')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type PayoutCase = z.infer<typeof payoutCaseSchema>

/** Where a committed statement stands on its way to the provider: the live request that pays it. */
export const paidByRequestSchema = z.object({ id: ulidSchema, status: z.enum(PAYOUT_STATUSES) })
export type PaidByRequest = z.infer<typeof paidByRequestSchema>

/** Months of a provider that may be asked for: committed, and in no live request. Fen. */
export const payableSchema = z.object({
  months: z.array(z.object({ month: plainMonthSchema, statementId: ulidSchema, net: fenSchema })),
})

/**
 * All that waits for a second person, for who looks now: how many requests and what they come to in fen, and how many
 * accounts providers are to be paid to.
 */
export const waitingSchema = z.object({
  /** Requests that wait to be verified, for who may. */
  toVerify: z.int().nonnegative(),
  count: z.int().nonnegative(),
  total: fenSchema,
  accounts: z.int().nonnegative(),
})

/** Providers with months that may be asked for, by name. Fen. */
export const payableProvidersSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    marketplaceName: bilingualSchema,
    months: z.int().positive(),
    net: fenSchema,
  }),
)

export const payoutPreviewInput = z.strictObject({
  providerId: z.string().min(1).max(64),
  months: z.array(plainMonthSchema).min(1).max(120),
})

/** What a request would be held against before it is made, and how many would have to approve it. */
export const payoutPreviewSchema = z.object({
  checks: z.array(checkShownSchema),
  /** The first check that keeps it from being made; null where none does. */
  keptBy: z.enum(PAYOUT_CHECKS).nullable(),
  approvers: z.int().min(1).max(2),
})
