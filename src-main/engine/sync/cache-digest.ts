import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { CACHE_TABLES } from '../storage/cache/record-tables.ts'

const CHUNK = 20_000

/**
 * Count and SHA-256 over `id\0version\n` in id order, as the platform computes it (digestSchema). Chunk by chunk:
 * the caller lets queries run in between, and keeps writers out.
 */
export function* cacheDigest(
  database: Database.Database,
  kind: RecordKind,
): Generator<void, { count: number; hash: string }> {
  const rows = database.prepare<[string, number], { id: string; version: number }>(
    `SELECT id, version FROM ${getTableName(CACHE_TABLES[kind])} WHERE id > ? ORDER BY id LIMIT ?`,
  )
  const hash = createHash('sha256')
  let count = 0
  for (let after = ''; ; ) {
    const chunk = rows.all(after, CHUNK)
    hash.update(chunk.map(({ id, version }) => `${id}\0${version}\n`).join(''))
    count += chunk.length
    after = chunk.at(-1)?.id ?? ''
    if (chunk.length < CHUNK) return { count, hash: hash.digest('hex') }
    yield
  }
}
