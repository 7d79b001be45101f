import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { type Digest, digestLine, wireRowSchema } from '#shared/contracts/console-platform/feed.ts'
import { DIGEST_OF_ROWS_SINCE } from '#shared/contracts/console-platform/protocol.ts'
import { columnNames, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type Audience, cutRow, seesAsStored } from '../../change-feed/role-cut.ts'
import { IS_SEEN } from './is-seen.ts'

/**
 * The digest of kinds (digestSchema) for those who may see so much of them, as the connection sees them at one moment; of the
 * rows as they are stored where nobody is named.
 */
export function digestOf(
  database: Database,
  kinds: readonly RecordKind[],
  audience: Audience | null,
): Digest {
  const position = Number(database.prepare('SELECT position FROM feed').pluck().get())
  const digests = kinds.map((kind) => {
    const hash = createHash('sha256')
    let count = 0
    for (const line of linesOf(database, kind, audience)) {
      hash.update(line)
      count += 1
    }
    return [kind, { count, hash: hash.digest('hex') }] as const
  })
  return { position, kinds: Object.fromEntries(digests) }
}

function linesOf(database: Database, kind: RecordKind, audience: Audience | null): Iterable<string> {
  if (audience !== null && audience.protocol < DIGEST_OF_ROWS_SINCE) {
    return inIdOrder(database, kind, 'id || char(0) || version || char(10)')
  }
  if (audience === null || seesAsStored(kind, audience)) {
    const lifted = columnNames(kind).map((_, at) => `ifnull(row ->> '$[${at + 2}]', char(1))`)
    const values = ['id', 'version', ...lifted, "(row ->> '$[#-1]')"]
    return inIdOrder(database, kind, `${values.join(' || char(0) || ')} || char(10)`)
  }
  return cutLines(inIdOrder(database, kind, 'row'), kind, audience)
}

function* cutLines(rows: Iterable<string>, kind: RecordKind, audience: Audience): Iterable<string> {
  for (const row of rows) yield digestLine(wireRowSchema.parse(JSON.parse(cutRow(kind, row, audience))))
}

function inIdOrder(database: Database, kind: RecordKind, expression: string): Iterable<string> {
  return database
    .prepare<[string], string>(
      `SELECT ${expression} FROM records WHERE kind = ? AND row IS NOT NULL AND ${IS_SEEN} ORDER BY id`,
    )
    .pluck()
    .iterate(kind)
}
