import type Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import type { SnapshotStart } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { ChangedRows, SnapshotRows } from '../platform-client/wire-pages.ts'
import { MalformedRow, type RowWriter, rowWriter } from '../storage/cache/apply-rows.ts'
import { foldChanges } from '../storage/cache/boards/board-changes.ts'
import { buildIndexes, dropIndexes } from '../storage/cache/indexes.ts'
import { CACHE_TABLES } from '../storage/cache/record-tables.ts'
import { forgetPosition, type SyncPosition, writePosition } from '../storage/cache/sync-position.ts'
import type { OnStep, StorageStep } from '../storage/storage-steps.ts'

/** Writes what the platform sends into the cache: each call is one transaction, rows and position together. */
export interface PageWriter {
  /** Empties the cache and notes where its snapshot starts. */
  begin(start: SnapshotStart, at: string): SyncPosition
  /** Empties the cache: it must not be read any longer. */
  clear(): void
  snapshotPage(position: SyncPosition, page: SnapshotRows, at: string): SyncPosition
  /** One index at a time; the last step makes the cache complete. */
  indexes(position: SyncPosition): Generator<void, SyncPosition>
  feedPage(position: SyncPosition, page: ChangedRows, at: string): SyncPosition
}

export function createPageWriter(database: Database.Database, onStep: OnStep): PageWriter {
  const writers = new Map<RecordKind, RowWriter>()
  const writerOf = (kind: RecordKind): RowWriter => {
    const writer = writers.get(kind) ?? rowWriter(database, kind)
    writers.set(kind, writer)
    return writer
  }
  function step<T>(name: StorageStep, work: () => T): T {
    const result = database.transaction(() => {
      const done = work()
      onStep(name, 'before')
      return done
    })()
    onStep(name, 'after')
    return result
  }
  function empty(): void {
    dropIndexes(database)
    for (const table of Object.values(CACHE_TABLES)) database.exec(`DELETE FROM ${getTableName(table)}`)
    database.exec("DELETE FROM name; INSERT INTO name_grams(name_grams) VALUES ('delete-all')")
    forgetPosition(database)
  }
  const store = (position: SyncPosition): SyncPosition => {
    writePosition(database, position)
    return position
  }

  return {
    begin: (start, confirmedAt) =>
      step('snapshot-begin', () => {
        empty()
        const { epoch, scope, position, mark, kinds } = start
        const phase = kinds.length === 0 ? 'indexes' : 'rows'
        return store({
          epoch,
          scope,
          position,
          mark,
          phase,
          kinds,
          kindIndex: 0,
          afterKey: '',
          records: 0,
          confirmedAt,
        })
      }),
    clear: () => step('snapshot-begin', empty),
    snapshotPage: (position, page, confirmedAt) =>
      step('snapshot-page', () => {
        const kind = position.kinds[position.kindIndex]
        if (page.kind !== kind)
          throw new MalformedRow(page.kind, null, `a page of it where ${kind} was asked`)
        const writer = writerOf(kind)
        for (const row of page.rows) writer.put(row, page.columns)
        return store({ ...positionAfter(position, page), confirmedAt })
      }),
    *indexes(position) {
      yield* buildIndexes(database)
      return step('snapshot-indexes', () => store({ ...position, phase: 'complete' }))
    },
    feedPage: (position, page, confirmedAt) =>
      step('feed-page', () => {
        for (const [, kind, state] of page.changes) {
          if (typeof state === 'string') writerOf(kind).remove(state)
          else writerOf(kind).put(state, page.columns[kind] ?? [])
        }
        foldChanges(database)
        return store({ ...position, position: page.position, mark: page.mark, confirmedAt })
      }),
  }
}

/** Where a snapshot goes on after a page. */
export function positionAfter(position: SyncPosition, page: SnapshotRows): SyncPosition {
  const kindIndex = page.next === null ? position.kindIndex + 1 : position.kindIndex
  return {
    ...position,
    phase: kindIndex < position.kinds.length ? 'rows' : 'indexes',
    kindIndex,
    afterKey: page.next ?? '',
    records: position.records + page.rows.length,
  }
}
