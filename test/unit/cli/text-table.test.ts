import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, wrapToWidth } from '#main/cli/display-width.ts'
import { textTable } from '#main/cli/text-table.ts'

const texts = fc.string({ unit: fc.constantFrom('a', '中', ' ', '，', '1', '（'), maxLength: 200 })

describe('tables in a terminal', () => {
  it('Chinese symbols and full-width marks take two cells', () => {
    expect([displayWidth('abc'), displayWidth('云市场'), displayWidth('（1）'), displayWidth('é')]).toEqual([
      3, 6, 5, 1,
    ])
  })

  it('columns with wide symbols stand under each other', () => {
    expect(
      textTable(
        ['结论', 'rule', '内容'],
        [
          ['通过', 'staff', '9 人'],
          ['不通过', 'x', ''],
        ],
        60,
      ),
    ).toBe(['结论    rule   内容', '通过    staff  9 人', '不通过  x'].join('\n'))
  })

  it('the last column is wrapped and keeps its place', () => {
    expect(textTable(['a', 'b'], [['1', '营业执照满二年注册资金一百万']], 23)).toBe(
      ['a  b', '1  营业执照满二年注册资', '   金一百万'].join('\n'),
    )
  })

  it('wrapped lines fit, and lose nothing but blanks', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 80 }), (text, width) => {
        const lines = wrapToWidth(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
