import { z } from 'zod'
import { assert } from '#shared/base/assert.ts'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { ColumnValue } from '#shared/contracts/console-platform/kinds/define-kind.ts'
import {
  columnNames,
  RECORD_KIND_NAMES,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Audience } from '../../change-feed/role-cut.ts'
import { givenFileSchema, keptOutcomeSchema, uploadSchema } from '../kept.ts'
import type { Change, Changes, FeedHead, LiftedRow, SnapshotRows, StoreReader } from '../store.ts'
import { digestOf } from './digest.ts'
import { IS_SEEN } from './is-seen.ts'
import { NoticeReader } from './notice-reader.ts'
import { recordOfRow } from './seen-rows.ts'

/** Most records of one kind that one provider may have for a list of them all. */
const PROVIDER_RECORDS_LIMIT = 5000

/** Reads through one connection. Every method is one synchronous run of statements: nothing commits inside it. */
export class SqliteReader extends NoticeReader implements StoreReader {
  async head(): Promise<FeedHead> {
    const text = `SELECT epoch, position, oldest,
      (SELECT mark FROM marks WHERE marks.position = feed.position) AS mark FROM feed`
    return this.sql(text).get() as FeedHead
  }

  async markAt(position: number): Promise<string | null> {
    const mark = this.sql('SELECT mark FROM marks WHERE position = ?').pluck().get(position)
    return typeof mark === 'string' ? mark : null
  }

  async get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null> {
    const row = this.sql(`SELECT row FROM records WHERE kind = ? AND id = ? AND ${IS_SEEN}`).get(kind, id)
    return recordOfRow(kind, row)
  }

  async named<K extends RecordKind>(kind: K, marketplace: string, name: string): Promise<RecordOf[K] | null> {
    const text = `SELECT row FROM records WHERE marketplace = ? AND kind = ? AND name = ? AND ${IS_SEEN}`
    return recordOfRow(kind, this.sql(text).get(marketplace, kind, name))
  }

  async namesAmong(kind: RecordKind, marketplace: string, names: readonly string[]): Promise<Set<string>> {
    const text = `SELECT name FROM records
      WHERE marketplace = ? AND kind = ? AND name IN (SELECT value FROM json_each(?)) AND ${IS_SEEN}`
    return new Set(this.sql(text).pluck().all(marketplace, kind, JSON.stringify(names)) as string[])
  }

  async namedBetween<K extends RecordKind>(
    kind: K,
    marketplace: string,
    { after, before }: { readonly after: string; readonly before: string },
    limit: number,
  ): Promise<RecordOf[K][]> {
    const text = `SELECT row FROM records WHERE marketplace = ? AND kind = ? AND name > ? AND name < ?
      AND ${IS_SEEN} ORDER BY name LIMIT ?`
    const rows = this.sql(text).all(marketplace, kind, after, before, limit)
    return rows.flatMap((row) => recordOfRow(kind, row) ?? [])
  }

  async liftedBetween(
    kind: RecordKind,
    marketplace: string,
    { after, before }: { readonly after: string; readonly before: string },
    columns: readonly string[],
    limit: number,
  ): Promise<LiftedRow[]> {
    const lifted = columnNames(kind)
    const places = columns.map((column) => {
      const at = lifted.indexOf(column)
      assert(at >= 0, `${kind} has a column ${column}`)
      // The row begins with id and version.
      return `row ->> ${at + 2}`
    })
    const text = `SELECT ${['id', 'name', ...places].join(', ')} FROM records
      WHERE marketplace = ? AND kind = ? AND name > ? AND name < ? AND ${IS_SEEN} ORDER BY name LIMIT ?`
    const rows = this.sql(text).raw().all(marketplace, kind, after, before, limit)
    return (rows as [string, string, ...ColumnValue[]][]).map(([id, name, ...values]) => ({
      id,
      name,
      columns: values,
    }))
  }

  async linesOnDeposits(marketplace: string, number: string): Promise<RecordOf['bankLine'][]> {
    // Lines belong to no provider; what they sort by is the number of the payment, see their sheet.
    const text = `SELECT row FROM records WHERE marketplace = ? AND provider = '' AND kind = 'bankLine' AND sort = ?
      AND ${IS_SEEN} ORDER BY id`
    return this.sql(text)
      .all(marketplace, number)
      .flatMap((row) => recordOfRow('bankLine', row) ?? [])
  }

  async redLettersOf(number: string): Promise<RecordOf['invoice'][]> {
    // Only live red letters sort by anything: by the number of their original, see their sheet.
    const text = `SELECT row FROM records WHERE kind = 'invoice' AND sort = ? AND ${IS_SEEN} ORDER BY id`
    return this.sql(text)
      .all(number)
      .flatMap((row) => recordOfRow('invoice', row) ?? [])
  }

  async idsAmong(kind: RecordKind, ids: readonly string[]): Promise<Set<string>> {
    const text = `SELECT id FROM records WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) AND ${IS_SEEN}`
    return new Set(this.sql(text).pluck().all(kind, JSON.stringify(ids)) as string[])
  }

  async ofProvider<K extends RecordKind>(
    kind: K,
    marketplace: string,
    providerId: string,
  ): Promise<RecordOf[K][]> {
    const text = `SELECT row FROM records WHERE marketplace = ? AND provider = ? AND kind = ? AND row IS NOT NULL
      AND ${IS_SEEN} ORDER BY id LIMIT ?`
    const rows = this.sql(text).all(marketplace, providerId, kind, PROVIDER_RECORDS_LIMIT + 1)
    assert(rows.length <= PROVIDER_RECORDS_LIMIT, `a provider has at most ${PROVIDER_RECORDS_LIMIT} ${kind}s`)
    return rows.flatMap((row) => recordOfRow(kind, row) ?? [])
  }

  async snapshotRows(kind: RecordKind, after: string, limit: number): Promise<SnapshotRows> {
    // The rows come in the order of the subquery; ordering them once more inside group_concat costs five times as much.
    const text = `SELECT count(*) AS count, max(id) AS last, CAST(group_concat(row, ',') AS BLOB) AS json
      FROM (SELECT id, row FROM records WHERE kind = ? AND id > ? AND row IS NOT NULL AND ${IS_SEEN}
        ORDER BY id LIMIT ?)`
    const page = this.sql(text).get(kind, after, limit) as {
      count: number
      last: string | null
      json: Uint8Array | null
    }
    return {
      count: page.count,
      json: page.json ?? new Uint8Array(),
      next: page.count === limit ? page.last : null,
    }
  }

  async changesAfter(after: number, kinds: readonly RecordKind[], limit: number): Promise<Changes> {
    const head = await this.head()
    const among = `kind IN (${kinds.map(() => '?').join(', ') || 'NULL'})`
    const columns = 'SELECT position, kind, id, row FROM records WHERE'
    const changes = this.sql(`${columns} position > ? AND ${among} ORDER BY position, kind, id LIMIT ?`).all(
      after,
      ...kinds,
      limit,
    ) as Change[]
    const last = changes.at(-1)
    if (changes.length === limit && last !== undefined) {
      const rest = this.sql(
        `${columns} position = ? AND (kind, id) > (?, ?) AND ${among} ORDER BY kind, id`,
      ).all(last.position, last.kind, last.id, ...kinds) as Change[]
      changes.push(...rest)
    }
    const page = wholePositions([...changes, ...this.#publishedAfter(after, kinds, limit)], limit)
    const end = page.at(-1)
    return {
      head,
      changes: page,
      more: page.length >= limit && end !== undefined && end.position < head.position,
    }
  }

  /**
   * What is as it was published in batches after a position, or was removed with its part: by position, each whole, up to
   * the one that has enough.
   */
  #publishedAfter(after: number, kinds: readonly RecordKind[], limit: number): Change[] {
    const among = `kind IN (${kinds.map(() => '?').join(', ') || 'NULL'})`
    const moved = `SELECT id, position AS at, 'row' AS row FROM batch_parts WHERE position > ? AND removed IS NULL
      UNION ALL SELECT id, removed, 'NULL' FROM batch_parts WHERE removed > ? ORDER BY 2`
    const parts = this.sql(moved).all(after, after) as { id: number; at: number; row: 'row' | 'NULL' }[]
    const changes: Change[] = []
    for (const { id, at: position, row } of parts) {
      if (changes.length >= limit && changes.at(-1)?.position !== position) break
      const text = `SELECT kind, id, ${row} AS row FROM records WHERE position = ? AND ${among} ORDER BY kind, id`
      const rows = this.sql(text).all(-id, ...kinds) as Omit<Change, 'position'>[]
      for (const each of rows) changes.push({ position, ...each })
    }
    return changes
  }

  async batchOf(kind: RecordKind, id: string): Promise<string | null> {
    const text = `SELECT batch FROM batch_parts
      WHERE id = (SELECT -position FROM records WHERE kind = ? AND id = ? AND ${IS_SEEN})`
    const batch = this.sql(text).pluck().get(kind, id)
    return typeof batch === 'string' ? batch : null
  }

  async changedBetween<K extends RecordKind>(
    kind: K,
    marketplace: string,
    { after, before }: { readonly after: string; readonly before: string },
  ): Promise<RecordOf[K][]> {
    const text = `SELECT row FROM records WHERE marketplace = ? AND kind = ? AND name > ? AND name < ?
      AND position >= 0 ORDER BY name`
    const rows = this.sql(text).all(marketplace, kind, after, before)
    return rows.flatMap((row) => recordOfRow(kind, row) ?? [])
  }

  async digest(kinds: readonly RecordKind[], audience?: Audience): Promise<Digest> {
    return digestOf(this.database, kinds, audience ?? null)
  }

  async kindsNaming(fileHash: string): Promise<RecordKind[]> {
    const kinds = this.sql('SELECT DISTINCT kind FROM record_files WHERE file_hash = ?').all(fileHash)
    return z
      .array(z.object({ kind: z.enum(RECORD_KIND_NAMES as [RecordKind]) }))
      .parse(kinds)
      .map((row) => row.kind)
  }

  async isFileHeld(fileHash: string): Promise<boolean> {
    const held = `SELECT EXISTS (SELECT 1 FROM record_files WHERE file_hash = @fileHash)
      OR EXISTS (SELECT 1 FROM uploads WHERE body ->> 'fileHash' = @fileHash)
      OR EXISTS (SELECT 1 FROM given_files WHERE file_hash = @fileHash)`
    return this.sql(held).pluck().get({ fileHash }) === 1
  }

  async givenFile(account: string, fileHash: string) {
    const text = `SELECT account, file_hash AS fileHash, size, at FROM given_files
      WHERE account = ? AND file_hash = ?`
    const found = this.sql(text).get(account, fileHash)
    return found === undefined ? null : givenFileSchema.parse(found)
  }

  async bytesNotNamed(account: string): Promise<number> {
    const text = `SELECT ifnull(sum(size), 0) FROM given_files AS given WHERE account = ?
      AND NOT EXISTS (SELECT 1 FROM record_files WHERE file_hash = given.file_hash)`
    return Number(this.sql(text).pluck().get(account))
  }

  async stagedBatches(): Promise<string[]> {
    const text = 'SELECT DISTINCT batch FROM batch_parts WHERE position IS NULL'
    return this.sql(text).pluck().all() as string[]
  }

  async outcome(commandId: string) {
    return this.body(keptOutcomeSchema, 'SELECT body FROM outcomes WHERE command_id = ?', commandId)
  }

  async appliedOutcome(decisionHash: string) {
    const text = 'SELECT body FROM outcomes WHERE decision_hash = ? ORDER BY command_id LIMIT 1'
    return this.body(keptOutcomeSchema, text, decisionHash)
  }

  async uploads(marketplace: string, providerId: string, pathPrefix: string) {
    const text = `SELECT body FROM uploads WHERE marketplace = ? AND provider = ? AND path >= ? AND path < ?
      ORDER BY path LIMIT 1000`
    const bodies = this.sql(text).all(marketplace, providerId, pathPrefix, `${pathPrefix}\u{10ffff}`)
    return (bodies as { body: string }[]).map(({ body }) => uploadSchema.parse(JSON.parse(body)))
  }
}

/** The first changes by position, up to a limit; the last position is whole. */
function wholePositions(changes: readonly Change[], limit: number): Change[] {
  const inOrder = changes.toSorted((one, other) => one.position - other.position)
  const last = inOrder[limit - 1]?.position
  if (last === undefined) return inOrder
  const end = inOrder.findIndex(({ position }, at) => at >= limit && position !== last)
  return end === -1 ? inOrder : inOrder.slice(0, end)
}
