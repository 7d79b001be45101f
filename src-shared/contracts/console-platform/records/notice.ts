import { z } from 'zod'
import { instantSchema, marketplaceSchema, recordIdSchema, ulidSchema } from '../../../base/ids.ts'
import { noticeTextsSchema } from '../../../rules/notices/notice-template.ts'
import { OCCASIONS } from '../../../rules/notices/occasions.ts'

/** The kinds of record that a notice tells of. Who does not receive that record gets no text of the notice. */
export const NOTICE_SUBJECTS = [
  'provider',
  'application',
  'listing',
  'listingVersion',
  'depositObligation',
  'settlementStatement',
  'payoutRequest',
  'violation',
  'interfaceCall',
  'policyPack',
] as const
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number]

/** An address that a notice can be sent to: one of ASCII, without quotes, comments or anything else a header could end by. */
export const noticeAddressSchema = z
  .string()
  .max(254)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
  )
  .refine((address) => !address.includes('..'))

/** How somebody was told without a mail. */
export const TOLD_BY = ['wechat', 'phone', 'other'] as const
export type ToldBy = (typeof TOLD_BY)[number]

const said = { at: instantSchema, by: z.string(), byName: z.string() }
/** What the server answered, or what went wrong, less any address. */
const answered = { at: instantSchema, answer: z.string().max(1000) }

export const toldSaidSchema = z.strictObject({
  channel: z.enum(TOLD_BY),
  note: z.string().trim().max(1000),
})
/** Anew, in a language; to which address stands with the recipient. */
const resentSaidSchema = z.strictObject({ language: z.enum(['zh', 'en']) })
export const cancelledSaidSchema = z.strictObject({ reason: z.string().trim().min(2).max(1000) })

/** One thing that happened with a notice; steps are only added. */
export const noticeStepSchema = z.discriminatedUnion('step', [
  /** A sender took it: from here to what came of it, it may be with the server. */
  z.strictObject({ step: z.literal('handed'), at: instantSchema, sender: z.string().max(64) }),
  /** The server has it, or, where no mail leaves the machine, the local mailbox. */
  z.strictObject({ step: z.literal('sent'), ...answered, via: z.enum(['smtp', 'local']) }),
  /** It is tried again at that instant. */
  z.strictObject({ step: z.literal('deferred'), ...answered, until: instantSchema }),
  /** The server refused it for good. */
  z.strictObject({ step: z.literal('bounced'), ...answered }),
  /** It was tried as often as it may be. */
  z.strictObject({ step: z.literal('failed'), ...answered }),
  /** Nobody knows whether the server has it: it is not sent again by itself. */
  z.strictObject({ step: z.literal('unclear'), ...answered }),
  z.strictObject({ step: z.literal('resent'), ...said, said: resentSaidSchema }),
  z.strictObject({ step: z.literal('cancelled'), ...said, said: cancelledSaidSchema }),
  z.strictObject({ step: z.literal('told'), ...said, said: toldSaidSchema }),
])
export type NoticeStep = Readonly<z.infer<typeof noticeStepSchema>>

const valueSchema = z.strictObject({ zh: z.string().max(4000), en: z.string().max(4000) })

/** Steps one notice may have. */
export const NOTICE_STEPS_LIMIT = 500

/**
 * A notice to a provider 通知: what a decision made known to it, by which template, as it is sent, and what became of it.
 * Instants in UTC.
 */
export const noticeSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  occasion: z.enum(OCCASIONS),
  /** The record it tells of. */
  about: z.strictObject({ kind: z.enum(NOTICE_SUBJECTS), id: recordIdSchema }),
  /** What brought it about: of each cause there is one notice. */
  cause: z.string().min(1).max(200),
  /** Which template made it; 0 came with the program. */
  template: z.strictObject({ marketplace: z.string().max(32), number: z.int().nonnegative() }),
  /** By mail, or by a person where no address is known. */
  channel: z.enum(['mail', 'person']),
  /** The language it is sent in. */
  language: z.enum(['zh', 'en']),
  /** Null for roles that do not receive the record it tells of. */
  said: z
    .strictObject({
      texts: noticeTextsSchema,
      values: z.record(z.string().max(40), valueSchema),
    })
    .nullable(),
  /** Personal data; null for roles that see none. */
  recipient: z
    .strictObject({
      name: z.string().max(200).nullable(),
      email: noticeAddressSchema.nullable(),
      phone: z.string().max(64).nullable(),
      /** Where it went before it was sent to another address. */
      former: z.array(noticeAddressSchema).max(500),
    })
    .nullable(),
  steps: z.array(noticeStepSchema).max(NOTICE_STEPS_LIMIT),
  madeAt: instantSchema,
  updatedAt: instantSchema,
})
export type Notice = Readonly<z.infer<typeof noticeSchema>>

/** In the order in which they want attention. */
export const NOTICE_STATUSES = [
  'unclear',
  'bounced',
  'failed',
  'to-tell',
  'queued',
  'sending',
  'sent',
  'told',
  'cancelled',
] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

const AFTER: Readonly<Record<NoticeStep['step'], NoticeStatus>> = {
  handed: 'sending',
  sent: 'sent',
  deferred: 'queued',
  bounced: 'bounced',
  failed: 'failed',
  unclear: 'unclear',
  resent: 'queued',
  cancelled: 'cancelled',
  told: 'told',
}

/** Where the last step left it. */
export function noticeStatus({ steps, channel }: Pick<Notice, 'steps' | 'channel'>): NoticeStatus {
  const last = steps.at(-1)
  if (last !== undefined) return AFTER[last.step]
  return channel === 'mail' ? 'queued' : 'to-tell'
}

/** When it is to be sent; null where it is not. */
export function noticeDueAt(notice: Pick<Notice, 'steps' | 'channel' | 'madeAt'>): string | null {
  if (noticeStatus(notice) !== 'queued') return null
  const last = notice.steps.at(-1)
  if (last === undefined) return notice.madeAt
  return last.step === 'deferred' ? last.until : last.at
}

/** How often it was sent anew by a person: a mail of its own each time. */
export function noticeRound({ steps }: Pick<Notice, 'steps'>): number {
  return steps.filter(({ step }) => step === 'resent').length
}

/** How often it was tried since a person last sent it. */
export function noticeTries({ steps }: Pick<Notice, 'steps'>): number {
  const from = steps.findLastIndex(({ step }) => step === 'resent')
  return steps.slice(from + 1).filter(({ step }) => step === 'handed').length
}
