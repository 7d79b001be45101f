import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { ADJUSTMENT_KINDS } from '../../../rules/settlement/statement-line.ts'
import { historyEntrySchema } from './history.ts'

/**
 * An adjustment 调整项 of an open month. The next draft of the month makes a line of it, so that it stands in exactly one
 * statement that holds; a wrong one is taken back by another.
 */
export const settlementAdjustmentSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  kind: z.enum(ADJUSTMENT_KINDS),
  /** Fen; negative takes from the provider. */
  amount: fenSchema,
  taxBasisPoints: z.int().min(0).max(10_000).nullable(),
  reason: z.string().min(1).max(4000),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type SettlementAdjustment = Readonly<z.infer<typeof settlementAdjustmentSchema>>
