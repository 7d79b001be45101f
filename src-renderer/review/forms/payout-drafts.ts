import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'

const text = z.string().max(4000)

/** A request to be paid, as it is written: months in the order they were ticked. */
export const payoutDraft = {
  schema: z.strictObject({ providerId: z.string().max(64), months: z.array(z.string()), reason: text }),
  written: ({ providerId, months, reason }: CommandArguments<'payout.request'>) => ({
    providerId,
    months: [...months],
    reason,
  }),
}

/** The reason may stay empty where every check passes. */
export const verifyingDraft = {
  schema: z.strictObject({ reason: text }),
  written: ({ reason }: CommandArguments<'payout.verify'>) => ({ reason }),
}

/** A provider's bank account, as it is typed. */
export const bankAccountDraft = {
  schema: z.strictObject({
    providerId: z.string().max(64),
    accountName: z.string().max(200),
    accountNumber: z.string().max(100),
    bankName: z.string().max(200),
    bankCode: z.string().max(40),
    evidence: text,
  }),
  written: (given: CommandArguments<'provider.propose-bank-account'>) => ({ ...given }),
}
