import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { historyEntrySchema } from './history.ts'

/** What can be changed of matching; see rules/bank-matching/match-settings.ts. */
export const matchSettingsSchema = z.strictObject({
  fixedPart: z.string().min(1).max(100),
  depositWord: z.string().min(1).max(40),
  bankWords: z.array(z.string().min(1).max(40)).max(200),
  otherPurposes: z.array(z.string().min(1).max(40)).max(200),
  /** Edits over the longer name, per mille, below 1000. */
  unlikePerMille: z.int().min(0).max(999),
})
export type MatchSettingsShown = z.infer<typeof matchSettingsSchema>

const { shape } = matchSettingsSchema

/** What differs from the standard, null where it does not: so a new pack's wording still arrives. */
export const changedSettingsSchema = z.strictObject({
  fixedPart: shape.fixedPart.nullable(),
  depositWord: shape.depositWord.nullable(),
  bankWords: shape.bankWords.nullable(),
  otherPurposes: shape.otherPurposes.nullable(),
  unlikePerMille: shape.unlikePerMille.nullable(),
})
export type ChangedSettings = Readonly<z.infer<typeof changedSettingsSchema>>

/**
 * What matching goes by in a marketplace 认领设置 from when it was set, until the next. Nothing is written over: other
 * settings are another record, the one with the highest number holds.
 */
export const matchSettingsRecordSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  /** Counted in its marketplace, without gaps. */
  number: z.int().positive().max(999_999),
  changed: changedSettingsSchema,
  reason: z.string().min(1).max(4000),
  set: z.strictObject({ at: instantSchema, by: z.string(), byName: z.string() }),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type MatchSettingsRecord = Readonly<z.infer<typeof matchSettingsRecordSchema>>

/** The name of settings in their marketplace: each number is there once. */
export function settingsName(number: number): string {
  return String(number).padStart(6, '0')
}

/** The standard with what differs from it. */
export function withChanges(standard: MatchSettingsShown, changed: ChangedSettings): MatchSettingsShown {
  return {
    fixedPart: changed.fixedPart ?? standard.fixedPart,
    depositWord: changed.depositWord ?? standard.depositWord,
    bankWords: changed.bankWords ?? standard.bankWords,
    otherPurposes: changed.otherPurposes ?? standard.otherPurposes,
    unlikePerMille: changed.unlikePerMille ?? standard.unlikePerMille,
  }
}
