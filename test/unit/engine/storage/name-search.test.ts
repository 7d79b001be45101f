import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndexes, dropIndexes, INDEX_STATEMENTS } from '#main/engine/storage/cache/indexes.ts'
import { matchNames } from '#main/engine/storage/cache/name-search.ts'
import { searchText } from '#main/engine/storage/cache/search-text.ts'
import { foldName } from '#shared/base/fold-name.ts'
import { namesUnderTest } from './names-under-test.ts'

function cacheOf(names: readonly string[]) {
  const { database, add, found } = namesUnderTest(names)
  return {
    database,
    add,
    found: (text: string): string[] => {
      const match = matchNames(text)
      return match === null ? [] : found(match)
    },
  }
}

describe('search by name', () => {
  it.each(['云', '云时', '云时代', '时代（上海）', '上海）', 'ＫＳＥ', 'kse-edge', 'e 运', '𠮷'])(
    'finds %s',
    (text) => {
      const name = '云时代（上海）KSE-Edge 运行时𠮷'
      expect(cacheOf([name, '深圳']).found(text)).toEqual([name])
    },
  )

  it('finds by a bracket alone, however it is written, and by other signs', () => {
    const { found } = cacheOf(['云栈（上海）', '数澜[北京]', 'A&B', '深圳'])
    expect(found('（')).toEqual(['云栈（上海）', '数澜[北京]'])
    expect(found('】')).toEqual(['云栈（上海）', '数澜[北京]'])
    expect(found('()')).toEqual([])
    expect(found('&')).toEqual(['A&B'])
  })

  it('finds exactly the names that contain the text', () => {
    const letter = fc.constantFrom('云', '时', '代', 'a', 'B', '1', ' ', '-', '（')
    const text = fc.string({ unit: letter, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 12 }), text, (names, wanted) => {
        const search = searchText(wanted)
        const signs = foldName(wanted)
        const expected = names.filter((name) =>
          search === '' ? signs !== '' && foldName(name).includes(signs) : searchText(name).includes(search),
        )
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

  it('has nothing to search by in blanks', () => {
    expect(matchNames(' \u3000')).toBeNull()
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
