import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { fileHashSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { DAY_KINDS, HOLIDAY_TROUBLES } from '../../calendar/holiday-table.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { DIFFERENCE_ABOUTS } from '../../policy/pack-difference.ts'
import { CONTROL_NAMES } from '../../rules/in-force/company-controls.ts'
import { valueSchema } from '../../values/value.ts'
import { commandTypeSchema } from '../console-platform/commands.ts'
import { companyControlSchema, controlValueSchema } from '../console-platform/records/company-control.ts'
import { holidayTableRecordSchema } from '../console-platform/records/holiday-table.ts'
import { policyPackRecordSchema } from '../console-platform/records/policy-pack.ts'
import { depositStatusSchema } from './deposits.ts'
import { pendingDecisionSchema } from './pending.ts'

/** Most changes that are listed: the newest. */
export const CHANGES_LIMIT = 200

/** How a change stands on a day: one that is adopted is to come, in force, or superseded by a later one. */
export const PROPOSAL_STANDINGS = [
  'proposed',
  'coming',
  'in-force',
  'superseded',
  'declined',
  'withdrawn',
] as const
export const proposalStandingSchema = z.enum(PROPOSAL_STANDINGS)
export type ProposalStanding = z.infer<typeof proposalStandingSchema>

/** A control as it stands today. */
export const controlRowSchema = z.object({
  control: z.enum(CONTROL_NAMES),
  name: bilingualSchema,
  about: bilingualSchema,
  holds: z.enum(['money', 'days', 'working-days', 'months', 'rate', 'yes-no', 'text']),
  /** Of a figure: fen, days or hundredths of a per cent; null of a switch or a text. */
  bounds: z.object({ least: z.int(), most: z.int() }).nullable(),
  value: controlValueSchema,
  said: valueSchema,
  /** The change by which it holds; null where it is the standard. */
  by: companyControlSchema.nullable(),
  /** The next value that is adopted already. */
  next: z.object({ from: plainDateSchema, said: valueSchema }).nullable(),
  /** Proposals of it that wait for a second person. */
  waiting: z.int().nonnegative(),
})
export type ControlRow = z.infer<typeof controlRowSchema>

const changeSchema = z.object({
  standing: proposalStandingSchema,
  pending: z.array(pendingDecisionSchema),
})

/** A proposed value of a control, in words. */
export const controlChangeSchema = changeSchema.extend({
  proposal: companyControlSchema,
  name: bilingualSchema,
  said: valueSchema,
})
export type ControlChange = z.infer<typeof controlChangeSchema>

export const controlsShownSchema = z.object({
  on: plainDateSchema,
  controls: z.array(controlRowSchema),
  /** The newest first. */
  changes: z.array(controlChangeSchema),
})

export const controlCaseSchema = controlChangeSchema.extend({
  about: bilingualSchema,
  /** What it takes the place of: the value that held, or would hold, on its first day. */
  before: valueSchema,
  on: plainDateSchema,
  /** The first day it could be adopted for is past: it can only be declined. */
  tooLate: z.boolean(),
  allowed: z.array(commandTypeSchema),
  seenDigest: z.string(),
})
export type ControlCase = z.infer<typeof controlCaseSchema>

export const changeIdInput = z.strictObject({ id: ulidSchema })

const troubleSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unknown-marketplace') }),
  z.object({ code: z.literal('too-early'), earliest: plainDateSchema }),
  z.object({ code: z.literal('version-not-raised'), inForce: z.string() }),
])

/** Who of today's providers a pack touches on its first day. Amounts in fen. */
const depositUnderSchema = z.object({
  status: depositStatusSchema,
  dueOn: plainDateSchema.nullable(),
  waivedUntil: plainDateSchema.nullable(),
  refundableFrom: plainDateSchema.nullable(),
  /** What a newcomer of these categories would be asked for; what is on record stays as it is. */
  asked: fenSchema.nullable(),
})
export const touchedProvidersSchema = z.object({
  deposits: z.array(
    z.object({ id: ulidSchema, name: z.string(), before: depositUnderSchema, after: depositUnderSchema }),
  ),
  /** Beyond those that are named. */
  more: z.int().nonnegative(),
  /** How many sell where fees differ; null where they do not. */
  selling: z.int().nonnegative().nullable(),
})
export type TouchedProviders = z.infer<typeof touchedProvidersSchema>

/** A pack held against the one it takes the place of. */
const packComparedSchema = z.object({
  /** Version of the pack that holds on its first day; null where none does. */
  inForce: z.string().nullable(),
  troubles: z.array(troubleSchema),
  differences: z.array(
    z.object({
      place: z.string(),
      about: z.enum(DIFFERENCE_ABOUTS),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Not all differences are told. */
  cut: z.boolean(),
  /** Null where deposits are not for this person. */
  touched: touchedProvidersSchema.nullable(),
})
export type PackCompared = z.infer<typeof packComparedSchema>

export const packChangeSchema = changeSchema.extend({
  proposal: policyPackRecordSchema.omit({ pack: true }),
  marketplaceName: bilingualSchema,
})
export type PackChange = z.infer<typeof packChangeSchema>

export const packRowSchema = z.object({
  marketplace: marketplaceSchema,
  name: bilingualSchema,
  version: z.string(),
  effectiveFrom: plainDateSchema,
  effectiveTo: plainDateSchema.nullable(),
  standing: z.enum(['coming', 'in-force', 'superseded']),
  /** The change it was adopted by; null where it came with the program. */
  changeId: ulidSchema.nullable(),
})
export type PackRow = z.infer<typeof packRowSchema>

export const packsShownSchema = z.object({
  on: plainDateSchema,
  packs: z.array(packRowSchema),
  changes: z.array(packChangeSchema),
})

const decidableSchema = z.object({
  tooLate: z.boolean(),
  allowed: z.array(commandTypeSchema),
  seenDigest: z.string(),
})
export const packCaseSchema = packChangeSchema.extend(packComparedSchema.shape).extend(decidableSchema.shape)
export type PackCase = z.infer<typeof packCaseSchema>

/** A file that was chosen, as text. */
export const checkFileInput = z.strictObject({ text: z.string().max(1024 * 1024) })
const problemsSchema = z.array(z.object({ place: z.string(), message: z.string() }))

export const checkedPackSchema = z.object({
  /** Why the file is no pack, and where; empty where it is one. */
  problems: problemsSchema,
  checked: packComparedSchema
    .extend({
      marketplace: marketplaceSchema,
      name: bilingualSchema,
      version: z.string(),
      effectiveFrom: plainDateSchema,
      fileHash: fileHashSchema,
      /** As it is proposed. */
      pack: z.string(),
    })
    .nullable(),
})

const dayKindSchema = z.enum(DAY_KINDS)
const dayDifferenceSchema = z.object({
  date: plainDateSchema,
  name: z.string(),
  before: dayKindSchema,
  after: dayKindSchema,
})
export const holidayChangeSchema = changeSchema.extend({
  proposal: holidayTableRecordSchema.omit({ table: true }),
})
export type HolidayChange = z.infer<typeof holidayChangeSchema>

export const holidaysShownSchema = z.object({
  on: plainDateSchema,
  /** The first day from which a table may be adopted. */
  earliest: plainDateSchema,
  years: z.array(
    z.object({
      year: z.int(),
      /** How many days are off and worked in lieu; null where there is no table: dates of that year are provisional. */
      days: z.object({ off: z.int(), makeUp: z.int() }).nullable(),
      changeId: ulidSchema.nullable(),
    }),
  ),
  changes: z.array(holidayChangeSchema),
})

export const holidayCaseSchema = holidayChangeSchema
  .extend({
    differences: z.array(dayDifferenceSchema),
    /** Days are counted by it already. */
    isCounted: z.boolean(),
  })
  .extend(decidableSchema.shape)
export type HolidayCase = z.infer<typeof holidayCaseSchema>

export const checkedTableSchema = z.object({
  problems: problemsSchema,
  checked: z
    .object({
      year: z.int(),
      fileHash: fileHashSchema,
      table: z.string(),
      isKnown: z.boolean(),
      troubles: z.array(z.object({ date: plainDateSchema, trouble: z.enum(HOLIDAY_TROUBLES) })),
      differences: z.array(dayDifferenceSchema),
    })
    .nullable(),
})
