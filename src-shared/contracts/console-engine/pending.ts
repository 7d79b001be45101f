import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, recordIdSchema, ulidSchema } from '../../base/ids.ts'
import { labelledSchema, valueSchema } from '../../values/value.ts'
import { commandTypeSchema, outcomeSchema } from '../console-platform/commands.ts'
import { recordKindSchema } from '../console-platform/feed.ts'

/**
 * Where a decision stands: `held` until the moment to undo it has passed, `queued` until the platform answered,
 * `acknowledged` until the row's version has come back, `returned` when a person must decide again.
 */
export const outboxStateSchema = z.enum(['held', 'queued', 'acknowledged', 'returned'])

/** A decision that is laid over a confirmed row. */
export const pendingDecisionSchema = z.object({
  commandId: ulidSchema,
  type: commandTypeSchema,
  state: outboxStateSchema,
  createdAt: instantSchema,
  /** Until when it can be taken back without a trace; null once it is on its way. */
  undoUntil: instantSchema.nullable(),
})
export type PendingDecision = z.infer<typeof pendingDecisionSchema>

/** A row of the outbox as the sync page shows it. */
export const outboxEntrySchema = pendingDecisionSchema.extend({
  recordKind: recordKindSchema,
  recordId: recordIdSchema,
  recordTitle: z.string(),
  arguments: z.unknown(),
  /** What it says, argument by argument; null where this program cannot read it. */
  said: z.array(labelledSchema).nullable(),
  expectedVersion: z.int(),
  tries: z.int().nonnegative(),
  nextTryAt: instantSchema.nullable(),
  lastOutcome: outcomeSchema.nullable(),
  lastError: z.string().nullable(),
})
export type OutboxEntry = z.infer<typeof outboxEntrySchema>

/** A field that differs between two versions of a record. */
export const changeSchema = z.object({ label: bilingualSchema, seen: valueSchema, current: valueSchema })

/** A field that differs of a record that stands beside the decision; `of` names it, null for the rules. */
const besideChangeSchema = changeSchema.extend({ of: z.string().nullable() })
export type BesideChange = z.infer<typeof besideChangeSchema>

/**
 * Whether what was shown besides the record was kept: `older` where the decision was stored by a program that did not
 * keep it or kept it otherwise, `not-compared` where the command rests on the record alone.
 */
const shownKeptSchema = z.enum(['kept', 'older', 'too-large', 'not-compared'])
export type ShownKept = z.infer<typeof shownKeptSchema>

/** A decision that came back: what the reviewer saw beside what the record is now. */
export const returnedDecisionSchema = outboxEntrySchema.extend({
  /** Whether the record as it was when the decision was made is here, and whether the record is. */
  seen: z.boolean(),
  current: z.boolean(),
  /** Where the two differ, by the names of the fields; entries of lists each for itself. */
  changedFields: z.array(changeSchema),
  shown: shownKeptSchema,
  /** Where what was shown besides the record differs from what would be shown now. */
  changedBeside: z.array(besideChangeSchema),
})
export type ReturnedDecision = z.infer<typeof returnedDecisionSchema>
