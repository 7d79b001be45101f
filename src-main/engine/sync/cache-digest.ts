import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import { digestLine } from '#shared/contracts/console-platform/feed.ts'
import { columnNames, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { CACHE_TABLES } from '../storage/cache/record-tables.ts'

/** Some milliseconds' work. */
const CHUNK = 2000

/**
 * Count and SHA-256 of the rows in id order, as the platform computes it (digestSchema). Chunk by chunk:
 * the caller lets queries run in between, and keeps writers out.
 */
export function* cacheDigest(
  database: Database.Database,
  kind: RecordKind,
): Generator<void, { count: number; hash: string }> {
  const columns = ['id', 'version', ...columnNames(kind), 'body']
  const rows = database
    .prepare<[string, number], (string | number | null)[]>(
      `SELECT ${columns} FROM ${getTableName(CACHE_TABLES[kind])} WHERE id > ? ORDER BY id LIMIT ?`,
    )
    .raw()
  const hash = createHash('sha256')
  let count = 0
  for (let after = ''; ; ) {
    const chunk = rows.all(after, CHUNK)
    hash.update(chunk.map(digestLine).join(''))
    count += chunk.length
    after = String(chunk.at(-1)?.[0] ?? '')
    if (chunk.length < CHUNK) return { count, hash: hash.digest('hex') }
    yield
  }
}
