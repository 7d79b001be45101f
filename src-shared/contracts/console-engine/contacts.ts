import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, recordIdSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import {
  CONTACT_PARTIES,
  CONTACT_REASONS,
  CONTACT_STATUSES,
  CONTACT_SUBJECTS,
  contactSchema,
} from '../console-platform/records/contact.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const CONTACT_SORT_COLUMNS = ['openedAt', 'dueOn'] as const

/** What contact records are counted by. `from` and `to` are of the day they were written down, in Beijing. */
export const contactScopeSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
})

/** Filter of the contact records; an empty list means "all". */
export const contactFilterSchema = contactScopeSchema.extend({
  statuses: z.array(z.enum(CONTACT_STATUSES)).default([]),
  reason: z.enum(CONTACT_REASONS).nullable().default(null),
  providerId: z.string().max(64).nullable().default(null),
  listingId: z.string().max(64).nullable().default(null),
  /** An answer was due before today. */
  overdue: z.boolean().default(false),
  /** In the subject, or in the name of caller, user, product or provider. */
  text: z.string().max(100).default(''),
})
export type ContactFilter = z.infer<typeof contactFilterSchema>

export const contactRowSchema = contactSchema.extend({
  status: z.enum(CONTACT_STATUSES),
  /** By when whoever it was handed to is to answer, and whether that is past; null while it waits for nobody. */
  waits: z.object({ to: z.enum(CONTACT_PARTIES), dueOn: plainDateSchema, overdue: z.boolean() }).nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type ContactRow = z.infer<typeof contactRowSchema>

export const contactListInput = windowSchema(CONTACT_SORT_COLUMNS).extend({ filter: contactFilterSchema })
export const contactPageSchema = pageOf(contactRowSchema)
export const contactExportInput = exportSchema(CONTACT_SORT_COLUMNS).extend({ filter: contactFilterSchema })
export const contactIdInput = z.strictObject({ id: ulidSchema })

/** One contact record, pending decisions laid over, with whom to ask at the vendor. */
export const contactCaseSchema = z.object({
  contact: contactSchema,
  status: z.enum(CONTACT_STATUSES),
  waits: contactRowSchema.shape.waits,
  marketplaceName: bilingualSchema,
  /** The vendor's contact; null where it is about no vendor. Cut like the vendor's record. */
  vendor: z
    .object({
      id: z.string(),
      name: z.string(),
      contact: z
        .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
        .nullable(),
    })
    .nullable(),
  /** By when an answer is due that is asked for today, by the company's control. */
  answerBy: plainDateSchema,
  today: plainDateSchema,
  /** Others of the same user, newest first. */
  others: z.array(contactRowSchema),
  allowed: z.array(commandAboutSchema('contact')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type ContactCase = z.infer<typeof contactCaseSchema>

/** Whose contact records are shown beside something: a record they are about, or a user. */
export const contactsBesideInput = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('record'), kind: z.enum(CONTACT_SUBJECTS), id: recordIdSchema }),
  z.strictObject({ of: z.literal('user'), id: z.string().min(1).max(64) }),
])
export type ContactsBeside = z.infer<typeof contactsBesideInput>
export const contactsBesideSchema = z.object({ rows: z.array(contactRowSchema), more: z.boolean() })

/** Contact records of some days by product and reason, the most first. */
export const contactTallySchema = z.object({
  rows: z.array(
    z.object({
      /** Null: about no product. */
      listingId: z.string().nullable(),
      productName: z.string().nullable(),
      total: z.int(),
      /** Not closed yet. */
      open: z.int(),
      byReason: z.record(z.enum(CONTACT_REASONS), z.int()),
    }),
  ),
  /** There are more products than are shown. */
  more: z.boolean(),
})
export type ContactTally = z.infer<typeof contactTallySchema>
