import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { IS_SEEN } from './is-seen.ts'

/** Count and SHA-256 over `id\0version\n` in id order of each kind, as the connection sees them at one moment. */
export function digestOf(database: Database, kinds: readonly RecordKind[]): Digest {
  const position = Number(database.prepare('SELECT position FROM feed').pluck().get())
  const statement = database.prepare(
    `SELECT count(*) AS count, CAST(group_concat(id || char(0) || version || char(10), '' ORDER BY id) AS BLOB) AS lines
     FROM records WHERE kind = ? AND row IS NOT NULL AND ${IS_SEEN}`,
  )
  const digests = kinds.map((kind) => {
    const { count, lines } = statement.get(kind) as { count: number; lines: Uint8Array | null }
    const hash = createHash('sha256')
      .update(lines ?? new Uint8Array())
      .digest('hex')
    return [kind, { count, hash }] as const
  })
  return { position, kinds: Object.fromEntries(digests) }
}
