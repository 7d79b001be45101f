import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  PROVIDER_ACCOUNT_STATUSES,
  providerAccountSchema,
} from '../console-platform/records/provider-account.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const PAYEE_ACCOUNT_SORT_COLUMNS = ['updatedAt', 'name'] as const

/** Filter of the accounts; an empty list means "all". */
export const payeeAccountFilterSchema = z.strictObject({
  statuses: z.array(z.enum(PROVIDER_ACCOUNT_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** In the name of the provider, or the beginning of the number. */
  text: z.string().max(100).default(''),
  /** Only what waits for the approval of who asks: what other people proposed. */
  forMe: z.boolean().default(false),
})
export type PayeeAccountFilter = z.infer<typeof payeeAccountFilterSchema>

export const payeeAccountRowSchema = providerAccountSchema.extend({
  name: z.string(),
  status: z.enum(PROVIDER_ACCOUNT_STATUSES),
  /** The first day it may be paid to; null where it is not approved. */
  freeFrom: plainDateSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type PayeeAccountRow = z.infer<typeof payeeAccountRowSchema>

export const payeeAccountListInput = windowSchema(PAYEE_ACCOUNT_SORT_COLUMNS).extend({
  filter: payeeAccountFilterSchema,
})
export const payeeAccountPageSchema = pageOf(payeeAccountRowSchema)
export const payeeAccountExportInput = exportSchema(PAYEE_ACCOUNT_SORT_COLUMNS).extend({
  filter: payeeAccountFilterSchema,
})
export const payeeAccountIdInput = z.strictObject({ id: ulidSchema })

/** One account, pending decisions laid over. */
export const payeeAccountCaseSchema = z.object({
  account: providerAccountSchema,
  status: z.enum(PROVIDER_ACCOUNT_STATUSES),
  marketplaceName: bilingualSchema,
  freeFrom: plainDateSchema.nullable(),
  /** Other providers with an account of that number. */
  sharedWith: z.array(z.string()),
  allowed: z.array(commandAboutSchema('providerAccount')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type PayeeAccountCase = z.infer<typeof payeeAccountCaseSchema>
