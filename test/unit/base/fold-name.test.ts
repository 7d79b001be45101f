import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldAll, foldName, foldNameAsWritten, foldText } from '#shared/base/fold-name.ts'
import { foldForms, foldWriting, unifyIdeographs } from '#shared/base/fold-writing.ts'

const RADICALS = Array.from({ length: 0x2fd5 - 0x2e80 + 1 }, (_, at) => String.fromCodePoint(0x2e80 + at))
/** No character, and the one radical that Unicode says is like no ideograph. */
const LIKE_NOTHING = ['\u2e80', '\u2e9a', ...RADICALS.slice(0x2ef4 - 0x2e80, 0x2f00 - 0x2e80)]

describe('one writing of a name', () => {
  it('has no radical as a PDF gives it', () => {
    const left = RADICALS.filter((radical) => foldWriting(radical) === radical)
    expect(left).toEqual(LIKE_NOTHING)
    expect(foldNameAsWritten('⻓沙⻋⼈⼯智能')).toBe('长沙车人工智能')
    expect(unifyIdeographs('⻢（⼭东）')).toBe('马（山东）')
  })

  it.each([
    ['北京云栈（上海）', '北京云栈(上海)'],
    ['北京云栈【上海】', '北京云栈(上海)'],
    ['北京云栈『上海』', '北京云栈(上海)'],
    ['北京云栈〖上海〗', '北京云栈(上海)'],
    ['北京云栈︵上海︶', '北京云栈(上海)'],
    ['ＫＳＥ－Ｅｄｇｅ　云', 'kse-edge 云'],
    ['云\u200b栈\ufeff科\u00ad技\u{e0100}', '云栈科技'],
    ['阿依•古丽', '阿依·古丽'],
    ['阿依・古丽', '阿依·古丽'],
    ['二○二六', '二〇二六'],
    ['\uf9d1合', '六合'],
    ['㈱云栈', '(株)云栈'],
  ])('%s is written %s', (given, written) => {
    expect(foldWriting(given)).toBe(written)
  })

  it('is folded once and for all, and each fold is the one it is said to be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForms(foldForms(text))).toBe(foldForms(text))
        expect(foldAll(text)).toEqual({
          text: foldText(text),
          name: foldName(text),
          written: foldNameAsWritten(text),
        })
      }),
    )
  })
})

describe('a name is found by every reading of its characters', () => {
  it.each([
    ['鉅', ['钜', '巨']],
    ['鍾', ['锺', '钟', '鐘']],
    ['餘', ['余', '馀']],
    ['甯', ['宁', '寧']],
    ['祇', ['只', '隻']],
    ['乾', ['干', '乾', '幹']],
    ['發', ['发', '髮']],
    ['昇', ['升', '陞']],
    ['龢', ['和']],
    ['峯', ['峰']],
  ])('%s', (character, readings) => {
    for (const reading of readings) {
      expect(foldName(`上海${character}丰`)).toBe(foldName(`上海${reading}丰`))
      // Found, but not the same writing: this alone proves nothing.
      if (reading !== character) expect(foldNameAsWritten(character)).not.toBe(foldNameAsWritten(reading))
    }
  })

  it('beyond the first plane too', () => {
    expect(foldName('\u{28c4f}丰')).toBe(foldName('鎝丰'))
    expect(foldName('𠮷祥')).toBe('𠮷祥')
  })

  it('the words of the business stay as they are written', () => {
    const words =
      '股份有限责任公司集团合伙企业普通入驻缴纳付交支转账汇款保证金退回冲正销抹撤结息利手续费工本管理划归集下拨调内部北京上海科技信息软件网络云数据'
    expect(foldName(words)).toBe(words)
  })
})
