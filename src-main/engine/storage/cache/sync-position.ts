import type Database from 'better-sqlite3'
import { z } from 'zod'
import { markSchema, positionSchema, recordKindSchema } from '#shared/contracts/console-platform/feed.ts'

const kindsText = z
  .string()
  .transform((text) => JSON.parse(text))
  .pipe(z.array(recordKindSchema))

const positionRow = z.object({
  epoch: z.string(),
  scope: z.string(),
  position: positionSchema,
  mark: markSchema,
  phase: z.enum(['rows', 'indexes', 'complete']),
  kinds: kindsText,
  kindIndex: z.int(),
  afterKey: z.string(),
  records: z.int(),
  confirmedAt: z.string(),
})

/** Where the copy stands; see the table in schema.ts. */
export type SyncPosition = Readonly<z.infer<typeof positionRow>>

/** Null before the first snapshot began. */
export function readPosition(database: Database.Database): SyncPosition | null {
  const row = database.prepare('SELECT * FROM sync_position WHERE id = 1').get()
  return row === undefined ? null : positionRow.parse(row)
}

export function writePosition(database: Database.Database, at: SyncPosition): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO sync_position
         (id, epoch, scope, position, mark, phase, kinds, kindIndex, afterKey, records, confirmedAt)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      at.epoch,
      at.scope,
      at.position,
      at.mark,
      at.phase,
      JSON.stringify(at.kinds),
      at.kindIndex,
      at.afterKey,
      at.records,
      at.confirmedAt,
    )
}

export function forgetPosition(database: Database.Database): void {
  database.exec('DELETE FROM sync_position')
}
