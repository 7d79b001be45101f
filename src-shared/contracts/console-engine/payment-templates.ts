import { z } from 'zod'
import { instantSchema, ulidSchema } from '../../base/ids.ts'
import { bankTemplateSchema } from '../../payments/templates/bank-template.ts'
import { labelledSchema } from '../../values/value.ts'
import { base } from './base-procedure.ts'
import { changeSchema } from './pending.ts'

/** A template of before, or on its way. */
const templateSetSchema = z.object({
  id: ulidSchema,
  number: z.int(),
  template: bankTemplateSchema,
  /** What it says, part by part. */
  said: z.array(labelledSchema),
  /** Where it differs from the one before it; null where there was none for this bank. */
  changes: z.array(changeSchema).nullable(),
  reason: z.string(),
  byName: z.string(),
  at: instantSchema,
  /** The decision is on its way. */
  pending: z.boolean(),
})
export type TemplateSetShown = z.infer<typeof templateSetSchema>

/** Most templates of a bank that are told. */
export const TEMPLATES_TOLD = 50

/** How the file for one bank is written, and who set that. */
const templateHereSchema = z.object({
  template: bankTemplateSchema,
  /** As it comes with the program; null for a bank that somebody added. */
  standard: bankTemplateSchema.nullable(),
  /** What was set, the newest first: it holds. */
  history: z.array(templateSetSchema).max(TEMPLATES_TOLD),
})
export type TemplateHere = z.infer<typeof templateHereSchema>

/** What a page may ask about banks' templates 付款模板. */
export const paymentTemplateProcedures = {
  /** The template of each bank, those that come with the program first. */
  list: base.output(z.array(templateHereSchema)),
}
