import { z } from 'zod'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import {
  CALL_SORT_COLUMNS,
  type CallFilter,
  callFilterSchema,
} from '#shared/contracts/console-engine/interface-calls.ts'
import { parameter } from './search-parameter.ts'

const filter = callFilterSchema.shape

/** What the address of 生产接口健康 holds; `rows` shows the calls themselves. */
export const callsSearchSchema = z.object({
  rows: parameter(z.boolean()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  providerId: parameter(z.string().max(64)),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  outcomes: parameter(filter.outcomes.unwrap()),
  scene: parameter(z.string().max(64)),
  productName: parameter(z.string().max(200)),
  orderId: parameter(z.string().max(128)),
  instanceId: parameter(z.string().max(128)),
  repeatKey: parameter(z.string().max(400)),
  sort: parameter(z.enum(CALL_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type CallsSearch = z.output<typeof callsSearchSchema>

/** The filter of the calls that an address stands for. */
export function callFilterOf(search: CallsSearch): CallFilter {
  const { rows: _rows, sort: _sort, desc: _desc, wide: _wide, ...said } = search
  return callFilterSchema.parse(said)
}
