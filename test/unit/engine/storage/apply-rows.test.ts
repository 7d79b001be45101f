import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MalformedRow, rowWriter } from '#main/engine/storage/cache/apply-rows.ts'
import { CACHE_MIGRATIONS } from '#main/engine/storage/cache/migrations.ts'
import { readConfirmed, readVersion } from '#main/engine/storage/cache/read-confirmed.ts'
import { makeRecordTables } from '#main/engine/storage/cache/record-tables.ts'
import { migrate } from '#main/engine/storage/migrate.ts'
import { columnNames, wireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { sampleOperator } from '#test/integration/platform/sample-records.ts'

const COLUMNS = columnNames('operator')
const ROW = wireRow('operator', sampleOperator())

function writer() {
  const database = new Database(':memory:')
  migrate(database, 'x.db', CACHE_MIGRATIONS)
  makeRecordTables(database)
  return { database, ...rowWriter(database, 'operator') }
}

describe('a row from the platform', () => {
  it('replaces the one of its id', () => {
    const { put, remove, database } = writer()
    put(ROW, COLUMNS)
    put(wireRow('operator', sampleOperator({ version: 2, name: '新名' })), COLUMNS)
    expect(readConfirmed(database, 'operator', 'op-1')?.name).toBe('新名')
    expect(readVersion(database, 'operator', 'op-1')).toBe(2)
    remove('op-1')
    expect(readConfirmed(database, 'operator', 'op-1')).toBeNull()
  })

  it('is read by the names of its columns where a newer platform sends more of them', () => {
    const { put, database } = writer()
    const [id, version, name, active, body] = ROW
    put([id, version, 'x', active ?? 0, name ?? '', body ?? ''], ['team', 'active', 'name'])
    expect(database.prepare('SELECT name, active FROM operator').get()).toEqual({ name: '周敏', active: 1 })
  })

  it.each([
    ['a value of another type', ROW.with(1, 'one'), COLUMNS, 'version is string'],
    ['null where there must be a value', ROW.with(2, null), COLUMNS, 'name is null'],
    ['too few values', ROW.slice(0, 4), COLUMNS, '4 values'],
    ['a column missing', ROW.slice(0, 4), ['name'], 'no column active'],
  ])('is refused with its place: %s', (_, row, columns, problem) => {
    const { put } = writer()
    expect(() => put(row, columns)).toThrow(new MalformedRow('operator', 'op-1', problem))
  })
})
