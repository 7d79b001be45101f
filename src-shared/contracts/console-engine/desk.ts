import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { commandTypeSchema } from '../console-platform/commands.ts'
import { recordKindSchema } from '../console-platform/feed.ts'
import { aboutSchema, accountSchema } from '../console-platform/session.ts'

/** The decisions of an account on this computer cannot be read any more, but for those that are listed. */
export const brokenJournalSchema = z.object({
  path: z.string(),
  decisions: z.array(
    z.object({
      id: z.string(),
      type: commandTypeSchema,
      recordKind: recordKindSchema,
      recordTitle: z.string(),
      arguments: z.unknown(),
      actorName: z.string(),
      createdAt: instantSchema,
      state: z.enum(['held', 'queued', 'acknowledged', 'returned']),
    }),
  ),
})
export type BrokenJournal = Readonly<z.infer<typeof brokenJournalSchema>>

/** Who is signed in, where, and what the desk knows about the platform. */
export const deskSessionSchema = z.object({
  state: z.enum(['signed-out', 'signed-in']),
  account: accountSchema.nullable(),
  platformUrl: z.string(),
  /** Null while the platform has not answered yet. */
  platform: aboutSchema.nullable(),
  marketplaces: z.array(
    z.object({
      key: marketplaceSchema,
      name: bilingualSchema,
      /** What it calls a provider. */
      providerTerm: bilingualSchema,
      /** Of providers. */
      categories: z.array(z.object({ id: z.string(), name: bilingualSchema })),
      /** Of products; empty where the marketplace takes no packages. */
      listingCategories: z.array(z.object({ id: z.string(), name: bilingualSchema })),
    }),
  ),
  version: z.string(),
  dataFolder: z.string(),
  /** Of who is signed in, who has no desk until a person has decided what becomes of it. */
  brokenJournal: brokenJournalSchema.nullable(),
  /** Of a demo: the codes of its users' second factors now, by e-mail. */
  demoCodes: z.record(z.string(), z.string()),
})
export type DeskSession = z.infer<typeof deskSessionSchema>

/** Counts of a queue for the navigation rail and Today. */
export const queueCountsSchema = z.object({
  byStatus: z.record(z.string(), z.int()),
  mine: z.int(),
  warn: z.int(),
  overdue: z.int(),
})
export type QueueCounts = z.infer<typeof queueCountsSchema>

export const todaySchema = z.object({
  on: plainDateSchema,
  workingDay: z.boolean(),
  provisionalCalendar: z.boolean(),
  applications: queueCountsSchema,
  listings: queueCountsSchema,
})
export type Today = z.infer<typeof todaySchema>

/** What is found: a record, or a user, who is none. */
export const foundKindSchema = z.union([recordKindSchema, z.literal('user')])
export type FoundKind = z.infer<typeof foundKindSchema>

/** One hit of the palette. */
export const foundSchema = z.object({
  kind: foundKindSchema,
  id: z.string(),
  /** The record that shows it, where its kind has no case of its own: a listing's provider, a statement's account. */
  within: z.string().nullable(),
  title: z.string(),
  subtitle: z.string(),
  marketplace: marketplaceSchema.nullable(),
  /** As pending decisions will leave it; '' where the kind has no states. */
  status: z.string(),
  pending: z.boolean(),
  /** Fen, of a line negative for money out; null where the kind has no amount. */
  amount: z.int().nullable(),
  /** What it was found by, and which part of that is what was looked for, in UTF-16 units. */
  matched: z.object({ text: z.string(), from: z.int().nonnegative(), to: z.int().nonnegative() }),
})
export type Found = z.infer<typeof foundSchema>

/** Hits of one kind, best first. */
export const foundGroupSchema = z.object({
  kind: foundKindSchema,
  hits: z.array(foundSchema),
  more: z.boolean(),
})
export type FoundGroup = z.infer<typeof foundGroupSchema>

/** Bytes of a file for showing it in place. The media type was found by content, never by name. */
export const fileContentSchema = z.object({
  mediaType: z.enum([
    'image/png',
    'image/jpeg',
    'image/svg+xml',
    'application/pdf',
    'application/octet-stream',
  ]),
  base64: z.string(),
})
