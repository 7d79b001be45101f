import { z } from 'zod'
import { fileHashSchema, instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import type { ClosedStatement } from '../../../rules/reconciliation/continuity.ts'
import { placeSchema } from './bank-line.ts'

/** What a person may take upon herself when she imports a statement; named in the record for ever. */
export const ACCEPTABLE = [
  /** The file does not name its account. */
  'account-unnamed',
  /** The file names another account than the one it is imported into. */
  'account-differs',
  /** Nothing in the file proves its amounts. */
  'unproven',
  /** The bank contradicts itself, e.g. a line is missing. */
  'contradicted',
  /** Rows that may be money were left out. */
  'rows-left-out',
  /** Characters that could not be decoded. */
  'undecodable',
  /** Lines in days that were imported without them, or that the account may have, told otherwise. */
  'overlapping',
  /** It does not open with the balance that the account was left with. */
  'not-continuous',
] as const
export const acceptableSchema = z.enum(ACCEPTABLE)
export type Acceptable = z.infer<typeof acceptableSchema>

const count = z.int().nonnegative()
const amount = fenSchema.nullable()

/** What a statement says of itself: as the parser read it, without its lines. */
export const statementHeadSchema = z.strictObject({
  id: ulidSchema,
  fileHash: fileHashSchema,
  fileName: z.string().min(1).max(255),
  /** Key of the layout or message format. */
  format: z.string().min(1).max(80),
  encoding: z.string().max(40),
  undecodable: count,
  /** The account the file names; null where it names none. */
  account: z.string().max(80).nullable(),
  currency: z.string().max(10).nullable(),
  opening: amount,
  closing: amount,
  totals: z.strictObject({
    debitSum: amount,
    creditSum: amount,
    debitCount: count.nullable(),
    creditCount: count.nullable(),
    count: count.nullable(),
  }),
  /** First and last booked day of its lines; null where it has none. */
  period: z.strictObject({ from: plainDateSchema, to: plainDateSchema }).nullable(),
  /** Rows that are no lines, the first of them by name. */
  skipped: z.strictObject({
    rows: count,
    matter: count,
    first: z
      .array(z.strictObject({ place: placeSchema, reason: z.string().max(40), excerpt: z.string().max(80) }))
      .max(200),
  }),
})
export type StatementHead = Readonly<z.infer<typeof statementHeadSchema>>

export const proofVerdictSchema = z.enum(['proven', 'contradicted', 'unprovable'])

/** A statement that was imported 银行对账单; all that changes is that it may be withdrawn, and its lines with it. */
export const bankStatementSchema = statementHeadSchema.extend({
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  accountId: ulidSchema,
  /** Balances the lines follow from, or lead to, where the file or its running balance tells. Fen. */
  opening: amount,
  closing: amount,
  proof: proofVerdictSchema,
  accepted: z.array(acceptableSchema),
  /** Lines in the file, and those of them that were not known. */
  lines: count,
  added: count,
  importedAt: instantSchema,
  by: z.string(),
  byName: z.string(),
  /** 作废: its lines are gone, and this is why; null while it stands. */
  withdrawn: z
    .strictObject({ reason: z.string(), at: instantSchema, by: z.string(), byName: z.string() })
    .nullable(),
})
export type BankStatement = Readonly<z.infer<typeof bankStatementSchema>>

/** A statement as its neighbours look at it; none that was withdrawn, or has no lines. */
export function closedStatement({
  period,
  closing,
  withdrawn,
}: Pick<BankStatement, 'period' | 'closing' | 'withdrawn'>): ClosedStatement[] {
  return period === null || withdrawn !== null ? [] : [{ ...period, closing }]
}

/** A statement as it matters to others that are withdrawn. */
type ImportedStatement = Pick<
  BankStatement,
  'id' | 'fileName' | 'period' | 'lines' | 'added' | 'importedAt' | 'withdrawn'
>

/**
 * The newest statement that was imported after one and counts lines of its days as known: without them it would say more
 * than is on record, and so it is withdrawn before. Null where there is none.
 */
export function restingOn<S extends ImportedStatement>(
  { period, importedAt }: ImportedStatement,
  statements: readonly S[],
): S | null {
  if (period === null) return null
  const resting = statements.filter(
    (each) =>
      each.withdrawn === null &&
      each.importedAt > importedAt &&
      each.lines > each.added &&
      each.period !== null &&
      each.period.from <= period.to &&
      period.from <= each.period.to,
  )
  return resting.sort((one, other) => (one.importedAt < other.importedAt ? 1 : -1))[0] ?? null
}

/** A statement by its file and days, as it is named to a person. */
export function statementTitle({ fileName, period }: Pick<BankStatement, 'fileName' | 'period'>): string {
  return period === null ? fileName : `${fileName} ${period.from} – ${period.to}`
}
