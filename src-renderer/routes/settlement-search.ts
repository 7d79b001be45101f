import { z } from 'zod'
import { marketplaceSchema } from '#shared/base/ids.ts'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import {
  COMMISSION_INVOICE_SORT_COLUMNS,
  type CommissionInvoiceFilter,
  commissionInvoiceFilterSchema,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import {
  COMMISSION_REBATE_SORT_COLUMNS,
  type CommissionRebateFilter,
  commissionRebateFilterSchema,
} from '#shared/contracts/console-engine/commission-rebates.ts'
import { parameter } from './search-parameter.ts'

const invoiceFilter = commissionInvoiceFilterSchema.shape

/** What the address of 佣金发票 holds. */
export const commissionInvoicesSearchSchema = z.object({
  statuses: parameter(invoiceFilter.statuses.unwrap()),
  marketplaces: parameter(invoiceFilter.marketplaces.unwrap()),
  months: parameter(invoiceFilter.months.unwrap()),
  text: parameter(z.string().max(100)),
  issuing: parameter(z.boolean()),
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

const rebateFilter = commissionRebateFilterSchema.shape

/** What the address of 佣金返还 holds. */
export const commissionRebatesSearchSchema = z.object({
  statuses: parameter(rebateFilter.statuses.unwrap()),
  marketplaces: parameter(rebateFilter.marketplaces.unwrap()),
  months: parameter(rebateFilter.months.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(COMMISSION_REBATE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type CommissionRebatesSearch = z.output<typeof commissionRebatesSearchSchema>

/** The filter of the rebates that an address stands for. */
export function commissionRebateFilterOf(search: CommissionRebatesSearch): CommissionRebateFilter {
  const { statuses, marketplaces, months, text } = search
  return commissionRebateFilterSchema.parse({ statuses, marketplaces, months, text })
}

export const BOOK_TABS = ['vouchers', 'balances', 'exceptions'] as const
export type BookTab = (typeof BOOK_TABS)[number]

/** What the address of 记账 holds; without a month the newest that has committed statements. */
export const booksSearchSchema = z.object({
  tab: parameter(z.enum(BOOK_TABS)),
  marketplace: parameter(marketplaceSchema),
  month: parameter(plainMonthSchema),
})
