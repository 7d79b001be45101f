import { z } from 'zod'
import { ulidSchema } from '#shared/base/ids.ts'
import {
  INVOICE_LISTS,
  INVOICE_SORT_COLUMNS,
  type InvoiceFilter,
  invoiceFilterSchema,
} from '#shared/contracts/console-engine/invoices.ts'
import { parameter } from './search-parameter.ts'

const filter = invoiceFilterSchema.shape

/** What the address of 发票 holds; `making`: files are received, or one is typed in, for the request `payout`. */
export const invoicesSearchSchema = z.object({
  statuses: parameter(filter.statuses.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  list: parameter(z.enum(INVOICE_LISTS)),
  sort: parameter(z.enum(INVOICE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  making: parameter(z.enum(['files', 'typed'])),
  provider: parameter(z.string().max(64)),
  payout: parameter(ulidSchema),
})
export type InvoicesSearch = z.output<typeof invoicesSearchSchema>

/** The filter of the invoices that an address stands for. */
export function invoiceFilterOf({ statuses, marketplaces, text, list }: InvoicesSearch): InvoiceFilter {
  return invoiceFilterSchema.parse({ statuses, marketplaces, text, list })
}
