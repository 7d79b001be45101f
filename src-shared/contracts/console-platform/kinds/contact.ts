import { type Contact, contactSchema, contactStatus, waitsFor } from '../records/contact.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<Contact>()

export const contactKind = defineKind({
  since: 4,
  schema: contactSchema,
  table: 'contact',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    listingId: textOrNull(({ listingId }) => listingId),
    productName: textOrNull(({ productName }) => productName),
    userId: textOrNull(({ userId }) => userId),
    userName: textOrNull(({ userName }) => userName),
    aboutKind: textOrNull(({ about }) => about?.kind ?? null),
    aboutId: textOrNull(({ about }) => about?.id ?? null),
    callerName: textOrNull(({ callerName }) => callerName),
    reason: text(({ reason }) => reason),
    subject: text(({ subject }) => subject),
    status: text(contactStatus),
    /** By when an answer is due; null while it waits for nobody. */
    dueOn: textOrNull((contact) => waitsFor(contact)?.dueOn ?? null),
    handedTo: textOrNull((contact) => waitsFor(contact)?.to ?? null),
    openedAt: text(({ opened }) => opened.at),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId }) => ({ marketplace, providerId, name: null, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (contact) => ({
    ...contact,
    ...{ callerPhone: null, callerEmail: null },
    // It came from the order, whose buyer's name is taken out as well.
    userName: contact.about?.kind === 'order' ? null : contact.userName,
  }),
  title: ({ subject, callerName }) => (callerName === null ? subject : `${subject} ${callerName}`),
  state: contactStatus,
  decided: true,
  foundBy: ['subject', 'callerName'],
  before: {},
})
