import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainAccount } from '../../../rules/bank-matching/line-to-match.ts'
import { historyEntrySchema } from './history.ts'

const said = { at: instantSchema, by: z.string(), byName: z.string() }
const reason = z.string().trim().min(4).max(4000)

/** What a payment order names: whom, which account, at which bank. */
export const payeeAccountSchema = z.strictObject({
  accountName: z.string().trim().min(1).max(60),
  /** Text: leading zeros stay. */
  accountNumber: z.string().trim().min(4).max(32),
  /** The bank with its branch 开户行. */
  bankName: z.string().trim().min(2).max(120),
  /** 联行号; empty where it is not known. */
  bankCode: z.string().trim().max(14),
})

/** Why the hold began. */
export const HOLD_REASONS = ['approved', 'provider-changed'] as const

/**
 * A provider's bank account 收款账户: proposed by one person, approved by another, and paid to once its hold is over. Of a
 * provider one approved account holds; it is replaced when the next one is approved.
 */
export const providerAccountSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  ...payeeAccountSchema.shape,
  /** What proves that it is the provider's, and where that is filed. */
  evidence: reason,
  proposed: z.strictObject(said),
  ruling: z
    .strictObject({ outcome: z.enum(['approved', 'refused']), reason: z.string(), ...said })
    .nullable(),
  /** When its hold 变更冻结期 last began, and why; null until it is approved. */
  held: z.strictObject({ since: instantSchema, why: z.enum(HOLD_REASONS) }).nullable(),
  /** The account that took its place. */
  replaced: z.strictObject({ at: instantSchema, by: ulidSchema }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type ProviderAccount = Readonly<z.infer<typeof providerAccountSchema>>

/** In the order in which they want attention. */
export const PROVIDER_ACCOUNT_STATUSES = ['proposed', 'approved', 'refused', 'replaced'] as const
export type ProviderAccountStatus = (typeof PROVIDER_ACCOUNT_STATUSES)[number]

export function providerAccountStatus({
  ruling,
  replaced,
}: Pick<ProviderAccount, 'ruling' | 'replaced'>): ProviderAccountStatus {
  if (replaced !== null) return 'replaced'
  return ruling?.outcome ?? 'proposed'
}

/** The account a provider is paid to; null where none is approved. */
export function accountInForce(accounts: readonly ProviderAccount[]): ProviderAccount | null {
  return accounts.find((each) => providerAccountStatus(each) === 'approved') ?? null
}

/** The name of an account in its marketplace: a provider has each once, unless it was refused or replaced. */
export function providerAccountName({
  providerId,
  accountNumber,
}: Pick<ProviderAccount, 'providerId' | 'accountNumber'>): string {
  return `${providerId} ${plainAccount(accountNumber)}`
}
