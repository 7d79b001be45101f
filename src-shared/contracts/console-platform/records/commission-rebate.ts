import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { historyEntrySchema } from './history.ts'
import { rebateWaySchema } from './settlement-month.ts'

export const COMMISSION_REBATE_STATUSES = ['due', 'returned', 'set-off', 'dropped'] as const
export type CommissionRebateStatus = (typeof COMMISSION_REBATE_STATUSES)[number]

const actSchema = z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() })

/**
 * 佣金返还 of a committed statement: what orders were charged beyond the month's commission, and how the provider has it
 * back. There is one for each statement whose rebate lines come to something, so that none is counted twice.
 */
export const commissionRebateSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  statementId: ulidSchema,
  /** The `rebate` of the statement. Fen; below zero it is the provider who owes it. */
  amount: fenSchema,
  /** As the statement has it: set off there, it is over with it. */
  way: rebateWaySchema,
  /** Paid apart: on which day, and what proves it. */
  returned: actSchema.extend({ on: plainDateSchema, evidence: z.string() }).nullable(),
  /** Its statement was voided before it was paid. */
  dropped: actSchema.extend({ reason: z.string() }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type CommissionRebate = Readonly<z.infer<typeof commissionRebateSchema>>

/** Where a rebate stands. */
export function commissionRebateStatus({
  way,
  returned,
  dropped,
}: Pick<CommissionRebate, 'way' | 'returned' | 'dropped'>): CommissionRebateStatus {
  if (dropped !== null) return 'dropped'
  if (way === 'set-off') return 'set-off'
  return returned === null ? 'due' : 'returned'
}
