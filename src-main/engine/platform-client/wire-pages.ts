import { z } from 'zod'
import { markSchema, positionSchema, recordKindSchema } from '#shared/contracts/console-platform/feed.ts'

/**
 * The pages of the contract (feed.ts) with their rows left as they are: a page has up to 5,000 of them, and each
 * value is checked by type when it is written into the cache (storage/cache/apply-rows.ts).
 */
type Row = readonly (string | number | null)[]
const rowSchema = z.custom<Row>((value) => Array.isArray(value))

export const snapshotRowsSchema = z.object({
  kind: recordKindSchema,
  columns: z.array(z.string()),
  rows: z.custom<readonly Row[]>((value) => Array.isArray(value) && value.every(Array.isArray)),
  next: z.string().nullable(),
})
export type SnapshotRows = z.infer<typeof snapshotRowsSchema>

export const feedRowsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changes'),
    columns: z.partialRecord(recordKindSchema, z.array(z.string())),
    changes: z.array(z.tuple([positionSchema, recordKindSchema, z.union([z.string(), rowSchema])])),
    position: positionSchema,
    mark: markSchema,
    more: z.boolean(),
  }),
  z.object({
    kind: z.literal('reset-required'),
    reason: z.enum(['position-too-old', 'scope-changed', 'platform-restored']),
  }),
])
export type FeedRows = z.infer<typeof feedRowsSchema>
export type ChangedRows = Extract<FeedRows, { kind: 'changes' }>
