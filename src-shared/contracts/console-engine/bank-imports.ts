import { z } from 'zod'
import { columnMappingSchema } from '../../bank-statements/mapping.ts'
import { ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { statementLineShape } from '../console-platform/records/bank-line.ts'
import {
  acceptableSchema,
  proofVerdictSchema,
  statementHeadSchema,
} from '../console-platform/records/bank-statement.ts'
import { accountRowSchema, depositCandidateSchema } from './bank-lines.ts'
import { PIECE_BYTES } from './files.ts'

export const importIdInput = z.strictObject({ importId: ulidSchema })

/** A file a person gave; its bytes follow in pieces. */
export const beginImportInput = z.strictObject({
  fileName: z.string().min(1).max(255),
  bytes: z.int().positive(),
})
export const addPieceInput = importIdInput.extend({
  base64: z.string().max(Math.ceil(PIECE_BYTES / 3) * 4 + 4),
})

/** How far the reading of a file is. `share` from 0 to 1000. */
export const importProgressSchema = z.object({
  step: z.enum(['receiving', 'reading', 'proving', 'comparing', 'matching', 'ready']),
  share: z.int().min(0).max(1000),
})
export type ImportProgress = z.infer<typeof importProgressSchema>

/** One thing the bank says twice, and whether it agrees with itself; hundredths, or a count. */
export const proofCheckSchema = z.object({
  check: z.string(),
  verdict: proofVerdictSchema,
  expected: z.int().nullable(),
  found: z.int().nullable(),
  row: z.int().nullable(),
})

/** A line of the preview. `novelty`: what the import would do with it. */
export const previewLineSchema = z.object({
  /** Its place in the statement, oldest first. */
  ordinal: z.int(),
  ...statementLineShape,
  isDirectionProven: z.boolean(),
  novelty: z.enum(['new', 'known', 'overlapping']),
  /** The deposit it closes by itself, or how many are suggested. */
  automatic: depositCandidateSchema.nullable(),
  suggestions: z.int(),
})
export type PreviewLine = z.infer<typeof previewLineSchema>

/** One account of the file: what it says, what proves it, and what importing it will do. */
export const importSectionSchema = z.object({
  index: z.int(),
  head: statementHeadSchema,
  proof: z.object({
    verdict: proofVerdictSchema,
    checks: z.array(proofCheckSchema),
    opening: fenSchema.nullable(),
    closing: fenSchema.nullable(),
    /** Every amount fits when debit and credit change places. */
    isSwapped: z.boolean(),
  }),
  lines: z.int(),
  in: z.object({ count: z.int(), amount: fenSchema }),
  out: z.object({ count: z.int(), amount: fenSchema }),
  new: z.int(),
  known: z.int(),
  overlapping: z.int(),
  /** Lines that close a deposit by themselves, and lines with suggestions. */
  automatic: z.int(),
  automaticAmount: fenSchema,
  suggested: z.int(),
  /** The account it will go to; null until a person has chosen one. */
  account: accountRowSchema.nullable(),
  /** Where it does not open with the balance that the account was left with; null where it does, or nobody knows. */
  continuity: z
    .object({ after: plainDateSchema, expected: fenSchema, on: plainDateSchema, found: fenSchema })
    .nullable(),
  /** Must be accepted by a person before it is imported. */
  toAccept: z.array(acceptableSchema),
  /** Why it cannot be imported at all; null where it can. */
  barred: z
    .enum(['nothing-new', 'no-account', 'currency-differs', 'not-allowed', 'too-many-lines'])
    .nullable(),
})
export type ImportSection = z.infer<typeof importSectionSchema>

/** What became of reading a file. */
export const importPreviewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    importId: ulidSchema,
    fileName: z.string(),
    format: z.string(),
    encoding: z.string(),
    /** Names of columns that hold something and were not read. */
    unread: z.array(z.string()),
    sections: z.array(importSectionSchema),
  }),
  z.object({
    kind: z.literal('refused'),
    importId: ulidSchema,
    fileName: z.string(),
    reason: z.enum([
      'empty',
      'too-large',
      'doctype',
      'broken-xml',
      'broken-workbook',
      'zip64-workbook',
      'picture',
      'unknown-xml',
      'no-statement',
      'unknown-layout',
    ]),
    /** The fullest rows of a table nobody knows, to draw up a mapping from. */
    candidates: z.array(z.array(z.string())),
  }),
])
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const previewLinesInput = importIdInput.extend({
  section: z.int().nonnegative(),
  novelty: z.enum(['new', 'known', 'overlapping']).nullable(),
  after: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
})
export const previewLinesSchema = z.object({ lines: z.array(previewLineSchema), next: z.int().nullable() })

export const chooseAccountInput = importIdInput.extend({
  section: z.int().nonnegative(),
  accountId: ulidSchema.nullable(),
})
export const applyImportInput = importIdInput.extend({
  section: z.int().nonnegative(),
  accepted: z.array(acceptableSchema),
  /** Without it automatic matches are left to a person. */
  matchAutomatically: z.boolean(),
})

/** A column mapping that a person drew up, found again by the signature of its header row. */
export const keptMappingSchema = z.object({
  signature: z.string(),
  mapping: columnMappingSchema,
  savedAt: z.string(),
})
