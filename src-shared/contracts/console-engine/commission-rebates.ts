import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainMonthSchema } from '../../calendar/plain-date.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  COMMISSION_REBATE_STATUSES,
  commissionRebateSchema,
} from '../console-platform/records/commission-rebate.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const COMMISSION_REBATE_SORT_COLUMNS = ['month', 'name', 'amount'] as const

/** Filter of the rebates; an empty list means "all". */
export const commissionRebateFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  months: z.array(plainMonthSchema).default([]),
  statuses: z.array(z.enum(COMMISSION_REBATE_STATUSES)).default([]),
  /** In the name of the provider. */
  text: z.string().max(100).default(''),
})
export type CommissionRebateFilter = z.infer<typeof commissionRebateFilterSchema>

/** A rebate in a list. */
export const commissionRebateRowSchema = commissionRebateSchema.omit({ history: true }).extend({
  status: z.enum(COMMISSION_REBATE_STATUSES),
  pending: pendingDecisionSchema.nullable(),
})
export type CommissionRebateRow = z.infer<typeof commissionRebateRowSchema>

const listInput = windowSchema(COMMISSION_REBATE_SORT_COLUMNS).extend({
  filter: commissionRebateFilterSchema,
})
const exportInput = exportSchema(COMMISSION_REBATE_SORT_COLUMNS).extend({
  filter: commissionRebateFilterSchema,
})
export type CommissionRebateExport = z.infer<typeof exportInput>

/** One rebate, pending decisions laid over. */
export const commissionRebateCaseSchema = z.object({
  rebate: commissionRebateSchema,
  status: z.enum(COMMISSION_REBATE_STATUSES),
  marketplaceName: bilingualSchema,
  allowed: z.array(commandAboutSchema('commissionRebate')),
  pending: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type CommissionRebateCase = z.infer<typeof commissionRebateCaseSchema>

/** What a page may ask about 佣金返还. */
export const commissionRebateProcedures = {
  list: base.input(listInput).output(pageOf(commissionRebateRowSchema)),
  export: base.input(exportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(commissionRebateCaseSchema),
}
