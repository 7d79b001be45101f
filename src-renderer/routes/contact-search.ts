import { z } from 'zod'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import {
  CONTACT_SORT_COLUMNS,
  type ContactFilter,
  contactFilterSchema,
} from '#shared/contracts/console-engine/contacts.ts'
import { CONTACT_REASONS } from '#shared/contracts/console-platform/records/contact.ts'
import { parameter } from './search-parameter.ts'

const filter = contactFilterSchema.shape

/**
 * What the address of 联系记录 holds; `tally` counts by product and reason instead. With `record` one is being written: about
 * `kind:id`, a record or a user, or about nothing where it is empty.
 */
export const contactsSearchSchema = z.object({
  statuses: parameter(filter.statuses.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  reason: parameter(z.enum(CONTACT_REASONS)),
  providerId: parameter(z.string().max(64)),
  listingId: parameter(z.string().max(64)),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  overdue: parameter(z.boolean()),
  text: parameter(z.string().max(100)),
  tally: parameter(z.boolean()),
  sort: parameter(z.enum(CONTACT_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  record: parameter(z.string().max(100)),
})
export type ContactsSearch = z.output<typeof contactsSearchSchema>

/** The filter of the contact records that an address stands for. */
export function contactFilterOf(search: ContactsSearch): ContactFilter {
  const { statuses, marketplaces, reason, providerId, listingId, from, to, overdue, text } = search
  return contactFilterSchema.parse({
    ...{ statuses, marketplaces, reason, providerId, listingId, from, to, overdue, text },
  })
}
