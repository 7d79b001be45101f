import { z } from 'zod'
import {
  COMMISSION_INVOICE_SORT_COLUMNS,
  type CommissionInvoiceFilter,
  commissionInvoiceFilterSchema,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import { parameter } from './search-parameter.ts'

const invoiceFilter = commissionInvoiceFilterSchema.shape

/** What the address of 佣金发票 holds. */
export const commissionInvoicesSearchSchema = z.object({
  statuses: parameter(invoiceFilter.statuses.unwrap()),
  marketplaces: parameter(invoiceFilter.marketplaces.unwrap()),
  months: parameter(invoiceFilter.months.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(COMMISSION_INVOICE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type CommissionInvoicesSearch = z.output<typeof commissionInvoicesSearchSchema>

/** The filter of the commission invoices that an address stands for. */
export function commissionInvoiceFilterOf(search: CommissionInvoicesSearch): CommissionInvoiceFilter {
  const { statuses, marketplaces, months, text } = search
  return commissionInvoiceFilterSchema.parse({ statuses, marketplaces, months, text })
}
