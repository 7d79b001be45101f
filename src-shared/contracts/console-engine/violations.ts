import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { VIOLATION_STATUSES, violationSchema } from '../console-platform/records/violation.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const VIOLATION_SORT_COLUMNS = ['occurredOn', 'name', 'deduction'] as const

/** Filter of the violations; an empty list means "all". */
export const violationFilterSchema = z.strictObject({
  statuses: z.array(z.enum(VIOLATION_STATUSES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  text: z.string().max(100).default(''),
})
export type ViolationFilter = z.infer<typeof violationFilterSchema>

/** A violation in a list. */
export const violationRowSchema = z.object({
  ...violationSchema.pick({ id: true, marketplace: true, providerId: true, occurredOn: true, facts: true })
    .shape,
  name: z.string(),
  status: z.enum(VIOLATION_STATUSES),
  /** As the pack of the day it happened calls the rule; null where it has none of that id. */
  ruleName: bilingualSchema,
  /** Fen; 0: nothing was deducted. */
  deduction: fenSchema,
  topUpBy: plainDateSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type ViolationRow = z.infer<typeof violationRowSchema>

export const violationListInput = windowSchema(VIOLATION_SORT_COLUMNS).extend({
  filter: violationFilterSchema,
})
export const violationPageSchema = pageOf(violationRowSchema)
export const violationExportInput = exportSchema(VIOLATION_SORT_COLUMNS).extend({
  filter: violationFilterSchema,
})
