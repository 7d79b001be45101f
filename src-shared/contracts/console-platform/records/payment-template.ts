import { z } from 'zod'
import { instantSchema, ulidSchema } from '../../../base/ids.ts'
import { bankTemplateShape } from '../../../payments/templates/bank-template.ts'
import { historyEntrySchema } from './history.ts'

/**
 * How the file for a bank is written 付款模板, from when it was set until the next. Nothing is written over: another
 * template of that bank is another record, the one with the highest number holds. A batch keeps the one it was made with.
 */
export const paymentTemplateRecordSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  /** Counted for its bank, without gaps; what comes with the program is 0. */
  number: z.int().positive().max(999_999),
  /** Whole: who set it was held against all that a file needs. */
  template: bankTemplateShape,
  reason: z.string().min(1).max(4000),
  set: z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() }),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type PaymentTemplateRecord = Readonly<z.infer<typeof paymentTemplateRecordSchema>>

/** The name of a template among all: each number of a bank is there once. */
export function templateName(bank: string, number: number): string {
  return `${bank} ${String(number).padStart(6, '0')}`
}
