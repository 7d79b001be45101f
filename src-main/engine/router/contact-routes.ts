import { readContactCase } from '../queries/contacts/contact-case.ts'
import { contactsBeside } from '../queries/contacts/contact-rows.ts'
import { tallyContacts } from '../queries/contacts/contact-tally.ts'
import { exportContacts } from '../queries/contacts/export-contacts.ts'
import { listContacts } from '../queries/contacts/list-contacts.ts'
import type { DeskProcedures } from './procedures.ts'

/** Contact records. */
export function contactRoutes({ contacts }: DeskProcedures) {
  return {
    list: contacts.list.handler(({ context, input }) => listContacts(context, input)),
    export: contacts.export.handler(({ context, input }) => exportContacts(context, input)),
    get: contacts.get.handler(({ context, input }) => readContactCase(context, input.id)),
    beside: contacts.beside.handler(({ context, input }) => contactsBeside(context, input)),
    tally: contacts.tally.handler(({ context, input }) => tallyContacts(context, input)),
  }
}
