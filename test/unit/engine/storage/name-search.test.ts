import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndexes, dropIndexes, INDEX_STATEMENTS } from '#main/engine/storage/cache/indexes.ts'
import { CACHE_MIGRATIONS } from '#main/engine/storage/cache/migrations.ts'
import { matchNames } from '#main/engine/storage/cache/name-search.ts'
import { registerReadingKey } from '#main/engine/storage/cache/reading-key.ts'
import { makeRecordTables } from '#main/engine/storage/cache/record-tables.ts'
import { registerSearchFunctions, searchText } from '#main/engine/storage/cache/search-text.ts'
import { migrate } from '#main/engine/storage/migrate.ts'

function cacheOf(names: readonly string[]) {
  const database = new Database(':memory:')
  registerSearchFunctions(database)
  registerReadingKey(database)
  migrate(database, 'x.db', CACHE_MIGRATIONS)
  makeRecordTables(database)
  const put = database.prepare(
    `INSERT INTO provider (id, version, marketplace, name, kind, status, joinedOn, updatedAt, body)
     VALUES (?, 1, 'm', ?, 'enterprise', 'active', NULL, '', '{}')
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  )
  const add = (name: string, id: string) => put.run(id, name)
  for (const [index, name] of names.entries()) add(name, String(index))
  for (const _ of buildIndexes(database));
  const found = (text: string): string[] => {
    const match = matchNames(text)
    if (match === null) return []
    return database
      .prepare<string[], { name: string }>(
        `SELECT name FROM provider WHERE name IN ${match.sql} ORDER BY name`,
      )
      .all(...match.parameters)
      .map(({ name }) => name)
  }
  return { database, add, found }
}

describe('search by name', () => {
  it.each(['云', '云时', '云时代', '时代（上海）', '上海）', 'ＫＳＥ', 'kse-edge', 'e 运', '𠮷'])(
    'finds %s',
    (text) => {
      const name = '云时代（上海）KSE-Edge 运行时𠮷'
      expect(cacheOf([name, '深圳']).found(text)).toEqual([name])
    },
  )

  it('finds exactly the names that contain the text', () => {
    const letter = fc.constantFrom('云', '时', '代', 'a', 'B', '1', ' ', '-', '（')
    const text = fc.string({ unit: letter, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 12 }), text, (names, wanted) => {
        const search = searchText(wanted)
        const expected = search === '' ? [] : names.filter((name) => searchText(name).includes(search))
        const { found, database } = cacheOf(names)
        const order = database.prepare<[string], { value: string }>(
          'SELECT value FROM json_each(?) ORDER BY value',
        )
        expect(found(wanted)).toEqual(order.all(JSON.stringify(expected)).map(({ value }) => value))
      }),
      { numRuns: 100 },
    )
  })

  it('follows new names and changed ones', () => {
    const { add, found } = cacheOf(['云栈'])
    add('数据湖', 'new')
    add('云帆', '0')
    expect(found('数据')).toEqual(['数据湖'])
    expect(found('云帆')).toEqual(['云帆'])
    expect(found('云栈')).toEqual([])
  })

  it('has nothing to search by in a text without letters', () => {
    expect(matchNames(' （-）')).toBeNull()
  })
})

describe('indexes', () => {
  it('are taken away and made again as a whole', () => {
    const { database, found } = cacheOf(['云栈'])
    const count = () =>
      database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'by\\_%' ESCAPE '\\'").get()
    expect(count()).toEqual({ n: INDEX_STATEMENTS.length })
    dropIndexes(database)
    expect(count()).toEqual({ n: 0 })
    for (const _ of buildIndexes(database));
    for (const _ of buildIndexes(database));
    expect(count()).toEqual({ n: INDEX_STATEMENTS.length })
    expect(found('云')).toEqual(['云栈'])
  })
})
