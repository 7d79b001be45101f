import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import {
  CONTACT_OUTCOMES,
  CONTACT_PARTIES,
  CONTACT_REASONS,
  contactSchema,
} from '#shared/contracts/console-platform/records/contact.ts'

const text = z.string().max(4000)
const short = z.string().max(200)

/** What stands in the form of a new contact record; empty where nothing was typed. */
const contactDraftSchema = z.strictObject({
  marketplace: short,
  userId: short,
  userName: short,
  about: contactSchema.shape.about,
  callerName: short,
  callerPhone: short,
  callerEmail: z.string().max(254),
  reason: z.enum(CONTACT_REASONS).nullable(),
  subject: short,
  said: text,
  settled: z.boolean(),
})
export type ContactDraft = Readonly<z.infer<typeof contactDraftSchema>>

export const contactDraft = {
  schema: contactDraftSchema,
  written: (given: CommandArguments<'contact.open'>): ContactDraft => ({
    ...given,
    userId: given.userId ?? '',
    userName: given.userName ?? '',
    callerName: given.callerName ?? '',
    callerPhone: given.callerPhone ?? '',
    callerEmail: given.callerEmail ?? '',
  }),
}

export const contactNoteDraft = {
  schema: z.strictObject({ text }),
  written: (given: { readonly text: string }) => ({ ...given }),
}

/** `dueOn` is empty while the day proposed stands. */
export const handOverDraft = {
  schema: z.strictObject({ to: z.enum(CONTACT_PARTIES).nullable(), dueOn: short, text }),
  written: (given: CommandArguments<'contact.hand-over'>) => ({ ...given }),
}

export const closeDraft = {
  schema: z.strictObject({ outcome: z.enum(CONTACT_OUTCOMES), text }),
  written: (given: CommandArguments<'contact.close'>) => ({ ...given }),
}
