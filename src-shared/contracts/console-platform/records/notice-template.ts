import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { templateTextsSchema } from '../../../rules/notices/notice-template.ts'
import { OCCASIONS, type Occasion } from '../../../rules/notices/occasions.ts'
import { historyEntrySchema } from './history.ts'

/**
 * How notices of an occasion are worded 通知模板, from when it was set until the next. Nothing is written over: another
 * wording is another record, the one with the highest number holds. A notice keeps the text it was made with.
 */
export const noticeTemplateSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  occasion: z.enum(OCCASIONS),
  /** Empty: for every marketplace that has none of its own. */
  marketplace: z.union([z.literal(''), marketplaceSchema]),
  /** Counted for its occasion and marketplace, without gaps; what comes with the program is 0. */
  number: z.int().positive().max(999_999),
  texts: templateTextsSchema,
  reason: z.string().min(1).max(4000),
  set: z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() }),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type NoticeTemplate = Readonly<z.infer<typeof noticeTemplateSchema>>

/** The name of a template among all: each number of an occasion in a marketplace is there once. */
export function noticeTemplateName(occasion: Occasion, marketplace: string, number: number): string {
  return `${occasion} ${marketplace} ${String(number).padStart(6, '0')}`
}
