import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { RECHARGE_STATUSES, rechargeSchema } from '../console-platform/records/recharge.ts'
import { depositRowSchema } from './deposits.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const RECHARGE_SORT_COLUMNS = ['paidOn', 'name', 'amount'] as const

/** Filter of the recharges; an empty list means "all". */
export const rechargeFilterSchema = z.strictObject({
  statuses: z.array(z.enum(RECHARGE_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  /** In the name of the provider, or the beginning of the channel's number. */
  text: z.string().max(100).default(''),
})
export type RechargeFilter = z.infer<typeof rechargeFilterSchema>

export const rechargeRowSchema = rechargeSchema.extend({
  name: z.string(),
  status: z.enum(RECHARGE_STATUSES),
  pending: pendingDecisionSchema.nullable(),
})
export type RechargeRow = z.infer<typeof rechargeRowSchema>

export const rechargeListInput = windowSchema(RECHARGE_SORT_COLUMNS).extend({ filter: rechargeFilterSchema })
export const rechargePageSchema = pageOf(rechargeRowSchema)
export const rechargeExportInput = exportSchema(RECHARGE_SORT_COLUMNS).extend({
  filter: rechargeFilterSchema,
})
export const rechargeIdInput = z.strictObject({ id: ulidSchema })

/** One recharge, pending decisions laid over. */
export const rechargeCaseSchema = z.object({
  recharge: rechargeSchema,
  status: z.enum(RECHARGE_STATUSES),
  marketplaceName: bilingualSchema,
  /** The deposit it is for, as it stands today; null where it is not here. */
  deposit: depositRowSchema.nullable(),
  allowed: z.array(commandAboutSchema('recharge')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type RechargeCase = z.infer<typeof rechargeCaseSchema>
