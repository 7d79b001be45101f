import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { BILL_OUTCOMES, meteredBillSchema } from '../console-platform/records/metered-bill.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'

export const BILL_SORT_COLUMNS = ['billedAt', 'amount', 'difference'] as const

/** Filter of the bills of metered use: days of Beijing, both among them; an empty list means "all". */
export const billFilterSchema = z.strictObject({
  outcomes: z.array(z.enum(BILL_OUTCOMES)).default([]),
  marketplaces: z.array(marketplaceSchema).default([]),
  providerId: z.string().max(64).nullable().default(null),
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
  productName: z.string().max(200).nullable().default(null),
  orderId: z.string().max(128).nullable().default(null),
  instanceId: z.string().max(128).nullable().default(null),
})
export type BillFilter = z.infer<typeof billFilterSchema>

/** A bill as lists have it: what it follows from stands in its case. */
export const billRowSchema = meteredBillSchema
  .omit({ records: true, packages: true, check: true, userName: true })
  .extend({ check: meteredBillSchema.shape.check.omit({ steps: true }).strip() })
  .strip()
export type BillRow = z.infer<typeof billRowSchema>
const billListInput = windowSchema(BILL_SORT_COLUMNS).extend({ filter: billFilterSchema })
export const billPageSchema = pageOf(billRowSchema)
export const billExportInput = exportSchema(BILL_SORT_COLUMNS).extend({ filter: billFilterSchema })

/** One bill with what it follows from, and others of its order. */
export const billCaseSchema = z.object({
  bill: meteredBillSchema,
  marketplaceName: bilingualSchema,
  /** By when use has to be reported, where some of it was later. */
  reporting: z.object({ days: z.int(), citation: citationSchema }).nullable(),
  /** The newest first. */
  others: z.array(billRowSchema),
  /** The order on record that it is about; null where there is none of that number. */
  order: z.object({ id: ulidSchema, number: z.string() }).nullable(),
})
export type BillCase = z.infer<typeof billCaseSchema>

/** What a page may ask about bills of metered use. */
export const meteredBillProcedures = {
  list: base.input(billListInput).output(billPageSchema),
  export: base.input(billExportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(billCaseSchema),
}
