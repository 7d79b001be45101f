import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { labelledSchema } from '../../values/value.ts'
import { bankStatementSchema } from '../console-platform/records/bank-statement.ts'
import { matchSettingsSchema } from '../console-platform/records/match-settings.ts'
import { accountRowSchema, lineKindSchema, lineRowSchema } from './bank-lines.ts'
import { languageSchema, tableFormatSchema } from './files.ts'

export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'not a month as 2026-11')

export const reportInput = z.strictObject({ accountId: ulidSchema, month: monthSchema })

const sumSchema = z.object({ count: z.int(), in: fenSchema, out: fenSchema })

/** 收支核对 of an account and month: how the bank's balance moved, and what of it is accounted for. Fen. */
export const reconciliationSchema = z.object({
  account: accountRowSchema,
  month: monthSchema,
  /** Null where no statement tells. */
  opening: fenSchema.nullable(),
  closing: fenSchema.nullable(),
  /** Matched, by what the parts are. */
  matched: z.array(sumSchema.extend({ kind: lineKindSchema })),
  /** Lines that another took back; that one is matched, as `return`. */
  takenBack: sumSchema,
  open: sumSchema,
  all: sumSchema,
  /** Opening and all lines less closing: 0, or lines are missing. Null where a balance is unknown. */
  difference: fenSchema.nullable(),
  /** Where the balance jumps: a line is missing between the last that agrees and the day of what was found. */
  gaps: z.array(
    z.object({
      after: lineRowSchema.shape.id.nullable(),
      afterOn: plainDateSchema.nullable(),
      on: plainDateSchema,
      expected: fenSchema,
      found: fenSchema,
    }),
  ),
  /** Days of the month that statements cover, and those between two of them whose balances continue. */
  covered: z.array(z.object({ from: plainDateSchema, to: plainDateSchema })),
  /** All days are covered, nothing is open, the difference is nothing. */
  reconciled: z.boolean(),
})
export type Reconciliation = z.infer<typeof reconciliationSchema>

/** Months an account has lines in, newest first. */
export const reportMonthsInput = z.strictObject({ accountId: ulidSchema })
export const reportMonthSchema = z.object({
  month: monthSchema,
  lines: z.int(),
  open: z.int(),
  difference: fenSchema.nullable(),
  reconciled: z.boolean(),
})

/** A statement that was imported into an account. */
export const statementRowSchema = bankStatementSchema
  .pick({
    ...{ id: true, fileName: true, format: true, period: true, opening: true, closing: true, proof: true },
    ...{ accepted: true, lines: true, added: true, importedAt: true, byName: true, withdrawn: true },
  })
  /** A decision to withdraw it is on its way. */
  .extend({ withdrawing: z.boolean() })
export type StatementRow = z.infer<typeof statementRowSchema>

export const reportExportInput = reportInput.extend({ language: languageSchema, format: tableFormatSchema })

/** Settings that were set on the platform, as they are told. */
export const settingsSetSchema = z.object({
  id: ulidSchema,
  number: z.int(),
  /** What differs from the standard; nothing where it is the standard. */
  changed: z.array(labelledSchema),
  reason: z.string(),
  byName: z.string(),
  at: instantSchema,
  /** The decision is on its way. */
  pending: z.boolean(),
})
export type SettingsSet = z.infer<typeof settingsSetSchema>

/** Most settings of before that are told. */
export const SETTINGS_TOLD = 50

export const matchSettingsHereSchema = z.object({
  settings: matchSettingsSchema,
  /** As the pack and the program have them. */
  standard: matchSettingsSchema,
  /** Who set what, the newest first: it holds. */
  history: z.array(settingsSetSchema).max(SETTINGS_TOLD),
})

export type MatchSettingsHere = z.infer<typeof matchSettingsHereSchema>

export const dryRunInput = z.strictObject({ marketplace: marketplaceSchema, settings: matchSettingsSchema })

/** What settings would have done with a line, against what became of it. */
export const dryRunSchema = z.object({
  lines: z.int(),
  /** How many lines now and with the changed settings: matched by themselves, of those wrongly, suggested, left alone. */
  now: z.object({ auto: z.int(), wrong: z.int(), suggest: z.int(), none: z.int() }),
  changed: z.object({ auto: z.int(), wrong: z.int(), suggest: z.int(), none: z.int() }),
  /** The lines that would have gone otherwise or wrongly, the first of them: wrong ones lead. */
  differences: z
    .array(
      z.object({
        line: lineRowSchema.omit({ suggestion: true, confidence: true, pending: true }),
        now: z.enum(['auto', 'suggest', 'none']),
        changed: z.enum(['auto', 'suggest', 'none']),
        /** The provider each would name first. */
        nowFirst: z.string().nullable(),
        changedFirst: z.string().nullable(),
        /** The provider a person, or the import, settled on; null while the line is open or is no deposit. */
        actual: z.string().nullable(),
        /** With the changed settings it would have gone by itself to something else than it was settled on. */
        wrong: z.boolean(),
      }),
    )
    .max(500),
  complete: z.boolean(),
})
export type DryRun = z.infer<typeof dryRunSchema>
