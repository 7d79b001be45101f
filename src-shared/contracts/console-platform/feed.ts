import { z } from 'zod'
import { RECORD_KIND_NAMES, type RecordKind } from './records/record-kinds.ts'

export const recordKindSchema = z.enum(RECORD_KIND_NAMES as [RecordKind, ...RecordKind[]])

/** `[id, version, ...lifted columns, body]`; see record-kinds.ts. */
export const wireRowSchema = z.array(z.union([z.string(), z.number(), z.null()])).min(3)

/** Position of the feed: a count of commits, never reused. */
export const positionSchema = z.int().nonnegative()

/**
 * Names the commit that made a position: a platform that was put back to a backup makes its positions anew, under other
 * marks. Null where the platform kept none yet.
 */
export const markSchema = z.string().max(64).nullable()

/** A page of one kind in key order. `next` is the key to go on after, null after the last page. */
export const snapshotPageSchema = z.object({
  kind: recordKindSchema,
  columns: z.array(z.string()),
  rows: z.array(wireRowSchema),
  next: z.string().nullable(),
})

/** A run of changes of one kind, in commit order inside the page. */
export const feedPageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changes'),
    /** Columns of each kind that occurs in the page. */
    columns: z.partialRecord(recordKindSchema, z.array(z.string())),
    /** `[position, kind, row]`, ascending position; a deleted record is `[position, kind, id]`. */
    changes: z.array(z.tuple([positionSchema, recordKindSchema, z.union([wireRowSchema, z.string()])])),
    /** Feed from here next time, and say its mark. */
    position: positionSchema,
    mark: markSchema,
    more: z.boolean(),
  }),
  z.object({
    kind: z.literal('reset-required'),
    reason: z.enum(['position-too-old', 'scope-changed', 'platform-restored']),
  }),
])
export type FeedPage = z.infer<typeof feedPageSchema>

/** Where a snapshot starts: read the kinds, then the feed after `position`. `epoch` names this platform's history. */
export const snapshotStartSchema = z.object({
  position: positionSchema,
  mark: markSchema,
  epoch: z.string(),
  scope: z.string(),
  kinds: z.array(recordKindSchema),
})
export type SnapshotStart = z.infer<typeof snapshotStartSchema>

/**
 * Per kind: how many records and a SHA-256 over the `digestLine` of each row, as it is sent to these roles, in id order, at a
 * position. Consoles of protocol 3 get one over `id\0version\n`.
 */
export const digestSchema = z.object({
  position: positionSchema,
  kinds: z.partialRecord(recordKindSchema, z.object({ count: z.int(), hash: z.string() })),
})
export type Digest = z.infer<typeof digestSchema>

/** The values of a wire row as text, null as U+0001, joined by U+0000, with a line feed at the end. */
export function digestLine(row: readonly (string | number | null)[]): string {
  return `${row.map((value) => value ?? '\u0001').join('\0')}\n`
}
