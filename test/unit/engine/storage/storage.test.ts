import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { CACHE_MIGRATIONS } from '#main/engine/storage/cache/migrations.ts'
import { openCache } from '#main/engine/storage/cache/open-cache.ts'
import { CACHE_TABLES, makeRecordTables } from '#main/engine/storage/cache/record-tables.ts'
import * as cacheSchema from '#main/engine/storage/cache/schema.ts'
import { openEncryptedFile } from '#main/engine/storage/encrypted-file.ts'
import { JOURNAL_MIGRATIONS } from '#main/engine/storage/journal/migrations.ts'
import { openJournal } from '#main/engine/storage/journal/open-journal.ts'
import * as journalSchema from '#main/engine/storage/journal/schema.ts'
import { type Migration, migrate, schemaVersion } from '#main/engine/storage/migrate.ts'
import {
  columnNames,
  RECORD_KIND_NAMES,
  RECORD_KINDS,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const KEY = new Uint8Array(32).fill(7)
const OTHER_KEY = new Uint8Array(32).fill(8)
const NOW = new Date('2026-03-02T01:00:00.000Z')

function columnsOf(database: Database.Database, table: string): string[] {
  return database
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .all(table)
    .map(({ name }) => name)
}

/** Filled for one connection, from what is in the file. */
const TEMPORARY: ReadonlySet<string> = new Set(['deposit_register', 'line_confidence', 'supervised_order'])

describe('migrations', () => {
  const steps: readonly Migration[] = [
    { name: 'one', sql: 'CREATE TABLE note (text TEXT NOT NULL)' },
    { name: 'two', sql: "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'unknown'" },
  ]

  it('keep the rows of the step before', () => {
    const database = new Database(':memory:')
    migrate(database, 'x.db', steps.slice(0, 1))
    database.exec("INSERT INTO note VALUES ('kept')")
    migrate(database, 'x.db', steps)
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept', author: 'unknown' }])
    expect(schemaVersion(database)).toBe(2)
  })

  it('leave a file as it was when a step fails', () => {
    const database = new Database(':memory:')
    const broken = { name: 'broken', sql: 'ALTER TABLE note ADD COLUMN more TEXT; SELECT nonsense' }
    expect(() => migrate(database, 'x.db', [...steps, broken])).toThrow(/nonsense/)
    expect(schemaVersion(database)).toBe(2)
    expect(columnsOf(database, 'note')).toEqual(['text', 'author'])
  })

  it.each([
    ['cache', CACHE_MIGRATIONS, cacheSchema],
    ['journal', JOURNAL_MIGRATIONS, journalSchema],
  ] as const)('of the %s lead to the tables its queries are typed by', (_, migrations, schema) => {
    const database = new Database(':memory:')
    for (let step = 1; step <= migrations.length; step++) migrate(database, 'x.db', migrations.slice(0, step))
    const tables = Object.values(schema).filter((value) => is(value, SQLiteTable))
    for (const table of tables) {
      const name = getTableName(table)
      if (TEMPORARY.has(name)) continue
      const typed = Object.values(getTableColumns(table)).map((column) => column.name)
      expect([name, ...columnsOf(database, name)]).toEqual([name, ...typed])
    }
  })

  it('take a copy of old to one that starts over and whose providers can be read', () => {
    const database = new Database(':memory:')
    migrate(database, 'cache.db', CACHE_MIGRATIONS.slice(0, 1))
    const { schema } = RECORD_KINDS.provider
    const provider = sampleProvider()
    const body = JSON.stringify({ ...provider, depositSettled: true })
    const { id, version, marketplace, name, kind, status, joinedOn, updatedAt } = provider
    database
      .prepare('INSERT INTO provider VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, version, marketplace, name, kind, status, joinedOn, updatedAt, body)
    database.exec("INSERT INTO sync_position VALUES (1, 'e', 's', 9, 'complete', '[]', 0, '', 1, '2026')")
    migrate(database, 'cache.db', CACHE_MIGRATIONS)
    const kept = database.prepare<[], { body: string }>('SELECT body FROM provider').get()
    expect(schema.parse(JSON.parse(kept?.body ?? ''))).toEqual(provider)
    expect(database.prepare('SELECT * FROM sync_position').all()).toEqual([])
  })

  it('make the cache tables hold what RECORD_KINDS lifts, in wire order', () => {
    for (const kind of RECORD_KIND_NAMES) {
      const columns = Object.keys(getTableColumns(CACHE_TABLES[kind]))
      expect(columns).toEqual(['id', 'version', ...columnNames(kind), 'body'])
    }
  })
})

describe('the tables of records', () => {
  const shapeOf = (database: Database.Database, table: string) =>
    database
      .prepare<[string], { name: string; type: string; notnull: 0 | 1 }>(
        'SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid',
      )
      .all(table)
  const position = (database: Database.Database) =>
    database.prepare<[], { position: number }>('SELECT position FROM sync_position').all()
  const POSITION =
    "INSERT INTO sync_position VALUES (1, 'e', 's', 9, 'complete', '[]', 0, '', 1, '2026', NULL)"

  it.each(RECORD_KIND_NAMES)('are in an opened cache what the sheet of the kind says: %s', (kind) => {
    const cache = openCache(join(temporaryFolder(), 'cache.db'), KEY, NOW)
    const { table, columns, decided } = RECORD_KINDS[kind]
    const stated = [
      { name: 'id', type: 'TEXT', notnull: 1 },
      { name: 'version', type: 'INTEGER', notnull: 1 },
      ...Object.entries(columns).map(([name, { type, nullable }]) => ({
        name,
        type: type.toUpperCase(),
        notnull: nullable ? 0 : 1,
      })),
      { name: 'body', type: 'TEXT', notnull: 1 },
    ]
    expect(shapeOf(cache.sql, table)).toEqual(stated)
    expect(shapeOf(cache.sql, `overlay_${table}`)).toEqual(decided ? stated : [])
    cache.close()
  })

  it('of a copy in protocol 3 are made anew, and it starts over; one that is as it should be stays as it is', () => {
    const path = join(temporaryFolder(), 'cache.db')
    const old = openEncryptedFile({ path, key: KEY, synchronous: 'NORMAL', migrations: CACHE_MIGRATIONS })
    expect(columnsOf(old, 'bank_line')).toContain('said')
    old.exec(POSITION)
    old.close()
    const first = openCache(path, KEY, NOW)
    expect(columnsOf(first.sql, 'bank_line')).toEqual(['id', 'version', ...columnNames('bankLine'), 'body'])
    expect(position(first.sql)).toEqual([])
    first.sql.exec(POSITION)
    first.close()
    const again = openCache(path, KEY, NOW)
    expect(position(again.sql)).toEqual([{ position: 9 }])
    again.close()
  })

  it.each([
    ['a column of another type', 'TEXT', 'TEXT NOT NULL'],
    ['a column that may be empty', 'INTEGER', 'TEXT'],
  ])('are made anew where they have %s', (_, version, name) => {
    const database = new Database(':memory:')
    migrate(database, 'x.db', CACHE_MIGRATIONS)
    makeRecordTables(database)
    const stated = shapeOf(database, 'operator')
    database.exec(`DROP TABLE operator; ${POSITION};
      CREATE TABLE operator (id TEXT PRIMARY KEY NOT NULL, version ${version} NOT NULL, name ${name},
        active INTEGER NOT NULL, body TEXT NOT NULL)`)
    makeRecordTables(database)
    expect(shapeOf(database, 'operator')).toEqual(stated)
    expect(position(database)).toEqual([])
  })
})

describe('files', () => {
  it('are not readable without the key', () => {
    const path = join(temporaryFolder(), 'journal.db')
    openJournal(path, KEY).close()
    const plain = new Database(path)
    expect(() => plain.prepare('SELECT * FROM sqlite_schema').all()).toThrow(/not a database/)
    plain.close()
  })

  it.each(['cache', 'journal'])('from the future are refused: the %s', (which) => {
    const path = join(temporaryFolder(), `${which}.db`)
    const spec = { path, key: KEY, synchronous: 'NORMAL', migrations: [] } as const
    const database = openEncryptedFile(spec)
    database.pragma('user_version = 999')
    database.close()
    const open = () => (which === 'cache' ? openCache(path, KEY, NOW) : openJournal(path, KEY))
    expect(open).toThrow(expect.objectContaining({ name: 'StorageError', code: 'from-future' }))
    expect(open).toThrow(/newer Marketdesk/)
  })

  it('a damaged cache is set aside and replaced', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'cache.db')
    writeFileSync(path, Buffer.alloc(8192, 1))
    openCache(path, KEY, NOW).close()
    const aside = readdirSync(folder).filter((name) => name.includes('damaged'))
    expect(aside).toEqual(['cache.db.damaged-2026-03-02T01-00-00-000Z'])
  })

  it('a damaged journal, or one of another key, is never replaced', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'journal.db')
    openJournal(path, KEY).close()
    expect(() => openJournal(path, OTHER_KEY)).toThrow(
      expect.objectContaining({ code: 'journal-unreadable' }),
    )
    expect(() => openJournal(path, OTHER_KEY)).toThrow(/Restore the file/)
    expect(readdirSync(folder)).toEqual(['journal.db'])
    openJournal(path, KEY).close()
  })

  it('a journal with one damaged page says so when it is opened, not in the middle of a decision', () => {
    const path = join(temporaryFolder(), 'journal.db')
    const journal = openJournal(path, KEY)
    const put = journal.sql.prepare('INSERT INTO preference VALUES (?, ?)')
    for (let at = 0; at < 200; at += 1) put.run(`key-${at}`, JSON.stringify('v'.repeat(200)))
    const pages = Number(journal.sql.pragma('page_count', { simple: true }))
    journal.close()
    damagePage(path, pages - 1)
    expect(() => openJournal(path, KEY)).toThrow(expect.objectContaining({ code: 'journal-unreadable' }))
  })
})

/** As a failing disk leaves it: 64 bytes of a page, counted from 0, are others. */
function damagePage(path: string, page: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(64, 1), 0, 64, page * 8192 + 4096)
  closeSync(file)
}
