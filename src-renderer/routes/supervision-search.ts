import { z } from 'zod'
import {
  SUPERVISION_SORT_COLUMNS,
  type SupervisionFilter,
  supervisionFilterSchema,
} from '#shared/contracts/console-engine/supervisions.ts'
import { parameter } from './search-parameter.ts'

const filter = supervisionFilterSchema.shape

/** What the address of 服务监管 holds; `unbilled` shows what is not billed by provider or product instead. */
export const supervisionSearchSchema = z.object({
  statuses: parameter(filter.statuses.unwrap()),
  waitsFor: parameter(filter.waitsFor.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  late: parameter(z.boolean()),
  providerId: parameter(z.string().max(64)),
  listingId: parameter(z.string().max(64)),
  productName: parameter(z.string().max(200)),
  billedIn: parameter(z.string().max(7)),
  text: parameter(z.string().max(100)),
  unbilled: parameter(z.enum(['provider', 'product'])),
  sort: parameter(z.enum(SUPERVISION_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type SupervisionSearch = z.output<typeof supervisionSearchSchema>

/** The filter of the supervised orders that an address stands for. */
export function supervisionFilterOf(search: SupervisionSearch): SupervisionFilter {
  const { statuses, waitsFor, marketplaces, late, providerId, listingId, productName, text } = search
  const billedIn = filter.billedIn.safeParse(search.billedIn).data ?? null
  return supervisionFilterSchema.parse({
    ...{ statuses, waitsFor, marketplaces, late, providerId, listingId, productName, text, billedIn },
  })
}
