import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingKey, registerReadingKey } from '#main/engine/storage/cache/reading-key.ts'
import { READING_ORDER } from '#main/engine/storage/cache/reading-order.ts'
import { READINGS_BY_WORD } from '#main/engine/storage/cache/readings-by-word.ts'

/** As SQLite compares texts: byte by byte of their UTF-8. */
function order(a: string, b: string): number {
  return Buffer.compare(Buffer.from(readingKey(a)), Buffer.from(readingKey(b)))
}
function sorted(names: readonly string[]): string[] {
  return [...names].sort(order)
}

describe('names by reading', () => {
  it('stand as a Chinese reader looks for them', () => {
    const names = [
      '安徽',
      '北京',
      '长安',
      '长沙',
      '重庆',
      '广东',
      '乐山',
      '厦门',
      '上海',
      '乐清',
      '长子',
      '重工',
    ]
    expect(sorted(names)).toEqual([
      ...['安徽', '北京', '长安', '长沙', '重庆', '广东', '乐山', '上海', '厦门', '乐清', '长子', '重工'],
    ])
  })

  it('read places by their own reading: 涡阳 Guō, 浚县 Xùn, 洪洞 Tóng, 番禺 Pān, 蔚县 Yù', () => {
    expect(sorted(['广西', '涡阳', '哈尔滨'])).toEqual(['广西', '涡阳', '哈尔滨'])
    expect(sorted(['徐州', '浚县', '烟台'])).toEqual(['徐州', '浚县', '烟台'])
    expect(sorted(['洪洞', '洪湖', '洪雅'])).toEqual(['洪湖', '洪洞', '洪雅'])
    expect(sorted(['欧亚', '番禺', '青岛'])).toEqual(['欧亚', '番禺', '青岛'])
    expect(sorted(['永州', '蔚县', '云南'])).toEqual(['永州', '蔚县', '云南'])
  })

  it('have digits and Latin letters first, in one case and one width', () => {
    expect(sorted(['阿里', 'b站', '３号', 'Ａ厂', 'Zoom', 'a片', '360'])).toEqual([
      ...['360', '３号', 'Ａ厂', 'a片', 'b站', 'Zoom', '阿里'],
    ])
  })

  it('begin with the shorter one, and are told apart where they read alike', () => {
    expect(sorted(['云栈科技', '云栈', 'ABC', 'abc', 'Abc'])).toEqual([
      'abc',
      'ABC',
      'Abc',
      '云栈',
      '云栈科技',
    ])
  })

  it('keep characters of other scripts and rare ones behind the ideographs', () => {
    expect(sorted(['가나', '𬭎金', '祚'])).toEqual(['祚', '가나', '𬭎金'])
  })

  it('differ in their keys where they differ, and are ordered in one way only', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(order(a, b) === 0).toBe(a === b)
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('are compared by SQLite as here', () => {
    const database = new Database(':memory:')
    registerReadingKey(database)
    database.exec('CREATE TABLE t (name TEXT)')
    const names = ['重庆', '𬭎金', 'ABC', '长安', '가나', '安徽', 'abc', '崇明']
    const insert = database.prepare('INSERT INTO t VALUES (?)')
    for (const name of names) insert.run(name)
    const found = database.prepare<[], string>('SELECT name FROM t ORDER BY reading_key(name)').pluck().all()
    database.close()
    expect(found).toEqual(sorted(names))
  })

  it('have keys that fit into a cursor', () => {
    for (const long of ['ﷺ'.repeat(200), '重庆'.repeat(100), '𬭎'.repeat(100), '가'.repeat(200)])
      expect(JSON.stringify([readingKey(long), 'x'.repeat(26)]).length).toBeLessThan(1000)
  })
})

it('the order names every ideograph of its two blocks once', () => {
  const points = new Set([...READING_ORDER].map((character) => character.codePointAt(0) ?? 0))
  const inBlocks = (point: number) =>
    (point >= 0x3400 && point <= 0x4dbf) || (point >= 0x4e00 && point <= 0x9fff)
  expect([...points].every(inBlocks)).toBe(true)
  expect([points.size, READING_ORDER.length]).toEqual([27_584, 27_584])
})

it('a word of its own reading holds the character that is read otherwise, and names a reading the order knows', () => {
  for (const { as, at, words } of READINGS_BY_WORD) {
    expect(new Set(words.map((word) => [...word][at])).size, words.join()).toBeGreaterThan(0)
    for (const word of words) expect([...word][at], word).toBeDefined()
    if (as !== null) expect(READING_ORDER).toContain(as)
  }
})
