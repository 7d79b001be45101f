import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReading, readName, typedPinyin } from '#main/engine/storage/cache/name-readings.ts'
import { matchReadings } from '#main/engine/storage/cache/name-search.ts'
import { READINGS } from '#main/engine/storage/cache/readings.ts'
import { type NamesUnderTest, namesUnderTest } from './names-under-test.ts'

function found(names: NamesUnderTest, text: string): string[] {
  const match = matchReadings(text)
  return match === null ? [] : names.found(match)
}

const isRead = (name: string, text: string) => findReading(readName(name), typedPinyin(text) ?? '') !== null

describe('pinyin', () => {
  it.each([
    ['重庆云栈', ['chongqing', 'zhongqing', 'cq', 'zq', 'chong qing', "chong'qing", 'CQ', 'qyz', 'yunzhan']],
    ['单县', ['shanxian', 'danxian', 'sx', 'dx']],
    ['乐清市涡阳', ['yueqing', 'leqing', 'guoyang', 'woyang', 'gy']],
    ['洪洞歙县', ['hongtong', 'shexian', 'dongxi']],
    ['吕梁', ['lvliang', 'lüliang', 'll']],
    ['重慶（雲）', ['chongqingyun', 'qy']],
    ['⻓城', ['changcheng', 'zc']],
  ])('finds %s under every reading', (name, texts) => {
    const names = namesUnderTest([name, '深'])
    for (const text of texts) expect([text, found(names, text)]).toEqual([text, [name]])
  })

  it('has the last syllable cut anywhere, and no other', () => {
    for (const text of ['c', 'ch', 'cho', 'chong', 'chongq', 'chongqin', 'q', 'qi']) {
      expect([text, isRead('重庆', text)]).toEqual([text, true])
    }
    for (const text of ['choqing', 'hongqing', 'ongq', 'chongqingx', 'ing']) {
      expect([text, isRead('重庆', text)]).toEqual([text, false])
    }
  })

  it('is whole syllables or initials, never both, without a gap', () => {
    for (const text of ['cqing', 'chqing', 'chongqy', 'cy', 'chongyun', 'qyunz']) {
      expect([text, isRead('重庆云栈', text)]).toEqual([text, false])
    }
  })

  it('does not go over letters and digits, nor find them', () => {
    expect(isRead('云A栈', 'yunzhan')).toBe(false)
    expect(isRead('云3栈', 'yz')).toBe(false)
    expect(isRead('kse云', 'kse')).toBe(false)
  })

  it('is nothing but letters', () => {
    for (const text of ['', ' ', '云', 'yun1', '重qing', 'é']) expect(matchReadings(text)).toBeNull()
  })

  it('finds exactly the names that are read so, tried one by one', () => {
    const readings = new Map<string, string[]>()
    for (const [, syllable = '', characters = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
      for (const each of characters) readings.set(each, [...(readings.get(each) ?? []), syllable])
    }
    const characters = [...'重庆单县乐长行西安先嗯昂案']
    /** All that is typed for characters of a name from one on, as syllables and as initials. */
    function said(name: string): string[] {
      const all: string[] = []
      const letters = [...name].filter((each) => each !== '（')
      for (let from = 0; from < letters.length; from++) {
        let syllables = ['']
        let initials = ['']
        for (const letter of letters.slice(from)) {
          const ways = readings.get(letter)
          if (ways === undefined) break
          for (const way of ways) {
            const cut = Array.from({ length: way.length }, (_, length) => way.slice(0, length + 1))
            all.push(...syllables.flatMap((before) => cut.map((end) => before + end)))
          }
          syllables = syllables.flatMap((before) => ways.map((way) => before + way))
          initials = initials.flatMap((before) => ways.map((way) => before + way.charAt(0)))
          all.push(...initials)
        }
      }
      return all
    }
    const name = fc.string({
      unit: fc.constantFrom(...characters, '（', 'a', '1'),
      minLength: 1,
      maxLength: 5,
    })
    const typed = fc.oneof(
      name.chain((one) => fc.constantFrom(...[...new Set(said(one)), 'x'])),
      fc.string({ unit: fc.constantFrom(...'anxigchoq'), minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 10 }), typed, (names, text) => {
        const expected = names.filter((each) => said(each).includes(text))
        expect(found(namesUnderTest(names), text).sort()).toEqual(expected.sort())
      }),
      { numRuns: 150 },
    )
    // Against hanging: a fresh database a run.
  }, 120_000)

  it('is looked for within bounds, however many ways there are to read it', () => {
    const names = namesUnderTest(['安安安安安安安安安安安安安安安安', '安'])
    expect(found(names, 'an'.repeat(16))).toEqual(['安安安安安安安安安安安安安安安安'])
    expect(found(names, 'angang'.repeat(16))).toEqual([])
    expect(matchReadings('xian'.repeat(25))?.parameters[0]?.length).toBeLessThan(100_000)
  })
})
