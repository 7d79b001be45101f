import { z } from 'zod'
import type { StatementLine } from '../../../bank-statements/statement.ts'
import { balanceEffect } from '../../../bank-statements/statement.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { MATCH_REASONS } from '../../../rules/bank-matching/match-types.ts'
import { ORIGINAL_REASONS } from '../../../rules/bank-matching/original-types.ts'
import { historyEntrySchema } from './history.ts'

/** What a line is that is neither a deposit nor a refund. */
export const OTHER_KINDS = [
  'interest',
  'charge',
  'transfer',
  'sales',
  'settlement',
  'mistaken',
  'other',
] as const
export const otherKindSchema = z.enum(OTHER_KINDS)
export type OtherKind = z.infer<typeof otherKindSchema>

/** What a part of a line's money is. */
export const matchTargetSchema = z.discriminatedUnion('kind', [
  /** Money in for a deposit. */
  z.strictObject({ kind: z.literal('deposit'), obligationId: ulidSchema }),
  /** Money out: an approved refund was paid. */
  z.strictObject({ kind: z.literal('refund'), obligationId: ulidSchema }),
  /** Money out: a request in a batch was paid. */
  z.strictObject({ kind: z.literal('payout'), requestId: ulidSchema }),
  z.strictObject({ kind: z.literal('other'), what: otherKindSchema }),
  /** 退汇, 冲正: takes that line back, whole. */
  z.strictObject({ kind: z.literal('return'), lineId: ulidSchema }),
])
export type MatchTarget = Readonly<z.infer<typeof matchTargetSchema>>

/** What money of such a part is called, in one word. */
export function targetKind(target: MatchTarget): Exclude<MatchTarget['kind'], 'other'> | OtherKind {
  return target.kind === 'other' ? target.what : target.kind
}

export const matchPartSchema = z.strictObject({
  target: matchTargetSchema,
  /** Fen, of the line's direction. */
  amount: fenSchema.positive(),
  /** What spoke for it when it was decided. */
  reasons: z.array(z.enum([...MATCH_REASONS, ...ORIGINAL_REASONS])).max(30),
})
export type MatchPart = Readonly<z.infer<typeof matchPartSchema>>
export const PARTS_LIMIT = 50

const posted = { at: instantSchema, by: z.string(), byName: z.string() }

/** Where the whole of a line's money went 认领; an undone one stays on record. */
export const allocationSchema = z.strictObject({
  parts: z.array(matchPartSchema).min(1).max(PARTS_LIMIT),
  /** The import found it by itself. */
  automatic: z.boolean(),
  note: z.string(),
  ...posted,
  undone: z
    .strictObject({
      reason: z.string(),
      /** The line that took this one back; null where a person undid it. */
      takenBackBy: ulidSchema.nullable(),
      ...posted,
    })
    .nullable(),
})
export type Allocation = Readonly<z.infer<typeof allocationSchema>>

export const placeSchema = z.strictObject({ page: z.string().max(255), row: z.int().nonnegative() })

const text = z.string().max(2000)
/** An entry as the bank's file has it; see bank-statements/statement.ts. */
export const statementLineShape = {
  serial: z.string().max(200).nullable(),
  bookedOn: plainDateSchema,
  bookedTime: z.string().max(8).nullable(),
  direction: z.enum(['in', 'out']),
  amount: fenSchema.positive(),
  side: z.enum(['debit', 'credit']),
  isReversal: z.boolean(),
  counterpartyName: text,
  counterpartyAccount: text,
  summary: text,
  purpose: text,
  remark: text,
  balanceAfter: fenSchema.nullable(),
  currency: z.string().max(10).nullable(),
  place: placeSchema,
} satisfies Record<keyof StatementLine, z.ZodType>

/** A line of an account 银行流水. It is open, or wholly accounted for: the parts of its allocation sum to its amount. */
export const bankLineSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  accountId: ulidSchema,
  statementId: ulidSchema,
  /** Names it in its account, the same in every file that holds it; see bank-statements/identity.ts. */
  identity: z.string().regex(/^[0-9a-f]{32}$/),
  /** Its place in the statement, oldest first, from 0. */
  ordinal: z.int().nonnegative(),
  ...statementLineShape,
  /** Balances prove which way the money went. */
  isDirectionProven: z.boolean(),
  /** Oldest first; only the last can be live. */
  allocations: z.array(allocationSchema),
  /** The line that took this one back; null while it stands. */
  takenBackBy: ulidSchema.nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type BankLine = Readonly<z.infer<typeof bankLineSchema>>

export const LINE_STATUSES = ['open', 'matched', 'taken-back'] as const
export const lineStatusSchema = z.enum(LINE_STATUSES)
export type LineStatus = z.infer<typeof lineStatusSchema>

/** The allocation that holds; null while the line is open. */
export function liveAllocation({ allocations }: Pick<BankLine, 'allocations'>): Allocation | null {
  const last = allocations.at(-1)
  return last === undefined || last.undone !== null ? null : last
}

export function lineStatus(line: Pick<BankLine, 'allocations' | 'takenBackBy'>): LineStatus {
  if (line.takenBackBy !== null) return 'taken-back'
  return liveAllocation(line) === null ? 'open' : 'matched'
}

/** Sorts lines of an account as they were booked. */
export function chronology({ bookedOn, bookedTime, ordinal }: BankLine): string {
  return `${bookedOn} ${bookedTime ?? '00:00:00'} ${String(ordinal).padStart(6, '0')}`
}

/** What the line does to the account's balance, fen. */
export function lineEffect(line: BankLine): number {
  return balanceEffect(line)
}
