import { z } from 'zod'
import { citing } from './citing.ts'

/** The `commissionInvoice` section of a policy pack: the marketplace invoices its provider for what it kept 平台向服务商开票. */
export const invoiceSectionSchema = z.strictObject({
  /** What it is for: the commission of a month, tax in it. */
  amount: z.literal('commission-of-month'),
  ...citing,
})
export type InvoiceSection = Readonly<z.infer<typeof invoiceSectionSchema>>
