import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../calendar/plain-date.ts'
import { callOutcomeSchema } from '../../policy/interface-section.ts'
import { MAIL_RECIPIENTS } from '../../rules/interface-health/mails-due.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { interfaceCallSchema } from '../console-platform/records/interface-call.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'

export const CALL_SORT_COLUMNS = ['at'] as const

/** Whose calls of which days (Beijing, both among them); an empty list means "all". */
const callScope = {
  marketplaces: z.array(marketplaceSchema).default([]),
  providerId: z.string().max(64).nullable().default(null),
}

/** Filter of the calls of production interfaces. */
export const callFilterSchema = z.strictObject({
  ...callScope,
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
  outcomes: z.array(callOutcomeSchema).default([]),
  scene: z.string().max(64).nullable().default(null),
  productName: z.string().max(200).nullable().default(null),
  orderId: z.string().max(128).nullable().default(null),
  instanceId: z.string().max(128).nullable().default(null),
  /** Of those that have to be answered alike. */
  repeatKey: z.string().max(400).nullable().default(null),
})
export type CallFilter = z.infer<typeof callFilterSchema>

export const callRowSchema = interfaceCallSchema.extend({ sceneName: bilingualSchema })
export type CallRow = z.infer<typeof callRowSchema>
export const callListInput = windowSchema(CALL_SORT_COLUMNS).extend({ filter: callFilterSchema })
export const callPageSchema = pageOf(callRowSchema)
export const callExportInput = exportSchema(CALL_SORT_COLUMNS).extend({ filter: callFilterSchema })
export const callIdInput = z.strictObject({ id: ulidSchema })

/** One call, and how its repetitions were answered. */
export const callCaseSchema = z.object({
  call: callRowSchema,
  marketplaceName: bilingualSchema,
  /** What its code means by the pack; null where the pack has no such code. */
  resultName: bilingualSchema.nullable(),
  /** Until when the marketplace goes on calling after a failure, and where its source says something else. */
  retry: z
    .object({
      hours: z.int(),
      everyMinutes: z.int().nullable(),
      citation: citationSchema,
      contradiction: citationSchema.nullable(),
    })
    .nullable(),
  /** Others of the same order, the newest first. */
  others: z.array(callRowSchema),
  /** The order on record that it is about; null where there is none of that number. */
  order: z.object({ id: ulidSchema, number: z.string() }).nullable(),
})
export type CallCase = z.infer<typeof callCaseSchema>

export const callBoardInput = z.strictObject({ ...callScope, from: plainDateSchema, to: plainDateSchema })

/** How the production interfaces of products do in some days. */
export const callBoardSchema = z.object({
  /** The sentences the board goes by, by marketplace. */
  rules: z.array(
    z.object({
      marketplace: marketplaceSchema,
      /** More failed orders than this in a month are too many. */
      more: z.int(),
      failedOrders: citationSchema,
      probeDays: z.int(),
      probe: citationSchema,
      frozenDays: z.int(),
      frozen: citationSchema,
      mail: citationSchema,
      /** Where a source says two things of the same: both its sentences. */
      contradictions: z.array(z.object({ taken: citationSchema, other: citationSchema })),
    }),
  ),
  products: z.array(
    z.object({
      marketplace: marketplaceSchema,
      providerId: z.string(),
      providerName: z.string(),
      productName: z.string(),
      calls: z.int(),
      failed: z.int(),
      scenes: z.array(
        z.object({ scene: z.string(), name: bilingualSchema, calls: z.int(), failed: z.int() }),
      ),
      /** Orders that failed in each calendar month the days touch, those without any left out. */
      months: z.array(
        z.object({ month: plainMonthSchema, orders: z.array(z.string()), tooMany: z.boolean() }),
      ),
      /** The days in a row on which its probe failed; null while it answers. */
      probe: z.object({ days: z.int(), since: plainDateSchema, isLong: z.boolean() }).nullable(),
      /** What the rules ask to take it off for; a person decides. */
      delist: z.boolean(),
      /** Its version that is live, where one is on record: delisting is proposed there. */
      liveVersionId: ulidSchema.nullable(),
    }),
  ),
  /** Calls that had to be answered alike and were not: each answer with its first call. */
  repeats: z.array(
    z.object({
      marketplace: marketplaceSchema,
      providerId: z.string(),
      providerName: z.string(),
      productName: z.string(),
      repeatKey: z.string(),
      orderId: z.string(),
      answers: z.array(z.object({ answer: z.string(), callId: ulidSchema, at: instantSchema })),
    }),
  ),
  /** Customers whose instance was not updated, the least time left first, those past it last. */
  updates: z.array(
    z.object({
      id: ulidSchema,
      at: instantSchema,
      instanceId: z.string().nullable(),
      orderId: z.string().nullable(),
      userId: z.string().nullable(),
      userName: z.string().nullable(),
      productName: z.string(),
      providerId: z.string(),
      providerName: z.string(),
      contact: z
        .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
        .nullable(),
      expiresOn: plainDateSchema.nullable(),
      frozenUntil: plainDateSchema.nullable(),
      isFrozen: z.boolean(),
      /** Whole days until it is released; null where nobody said when it runs out. */
      daysLeft: z.int().nullable(),
    }),
  ),
  /** The mails the rule asks for about calls of these days, the newest first. */
  mails: z.array(
    z.object({
      id: ulidSchema,
      callId: z.string(),
      at: instantSchema,
      to: z.enum(MAIL_RECIPIENTS),
      /** As far as it is on record. */
      address: z.string().nullable(),
      providerName: z.string(),
      subject: z.string(),
      body: z.string(),
    }),
  ),
  /** There are more of some than are shown. */
  more: z.boolean(),
})
export type CallBoard = z.infer<typeof callBoardSchema>

/** How many products the rules ask to delist and answers that differ in this month so far, and customers not updated who can still be helped. */
export const callCountsSchema = z.object({ delist: z.int(), repeats: z.int(), updates: z.int() })
