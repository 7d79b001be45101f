import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { plainAccount } from '../../../rules/bank-matching/line-to-match.ts'
import { historyEntrySchema } from './history.ts'

/** The number of an account: digits and dashes as banks print them, without blanks. */
export const accountNumberSchema = z.string().regex(/^[0-9A-Za-z-]{4,40}$/, 'not an account number')

/** An account of the marketplace's own 本方账户, into which deposits are paid. */
export const bankAccountSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  number: accountNumberSchema,
  /** Its holder, as the bank knows it. */
  holder: z.string().min(1).max(200),
  bank: z.string().min(1).max(100),
  /** ISO 4217. */
  currency: z.string().length(3),
  /** What was imported so far; null before the first statement. */
  imported: z
    .strictObject({
      from: plainDateSchema,
      to: plainDateSchema,
      statements: z.int().positive(),
      lines: z.int().nonnegative(),
    })
    .nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type BankAccount = Readonly<z.infer<typeof bankAccountSchema>>

/** Account numbers compared as people do: blanks and dashes mean nothing. */
export function sameAccount(one: string, other: string): boolean {
  return plainAccount(one) === plainAccount(other)
}
