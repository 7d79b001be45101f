import type { z } from 'zod'
import type {
  ContactRow,
  ContactsBeside,
  contactsBesideSchema,
} from '#shared/contracts/console-engine/contacts.ts'
import {
  type Contact,
  contactSchema,
  contactStatus,
  waitsFor,
} from '#shared/contracts/console-platform/records/contact.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'

/** Most contact records shown beside something: the newest. */
const MAX_ROWS = 50

/** Contact records as lists show them. */
export function toContactRows(context: QueryContext, contacts: readonly Contact[]): ContactRow[] {
  const pendingOf = newestPending(context, 'contact')
  return contacts.map((contact) => ({
    ...contact,
    status: contactStatus(contact),
    waits: waiting(context, contact),
    pending: pendingOf(contact.id),
  }))
}

/** For whose answer a contact record waits, and whether that is late today. */
export function waiting({ today }: Pick<QueryContext, 'today'>, contact: Contact): ContactRow['waits'] {
  const waits = waitsFor(contact)
  return waits === null ? null : { to: waits.to, dueOn: waits.dueOn, overdue: waits.dueOn < today }
}

/** What is about a record, or of a user, the newest first; none where this person may not see them. */
export function contactsBeside(
  context: QueryContext,
  question: ContactsBeside,
): z.infer<typeof contactsBesideSchema> {
  if (!maySee(context.workspace.account.roles, 'contact')) return { rows: [], more: false }
  const condition = question.of === 'user' ? 'userId = @id' : 'aboutId = @id AND aboutKind = @kind'
  const sql = `SELECT body, openedAt, id FROM contact r WHERE ${condition}
      AND NOT EXISTS (SELECT 1 FROM overlay_contact o WHERE o.id = r.id)
    UNION ALL SELECT body, openedAt, id FROM overlay_contact WHERE ${condition}
    ORDER BY openedAt DESC, id DESC LIMIT ${MAX_ROWS + 1}`
  const found = context.statements
    .prepare<{ body: string }>(sql)
    .all({ id: question.id, ...(question.of === 'user' ? {} : { kind: question.kind }) })
  const contacts = found.slice(0, MAX_ROWS).map(({ body }) => contactSchema.parse(JSON.parse(body)))
  return { rows: toContactRows(context, contacts), more: found.length > MAX_ROWS }
}
