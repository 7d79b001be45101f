import type { z } from 'zod'
import type {
  CONTACT_SORT_COLUMNS,
  ContactFilter,
  contactPageSchema,
} from '#shared/contracts/console-engine/contacts.ts'
import { CONTACT_STATUSES, contactSchema } from '#shared/contracts/console-platform/records/contact.ts'
import { DUE_KEY } from '../../storage/cache/sort-keys.ts'
import { rowFilter } from '../boards/row-filter.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { toContactRows } from './contact-rows.ts'

type ContactSort = (typeof CONTACT_SORT_COLUMNS)[number]

const CONTACTS: WindowSource<ContactSort> = {
  tables: { confirmed: 'contact', overlay: 'overlay_contact', totals: null },
  keys: { openedAt: 'openedAt', dueOn: DUE_KEY },
  sortedRows: 20_000,
}

/** One window of the contact records. @throws BadInput on a cursor that is none. */
export function listContacts(
  context: QueryContext,
  question: WindowQuestion<ContactSort> & { readonly filter: ContactFilter },
): z.infer<typeof contactPageSchema> {
  const { statuses, marketplaces, reason, providerId, listingId, from, to, overdue, text } = question.filter
  const filter = rowFilter({
    states: statuses.length === 0 ? CONTACT_STATUSES : statuses,
    marketplaces,
    equal: { reason, providerId, listingId },
    days: { openedAt: { from, to } },
    named: ['subject', 'callerName', 'userName', 'productName', 'name'],
    text,
  })
  const late = overdue ? [`${DUE_KEY} < @today`] : []
  const window = readWindow<{ id: string; body: string }, ContactSort>(
    context,
    CONTACTS,
    {
      ...filter,
      narrow: [...filter.narrow, ...late],
      walk: [...filter.walk, ...late],
      bindings: { ...filter.bindings, ...(overdue ? { today: context.today } : {}) },
    },
    question,
    'r.body AS body',
    '',
  )
  const contacts = window.rows.map(({ body }) => contactSchema.parse(JSON.parse(body)))
  return { ...window, rows: toContactRows(context, contacts) }
}
