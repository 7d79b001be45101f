import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { bookMappingSchema, bookProgramSchema } from '../../rules/books/book-mapping.ts'
import { ACCOUNT_ROLES, ENTRY_SUBJECTS } from '../../rules/books/voucher-entries.ts'
import { acceptableSchema } from '../console-platform/records/bank-statement.ts'
import { closeCheckSchema } from '../console-platform/records/settlement-month.ts'
import { base } from './base-procedure.ts'
import { exportedFileSchema, languageSchema, tableFormatSchema } from './files.ts'

/** A month of a marketplace, as it goes on to the books. */
const monthInput = z.strictObject({ marketplace: marketplaceSchema, month: plainMonthSchema })
export type BookMonth = Readonly<z.infer<typeof monthInput>>

/** Most vouchers, balances or exceptions that are shown; a file has them all. */
export const SHOWN_LIMIT = 200

const voucherSchema = z.object({
  number: z.int(),
  date: plainDateSchema,
  statementId: ulidSchema,
  providerId: z.string(),
  providerName: z.string(),
  takesBack: z.boolean(),
  entries: z.array(
    z.object({
      subject: z.enum(ENTRY_SUBJECTS),
      account: z.enum(ACCOUNT_ROLES),
      debit: fenSchema,
      credit: fenSchema,
    }),
  ),
})

export const vouchersSchema = z.object({
  vouchers: z.array(voucherSchema),
  /** How many there are, and what they come to. Fen; the two sums are equal. */
  count: z.int(),
  debit: fenSchema,
  credit: fenSchema,
  /** Statements of the month that are drafts still: they have no voucher. */
  drafts: z.int(),
})
export type ShownVouchers = z.infer<typeof vouchersSchema>

/** What a provider is owed over a month. Fen; `opening + due - paid = closing`. */
const balanceSchema = z.object({
  providerId: z.string(),
  providerName: z.string(),
  opening: fenSchema,
  due: fenSchema,
  paid: fenSchema,
  closing: fenSchema,
})
export type ProviderBalance = z.infer<typeof balanceSchema>
export const balancesSchema = z.object({
  balances: z.array(balanceSchema),
  count: z.int(),
  total: balanceSchema.omit({ providerId: true, providerName: true }),
})
export type ShownBalances = z.infer<typeof balancesSchema>

export const EXCEPTION_KINDS = [
  'skipped-check',
  'waiver',
  'override',
  'unproven-import',
  'third-party-payer',
] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

/** What was let be: where, why, by whom. */
const exceptionSchema = z.object({
  kind: z.enum(EXCEPTION_KINDS),
  record: z.object({
    kind: z.enum(['settlementMonth', 'depositObligation', 'listingVersion', 'bankStatement', 'bankLine']),
    id: ulidSchema,
    within: z.string().nullable(),
  }),
  title: z.string(),
  /** The check that was skipped. */
  check: closeCheckSchema.nullable(),
  /** What was taken upon oneself. */
  accepted: z.array(acceptableSchema),
  reason: z.string(),
  byName: z.string(),
  at: instantSchema,
})
export type BookException = z.infer<typeof exceptionSchema>
export const exceptionsSchema = z.object({
  exceptions: z.array(exceptionSchema),
  /** By kind, all of them. */
  counts: z.array(z.object({ kind: z.enum(EXCEPTION_KINDS), count: z.int() })),
})
export type ShownExceptions = z.infer<typeof exceptionsSchema>

const exportInput = monthInput.extend({ language: languageSchema, format: tableFormatSchema })
export type BookExport = z.infer<typeof exportInput>

/** The mapping of a marketplace; `only` where it has one of its own, else it is that of all others. */
const keptMappingSchema = z.strictObject({ value: bookMappingSchema, only: z.boolean() })
export type KeptBookMapping = z.infer<typeof keptMappingSchema>

/** What a page may ask about what goes on to the books. */
export const bookProcedures = {
  vouchers: base.input(monthInput).output(vouchersSchema),
  /** All vouchers of the month, as the program of the mapping reads them. */
  voucherFile: base.input(monthInput.extend({ program: bookProgramSchema })).output(exportedFileSchema),
  balances: base.input(monthInput).output(balancesSchema),
  balanceFile: base.input(exportInput).output(exportedFileSchema),
  exceptions: base.input(monthInput).output(exceptionsSchema),
  exceptionFile: base.input(exportInput).output(exportedFileSchema),
  /** How vouchers of a marketplace become rows, on this computer; the ready one where nobody changed it. */
  mapping: base
    .input(z.strictObject({ program: bookProgramSchema, marketplace: marketplaceSchema }))
    .output(keptMappingSchema),
  keepMapping: base
    .input(keptMappingSchema.extend({ marketplace: marketplaceSchema }))
    .output(z.object({ kept: z.boolean() })),
}
