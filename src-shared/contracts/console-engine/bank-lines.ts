import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { CONFIDENCES } from '../../rules/bank-matching/confidence.ts'
import { MATCH_REASONS } from '../../rules/bank-matching/match-types.ts'
import { ORIGINAL_REASONS } from '../../rules/bank-matching/original-types.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { bankAccountSchema } from '../console-platform/records/bank-account.ts'
import {
  bankLineSchema,
  lineStatusSchema,
  matchPartSchema,
  otherKindSchema,
} from '../console-platform/records/bank-line.ts'
import { depositStatusSchema } from './deposits.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

/** An account of our own, with what of it waits for a person. */
export const accountRowSchema = bankAccountSchema
  .omit({ history: true, updatedAt: true })
  .extend({ marketplaceName: bilingualSchema, openLines: z.int().nonnegative() })
export type AccountRow = z.infer<typeof accountRowSchema>

export const LINE_SORT_COLUMNS = ['chronology', 'amount'] as const

/** Kinds of parts as the filter names them. */
export const lineKindSchema = z.union([z.enum(['deposit', 'refund', 'payout', 'return']), otherKindSchema])
export type LineKind = z.infer<typeof lineKindSchema>

/** How sure it is what an open line is. */
export const confidenceSchema = z.enum(CONFIDENCES)

/** Filter of the workbench; an empty list means "all", both days count. */
export const lineFilterSchema = z.strictObject({
  accounts: z.array(ulidSchema).default([]),
  statuses: z.array(lineStatusSchema).default([]),
  directions: z.array(z.enum(['in', 'out'])).default([]),
  kinds: z.array(lineKindSchema).default([]),
  /** Of open lines. */
  confidences: z.array(confidenceSchema).default([]),
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
  text: z.string().max(100).default(''),
})
export type LineFilter = z.infer<typeof lineFilterSchema>

const reasonSchema = z.enum([...MATCH_REASONS, ...ORIGINAL_REASONS])
export type LineReason = z.infer<typeof reasonSchema>

/** What a part of a matched line is, in words that need no further lookup. */
export const shownPartSchema = matchPartSchema.extend({
  /** The provider of a deposit or refund; null for anything else. */
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  /** What a deposit is for; null where it is for the provider as a whole, or is none. */
  category: bilingualSchema.nullable(),
})
export type ShownPart = z.infer<typeof shownPartSchema>

export const lineRowSchema = z.object({
  id: ulidSchema,
  version: z.int(),
  accountId: ulidSchema,
  marketplace: marketplaceSchema,
  bookedOn: plainDateSchema,
  bookedTime: z.string().nullable(),
  direction: z.enum(['in', 'out']),
  amount: fenSchema,
  isReversal: z.boolean(),
  counterpartyName: z.string(),
  counterpartyAccount: z.string(),
  /** Summary, purpose and remark. */
  said: z.string(),
  balanceAfter: fenSchema.nullable(),
  status: lineStatusSchema,
  /** Of a matched line. */
  parts: z.array(shownPartSchema),
  automatic: z.boolean(),
  /** Of an open line: the best suggestion, and how many there are. */
  suggestion: z.object({ title: z.string(), count: z.int().positive() }).nullable(),
  /** Of an open line. */
  confidence: confidenceSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type LineRow = z.infer<typeof lineRowSchema>

/** A deposit that a line, or a part of one, may go to. */
export const depositCandidateSchema = z.object({
  kind: z.enum(['deposit', 'refund']),
  obligationId: ulidSchema,
  providerId: z.string(),
  providerName: z.string(),
  category: bilingualSchema.nullable(),
  status: depositStatusSchema,
  /** What is still owed, or of a refund what is approved and not paid; fen. */
  due: fenSchema,
  reasons: z.array(reasonSchema),
  /** It would be taken without a person: direction, amount and name agree and nothing else fits. */
  certain: z.boolean(),
})
export type DepositCandidate = z.infer<typeof depositCandidateSchema>

/** A payout in a batch that was sent, which a line that leaves, or a part of one, may be. */
export const payoutCandidateSchema = z.object({
  kind: z.literal('payout'),
  requestId: ulidSchema,
  providerId: z.string(),
  providerName: z.string(),
  batch: z.object({ id: ulidSchema, number: z.string() }),
  /** It is paid whole or not at all; fen. */
  due: fenSchema,
  reasons: z.array(reasonSchema),
  certain: z.boolean(),
})
export type PayoutCandidate = z.infer<typeof payoutCandidateSchema>

/** A line that this one may take back. */
export const originalCandidateSchema = z.object({
  kind: z.literal('return'),
  line: lineRowSchema.omit({ suggestion: true, confidence: true, pending: true }),
  reasons: z.array(reasonSchema),
  certain: z.boolean(),
})
export type OriginalCandidate = z.infer<typeof originalCandidateSchema>

/** What a line is by its own words: interest, a charge. */
export const otherCandidateSchema = z.object({
  kind: z.literal('other'),
  what: otherKindSchema,
  /** The word that says so. */
  word: z.string(),
})

export const candidateSchema = z.discriminatedUnion('kind', [
  depositCandidateSchema,
  payoutCandidateSchema,
  originalCandidateSchema,
  otherCandidateSchema,
])
export type Candidate = z.infer<typeof candidateSchema>

/** One line with what may be done with it, best first; pending decisions laid over. */
export const lineCaseSchema = z.object({
  line: bankLineSchema,
  account: accountRowSchema,
  status: lineStatusSchema,
  /** Parts of the live allocation, and of those that were undone, oldest first. */
  allocations: z.array(z.object({ parts: z.array(shownPartSchema) })),
  /** The line that took this one back; null where none did, or it is not here. */
  takenBackBy: lineRowSchema.nullable(),
  candidates: z.array(candidateSchema),
  /** The parts one key accepts: the best candidate, or several that sum to the amount; null where a person has to choose. */
  proposal: z.array(matchPartSchema).nullable(),
  allowed: z.array(commandAboutSchema('bankLine')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type LineCase = z.infer<typeof lineCaseSchema>

export const lineListInput = windowSchema(LINE_SORT_COLUMNS).extend({ filter: lineFilterSchema })
export const lineExportInput = exportSchema(LINE_SORT_COLUMNS).extend({ filter: lineFilterSchema })
export const linePageSchema = pageOf(lineRowSchema)
/** Any deposit of the line's marketplace, or payout with the bank, by name or provider id, for choosing by hand. */
export const lineTargetsInput = z.strictObject({ id: ulidSchema, text: z.string().max(100) })
/** Lines and money of a filter: what the foot of the table says. Fen. */
export const lineTotalsSchema = z.object({
  open: z.int().nonnegative(),
  matched: z.int().nonnegative(),
  takenBack: z.int().nonnegative(),
  in: fenSchema,
  out: fenSchema,
  /** Open lines that one decision for all may accept; null where there are too many open ones to judge. */
  exact: z.int().nonnegative().nullable(),
})

/** Most lines that are accepted at once; more wait for the next time. */
export const EXACT_LIMIT = 200

/** The open lines of a filter that are certain, oldest first, with what each would be matched to. */
export const exactMatchesSchema = z.object({
  matches: z.array(z.object({ line: lineRowSchema, part: shownPartSchema })).max(EXACT_LIMIT),
  /** How many there are in all. */
  total: z.int().nonnegative(),
})
export type ExactMatches = z.infer<typeof exactMatchesSchema>

/** Lines that are to go to one thing. */
export const sharedTargetInput = z.strictObject({ ids: z.array(ulidSchema).min(1).max(EXACT_LIMIT) })
/** What all of these lines may be, the likeliest; null where they have nothing in common. */
export const sharedTargetSchema = z.object({
  deposit: depositCandidateSchema.nullable(),
  /** By line: what speaks for it, without what its own amount says. */
  reasons: z.record(z.string(), z.array(reasonSchema)),
  other: otherKindSchema.nullable(),
})
export type SharedTarget = z.infer<typeof sharedTargetSchema>
