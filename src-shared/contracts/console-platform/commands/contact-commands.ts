import { z } from 'zod'
import { closedSaidSchema, contactSchema, contactTextSchema, handedSaidSchema } from '../records/contact.ts'
import type { CommandSheets } from './command-sheet.ts'
import { FINANCE, REVIEWERS, SUPPORT } from './who-may.ts'

const { marketplace, userId, userName, about, callerName, callerPhone, callerEmail, reason, subject, said } =
  contactSchema.shape

const noted = z.strictObject({ text: contactTextSchema })
const callers = [...SUPPORT, ...REVIEWERS] as const
const shared = { about: 'contact', makesRecord: false, offline: 'may-wait', seen: 'not-compared' } as const

/** What is done with a contact record 联系记录. */
export const CONTACT_COMMANDS = {
  'contact.record-answer': { ...shared, roles: [...callers, ...FINANCE], arguments: noted },
  'contact.close': { ...shared, roles: callers, arguments: closedSaidSchema },
  'contact.hand-over': { ...shared, roles: callers, arguments: handedSaidSchema },
  'contact.note': { ...shared, roles: [...callers, ...FINANCE], arguments: noted },
  'contact.reopen': { ...shared, roles: callers, arguments: noted },
  /** Provider, product and user are those of the record it is about, where it is about one. */
  'contact.open': {
    ...shared,
    makesRecord: true,
    roles: callers,
    arguments: z.strictObject({
      ...{
        marketplace,
        userId,
        userName,
        about,
        callerName,
        callerPhone,
        callerEmail,
        reason,
        subject,
        said,
      },
      /** Nothing is left to do: it is closed with that. */
      settled: z.boolean(),
    }),
  },
} as const satisfies CommandSheets
