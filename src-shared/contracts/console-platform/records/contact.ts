import { z } from 'zod'
import { instantSchema, marketplaceSchema, recordIdSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'

/** Text that somebody has to write and that stays. */
export const contactTextSchema = z.string().trim().min(2).max(4000)

/** What somebody got in touch for. */
export const CONTACT_REASONS = [
  'question',
  'fault',
  'refund',
  'invoice',
  'renewal',
  'complaint',
  'other',
] as const
export type ContactReason = (typeof CONTACT_REASONS)[number]

/** The kinds of record that it may be about. */
export const CONTACT_SUBJECTS = ['subscription', 'cluster', 'order', 'listing', 'provider'] as const

/** Who goes on with it: the vendor whose product it is, or a party of the desk. */
export const CONTACT_PARTIES = ['provider', 'ops', 'finance'] as const
export type ContactParty = (typeof CONTACT_PARTIES)[number]

/** What came of it. */
export const CONTACT_OUTCOMES = ['resolved', 'declined', 'withdrawn'] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

/** What is handed over: to whom, by when an answer is due, and what is asked. */
export const handedSaidSchema = z.strictObject({
  to: z.enum(CONTACT_PARTIES),
  dueOn: plainDateSchema,
  text: contactTextSchema,
})
export const closedSaidSchema = z.strictObject({ outcome: z.enum(CONTACT_OUTCOMES), text: contactTextSchema })
const noted = z.strictObject({ text: contactTextSchema })

const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** One thing that happened; steps are only added. */
export const contactStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('noted'), ...said, said: noted }),
  z.strictObject({ step: z.literal('handed-over'), ...said, said: handedSaidSchema }),
  /** What whoever it was handed to said. */
  z.strictObject({ step: z.literal('answered'), ...said, said: noted }),
  z.strictObject({ step: z.literal('closed'), ...said, said: closedSaidSchema }),
  z.strictObject({ step: z.literal('reopened'), ...said, said: noted }),
])
export type ContactStep = Readonly<z.infer<typeof contactStepSchema>>

const phone = z.string().trim().min(1).max(32)
const email = z.string().trim().min(3).max(254)

/**
 * A contact record 联系记录: who got in touch about what, to whom it was handed, what came of it. Without a caller it is a note
 * of the desk's own. Instants in UTC.
 */
export const contactSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  /** The vendor whose product it is about; empty where it is about none. */
  providerId: z.string().max(64),
  providerName: z.string().max(200),
  listingId: z.string().min(1).max(64).nullable(),
  /** The product's name, in Chinese where it has one. */
  productName: z.string().min(1).max(200).nullable(),
  userId: z.string().min(1).max(64).nullable(),
  userName: z.string().min(1).max(200).nullable(),
  /** The record that it is about; null where it is about a user, or nothing on record. */
  about: z.strictObject({ kind: z.enum(CONTACT_SUBJECTS), id: recordIdSchema }).nullable(),
  /** Null where nobody called: a note of the desk. */
  callerName: z.string().trim().min(1).max(200).nullable(),
  /** Personal data. */
  callerPhone: phone.nullable(),
  /** Personal data. */
  callerEmail: email.nullable(),
  reason: z.enum(CONTACT_REASONS),
  subject: z.string().trim().min(2).max(200),
  /** What was said, or is noted. */
  said: contactTextSchema,
  opened: z.strictObject(said),
  steps: z.array(contactStepSchema).max(500),
  updatedAt: instantSchema,
})
export type Contact = Readonly<z.infer<typeof contactSchema>>

/** In the order in which they want attention. */
export const CONTACT_STATUSES = ['open', 'answered', 'handed-over', 'closed'] as const
export type ContactStatus = (typeof CONTACT_STATUSES)[number]

/** Where the steps lead. */
export function contactStatus({ steps }: Pick<Contact, 'steps'>): ContactStatus {
  return steps.reduce<ContactStatus>((before, { step }) => AFTER[step] ?? before, 'open')
}

/** Null: it stays where it is. */
const AFTER: Readonly<Record<ContactStep['step'], ContactStatus | null>> = {
  noted: null,
  'handed-over': 'handed-over',
  answered: 'answered',
  closed: 'closed',
  reopened: 'open',
}

/** To whom it is handed and by when an answer is due; null while it waits for nobody. */
export function waitsFor(contact: Pick<Contact, 'steps'>): z.infer<typeof handedSaidSchema> | null {
  if (contactStatus(contact) !== 'handed-over') return null
  const handed = contact.steps.findLast(({ step }) => step === 'handed-over')
  return handed?.step === 'handed-over' ? handed.said : null
}
