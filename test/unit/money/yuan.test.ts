import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'

describe('amounts in yuan', () => {
  it.each([
    ['¥12,345.67', 1_234_567],
    ['￥500000', 50_000_000],
    ['0.1', 10],
    ['0.29', 29],
    ['1.15', 115],
    ['-0.05', -5],
    ['-0', 0],
    [' 1,000,000.00 ', 100_000_000],
  ])('%s is %i fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each([
    '',
    '-',
    '1.234',
    '1,23',
    '12,34.00',
    '1e5',
    'NaN',
    '1.',
    '.5',
    '99999999999999.99',
    '五百',
    '1 000',
  ])('%j is no amount', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [-5, '-¥0.05'],
    [100_000, '¥1,000.00'],
    [1_234_567, '¥12,345.67'],
    [-123_456_789, '-¥1,234,567.89'],
  ])('%i fen are written %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })

  it('what is written is read back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const minusFirst = formatYuan(fen)
        expect(parseYuan(minusFirst)).toBe(fen)
      }),
    )
  })
})
