import { z } from 'zod'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import {
  BILL_SORT_COLUMNS,
  type BillFilter,
  billFilterSchema,
} from '#shared/contracts/console-engine/metered-bills.ts'
import { parameter } from './search-parameter.ts'

const filter = billFilterSchema.shape

/** What the address of 按需账单 holds. */
export const billsSearchSchema = z.object({
  outcomes: parameter(filter.outcomes.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  providerId: parameter(z.string().max(64)),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  productName: parameter(z.string().max(200)),
  orderId: parameter(z.string().max(128)),
  instanceId: parameter(z.string().max(128)),
  sort: parameter(z.enum(BILL_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type BillsSearch = z.output<typeof billsSearchSchema>

/** The filter of the bills that an address stands for. */
export function billFilterOf(search: BillsSearch): BillFilter {
  const { sort: _sort, desc: _desc, wide: _wide, ...said } = search
  return billFilterSchema.parse(said)
}
