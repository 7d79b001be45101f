import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { labelledSchema } from '../../values/value.ts'
import { auditEntrySchema, auditHeadTextSchema, auditVerdictSchema } from '../console-platform/contract.ts'
import { recordKindSchema } from '../console-platform/feed.ts'
import { roleSchema } from '../console-platform/roles.ts'
import { heldRolesSchema } from '../console-platform/roles-on-day.ts'
import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import { languageSchema, tableFormatSchema } from './files.ts'
import { changeSchema } from './pending.ts'

/** Most entries of a page of the log. */
export const AUDIT_PAGE = 100

/** Which entries are shown; all where it says null. Days are Beijing's, both inclusive. */
export const auditPageFilterSchema = z.strictObject({
  actor: z.string().max(100).nullable(),
  kind: recordKindSchema.nullable(),
  recordId: z.string().trim().max(200).nullable(),
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
})
export type AuditPageFilter = Readonly<z.infer<typeof auditPageFilterSchema>>

const auditRowSchema = z.object({
  sequence: z.int().positive(),
  at: instantSchema,
  /** By whom: the name of an operator, else the id. */
  byName: z.string(),
  action: bilingualSchema,
  record: z
    .object({
      kind: recordKindSchema,
      id: z.string(),
      /** Null where this copy has no such record. */
      title: z.string().nullable(),
    })
    .nullable(),
  hash: z.string(),
})
export type AuditRow = Readonly<z.infer<typeof auditRowSchema>>

/** What an entry changed: field by field, or the record as it came; nothing where nothing was kept. */
const auditDetailSchema = z.object({
  entry: auditEntrySchema,
  row: auditRowSchema,
  /** `withheld`: of a kind, or of personal data, that the roles do not reach. `not-kept`: no side of it is there. */
  shown: z.enum(['changes', 'made', 'removed', 'withheld', 'not-kept', 'unreadable']),
  changes: z.array(changeSchema),
  /** The fields of a record that was made or removed. */
  fields: z.array(labelledSchema),
})
export type AuditDetail = Readonly<z.infer<typeof auditDetailSchema>>

/** How far the recomputing of the log is. */
const auditCheckSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('running'), done: z.int(), total: z.int() }),
  z.object({ state: z.literal('done'), at: instantSchema, verdict: auditVerdictSchema }),
  z.object({ state: z.literal('failed'), why: z.enum(['offline', 'refused']) }),
])
export type AuditCheck = Readonly<z.infer<typeof auditCheckSchema>>

/** Which showings of personal data are told; days are Beijing's, both inclusive. */
export const revealFilterSchema = auditPageFilterSchema.pick({ actor: true, from: true, to: true })
export type RevealFilter = Readonly<z.infer<typeof revealFilterSchema>>

/** Somebody was shown personal data that her copy does not hold. */
const revealRowSchema = auditRowSchema.pick({ sequence: true, at: true, byName: true, record: true }).extend({
  reason: z.string(),
})
export type RevealRow = Readonly<z.infer<typeof revealRowSchema>>

/** What somebody could act as on a day, with pairs of her roles of which one checks the other. */
const rolesRowSchema = heldRolesSchema.extend({ conflicts: z.array(z.tuple([roleSchema, roleSchema])) })
export type RolesRow = Readonly<z.infer<typeof rolesRowSchema>>

const asFile = { language: languageSchema, format: tableFormatSchema }
export const revealExportInput = z.strictObject({ filter: revealFilterSchema, ...asFile })
export const rolesExportInput = z.strictObject({ day: plainDateSchema, ...asFile })

/** The audit log lies on the platform alone: every question asks it, and fails OFFLINE without it. */
export const auditProcedures = {
  list: base
    .input(z.strictObject({ filter: auditPageFilterSchema, below: z.int().positive().nullable() }))
    .output(z.object({ rows: z.array(auditRowSchema), total: z.int() })),
  get: base.input(z.strictObject({ sequence: z.int().positive() })).output(auditDetailSchema),
  check: {
    /** Begins to recompute the log here; `noted` is an entry as a document states it. */
    begin: base.input(z.strictObject({ noted: auditHeadTextSchema.nullable() })).output(auditCheckSchema),
    read: base.output(auditCheckSchema),
    stop: base.output(auditCheckSchema),
  },
  /** Who was shown personal data, of what, when and why; newest first. */
  reveals: {
    list: base
      .input(z.strictObject({ filter: revealFilterSchema, below: z.int().positive().nullable() }))
      .output(z.object({ rows: z.array(revealRowSchema), total: z.int() })),
    export: base.input(revealExportInput).output(exportedRowsSchema),
  },
  /** Who held which roles on a day in Beijing, by name. */
  roles: {
    list: base
      .input(z.strictObject({ day: plainDateSchema }))
      .output(z.object({ rows: z.array(rolesRowSchema) })),
    export: base.input(rolesExportInput).output(exportedRowsSchema),
  },
}
