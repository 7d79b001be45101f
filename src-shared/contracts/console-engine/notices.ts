import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, recordIdSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { templateTextsSchema } from '../../rules/notices/notice-template.ts'
import { OCCASIONS } from '../../rules/notices/occasions.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { NOTICE_STATUSES, NOTICE_SUBJECTS, noticeSchema } from '../console-platform/records/notice.ts'
import { noticeTemplateSchema } from '../console-platform/records/notice-template.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema, exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'

export const NOTICE_SORT_COLUMNS = ['madeAt'] as const

/** Filter of the notices; an empty list means "all". `from` and `to` are of the day they were made, in Beijing. */
export const noticeFilterSchema = z.strictObject({
  statuses: z.array(z.enum(NOTICE_STATUSES)).default([]),
  occasion: z.enum(OCCASIONS).nullable().default(null),
  marketplaces: z.array(marketplaceSchema).default([]),
  providerId: z.string().max(64).nullable().default(null),
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
  /** In the subject or the provider's name. */
  text: z.string().max(100).default(''),
})
export type NoticeFilter = z.infer<typeof noticeFilterSchema>

export const noticeRowSchema = noticeSchema.omit({ said: true }).extend({
  /** Null for who does not receive the record it tells of. */
  subject: z.string().nullable(),
  status: z.enum(NOTICE_STATUSES),
  /** What the server answered last; null where it was not tried. */
  answer: z.string().nullable(),
  tries: z.int().nonnegative(),
  pending: pendingDecisionSchema.nullable(),
})
export type NoticeRow = z.infer<typeof noticeRowSchema>

const noticeListInput = windowSchema(NOTICE_SORT_COLUMNS).extend({ filter: noticeFilterSchema })
export const noticePageSchema = pageOf(noticeRowSchema)
export const noticeExportInput = exportSchema(NOTICE_SORT_COLUMNS).extend({ filter: noticeFilterSchema })

/** One notice, pending decisions laid over. */
export const noticeCaseSchema = z.object({
  notice: noticeSchema,
  status: z.enum(NOTICE_STATUSES),
  marketplaceName: bilingualSchema,
  /** Where a mail goes that is sent again: as the provider's record says now, else where it went; null where neither is known or may be seen. */
  knownEmail: z.string().nullable(),
  allowed: z.array(commandAboutSchema('notice')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type NoticeCase = z.infer<typeof noticeCaseSchema>

/** Whose notices are shown beside something: a record they tell of, or a provider. */
export const noticesBesideInput = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('record'), kind: z.enum(NOTICE_SUBJECTS), id: recordIdSchema }),
  z.strictObject({ of: z.literal('provider'), id: z.string().min(1).max(64) }),
])
export type NoticesBeside = z.infer<typeof noticesBesideInput>
export const noticesBesideSchema = z.object({ rows: z.array(noticeRowSchema), more: z.boolean() })

/** Most templates of an occasion in a marketplace that a history tells of: the newest. */
export const NOTICE_TEMPLATES_TOLD = 50

const templateQuestion = z.strictObject({
  occasion: z.enum(OCCASIONS),
  /** Empty: for every marketplace that has none of its own. */
  marketplace: noticeTemplateSchema.shape.marketplace,
})
/** How notices of an occasion are worded, what they go back to, and who set what. */
export const noticeTemplateHereSchema = z.object({
  texts: templateTextsSchema,
  /** Where the wording comes from: 0 came with the program; of another marketplace than asked for where that has none. */
  from: z.object({ marketplace: z.string(), number: z.int() }),
  /** What comes with the program. */
  standard: templateTextsSchema,
  /** The number that the next one gets here. */
  nextNumber: z.int().positive(),
  history: z.array(
    z.object({
      id: ulidSchema,
      number: z.int(),
      texts: templateTextsSchema,
      reason: z.string(),
      byName: z.string(),
      at: instantSchema,
      pending: z.boolean(),
    }),
  ),
  /** Newest notices of the occasion, for a preview: what their placeholders stood for. */
  records: z.array(
    z.object({
      id: ulidSchema,
      title: z.string(),
      values: noticeSchema.shape.said.unwrap().shape.values,
    }),
  ),
})
export type NoticeTemplateHere = z.infer<typeof noticeTemplateHereSchema>

/** What a page may ask about notices and their templates. */
export const noticeProcedures = {
  list: base.input(noticeListInput).output(noticePageSchema),
  export: base.input(noticeExportInput).output(exportedRowsSchema),
  get: base.input(z.strictObject({ id: ulidSchema })).output(noticeCaseSchema),
  beside: base.input(noticesBesideInput).output(noticesBesideSchema),
  template: base.input(templateQuestion).output(noticeTemplateHereSchema),
}
