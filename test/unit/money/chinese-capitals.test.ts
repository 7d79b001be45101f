import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import { parseYuan } from '#shared/money/yuan.ts'

const fenOf = (text: string) => parseYuan(text) ?? Number.NaN

describe('an amount in Chinese capitals', () => {
  // 支付结算办法, annex 1, rule 4, with every spelling it names.
  it.each([
    ['1,409.50', ['壹仟肆佰零玖元伍角']],
    ['6,007.14', ['陆仟零柒元壹角肆分']],
    ['1,680.32', ['壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分']],
    ['107,000.53', ['壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分']],
    ['16,409.02', ['壹万陆仟肆佰零玖元零贰分']],
    ['325.04', ['叁佰贰拾伍元零肆分']],
  ])('is spelt as the regulation has ￥%s', (amount, spellings) => {
    expect(spellings).toContain(chineseCapitals(fenOf(amount)))
  })

  it.each([
    ['0', '零元整'],
    ['1,005.00', '壹仟零伍元整'],
    ['5,000', '伍仟元整'],
    ['30,000', '叁万元整'],
    ['10', '壹拾元整'],
    ['0.30', '叁角'],
    ['0.03', '叁分'],
    ['0.35', '叁角伍分'],
    ['20.05', '贰拾元零伍分'],
    ['100,000,001', '壹亿零壹元整'],
    ['1,000,100,000', '壹拾亿零壹拾万元整'],
    ['1,000,000,000,000', '壹万亿元整'],
    ['90,071,992,547,409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    ['-50.00', '负伍拾元整'],
  ])('is %s yuan: %s', (amount, words) => {
    expect(chineseCapitals(fenOf(amount))).toBe(words)
  })

  it('read back is the amount', () => {
    const amounts = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      // Few digits that are not zero, far apart.
      fc
        .array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 4 })
        .map((places) => [...new Set(places)].reduce((sum, place) => sum + 10 ** place, 0))
        .filter(Number.isSafeInteger),
    )
    fc.assert(
      fc.property(amounts, (fen) => {
        const words = chineseCapitals(fen)
        expect(readCapitals(words)).toBe(fen)
        expect(words).not.toMatch(/零零|零[元角分拾佰仟万亿](?!整$)|亿亿|万万/)
      }),
      { numRuns: 2000 },
    )
  })

  it('is of whole fen only', () => {
    expect(() => chineseCapitals(0.5)).toThrow('whole number of fen')
    expect(() => chineseCapitals(2 ** 53)).toThrow('whole number of fen')
  })
})

/** Reads capitals the way people do: digit times unit, summed up in groups. */
function readCapitals(words: string): number {
  const small: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }
  const cents: Record<string, bigint> = { 角: 10n, 分: 1n }
  let sum = 0n
  let yi = 0n
  let group = 0n
  let wan = 0n
  let digit = 0n
  for (const sign of words.replace(/^负/, '').replace(/整$/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    if (value >= 0) digit = BigInt(value)
    else if (sign in small) {
      group += digit * (small[sign] ?? 0n)
      digit = 0n
    } else if (sign === '万') {
      wan = (group + digit) * 10_000n
      group = digit = 0n
    } else if (sign === '亿') {
      yi = (wan + group + digit) * 100_000_000n
      wan = group = digit = 0n
    } else if (sign === '元') {
      sum = (yi + wan + group + digit) * 100n
      digit = 0n
    } else {
      sum += digit * (cents[sign] ?? 0n)
      digit = 0n
    }
  }
  return Number(words.startsWith('负') ? -sum : sum)
}
