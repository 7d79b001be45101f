import { addWorkingDays } from '#shared/calendar/working-calendar.ts'
import type { ContactCase } from '#shared/contracts/console-engine/contacts.ts'
import { type Contact, contactStatus } from '#shared/contracts/console-platform/records/contact.ts'
import { allowedForContact } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { contactsBeside, waiting } from './contact-rows.ts'

/** One contact record with whom to ask at the vendor. @throws RecordMissing */
export function readContactCase(context: QueryContext, id: string): ContactCase {
  const contact = readPresent(context, 'contact', id)
  if (contact === null) throw new RecordMissing('contact', id)
  const { marketplace, userId } = contact
  const days = context.controls('contact-answer-days', context.today)
  return {
    contact,
    status: contactStatus(contact),
    waits: waiting(context, contact),
    marketplaceName: marketplaceName(context, marketplace),
    vendor: vendorOf(context, contact),
    answerBy: addWorkingDays(context.calendar, context.today, days).date,
    today: context.today,
    others:
      userId === null
        ? []
        : contactsBeside(context, { of: 'user', id: userId }).rows.filter((other) => other.id !== id),
    allowed: allowedForContact(context.workspace.account.roles, contact),
    ...decisionsAbout(context, 'contact', id),
    seenDigest: seenDigestOf(context, 'contact', id),
  }
}

function vendorOf(context: QueryContext, { providerId, providerName }: Contact): ContactCase['vendor'] {
  if (providerId === '') return null
  const provider = readPresent(context, 'provider', providerId)
  return { id: providerId, name: provider?.name ?? providerName, contact: provider?.contact ?? null }
}
