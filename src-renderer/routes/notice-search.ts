import { z } from 'zod'
import { ulidSchema } from '#shared/base/ids.ts'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import {
  NOTICE_SORT_COLUMNS,
  type NoticeFilter,
  noticeFilterSchema,
} from '#shared/contracts/console-engine/notices.ts'
import { OCCASIONS } from '#shared/rules/notices/occasions.ts'
import { parameter } from './search-parameter.ts'

const filter = noticeFilterSchema.shape

/** What the address of 通知 holds. */
export const noticesSearchSchema = z.object({
  statuses: parameter(filter.statuses.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  occasion: parameter(z.enum(OCCASIONS)),
  providerId: parameter(z.string().max(64)),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(NOTICE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type NoticesSearch = z.output<typeof noticesSearchSchema>

/** The filter of the notices that an address stands for. */
export function noticeFilterOf(search: NoticesSearch): NoticeFilter {
  const { statuses, marketplaces, occasion, providerId, from, to, text } = search
  return noticeFilterSchema.parse({ statuses, marketplaces, occasion, providerId, from, to, text })
}

/** What the address of 通知模板 holds: of which occasion, in which marketplace (all where it is empty), and which record. */
export const noticeTemplatesSearchSchema = z.object({
  occasion: parameter(z.enum(OCCASIONS)),
  marketplace: parameter(z.string().max(32)),
  shown: parameter(ulidSchema),
})
