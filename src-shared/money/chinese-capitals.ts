import { assert } from '../base/assert.ts'
import type { Fen } from './fen.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
/** Units inside a group of four digits, from its last. */
const SMALL_UNITS = ['', '拾', '佰', '仟'] as const

/**
 * An amount in Chinese capitals 人民币大写, as receipts and cheques have it: `壹仟肆佰零玖元伍角`, without the word
 * 人民币 before it. Of the spellings that 支付结算办法 (annex 1, rule 4) leaves open it takes one: a zero between
 * digits of the yuan is written once, none is written before the jiao, and 整 stands after yuan only. Negative: 负.
 *
 * @param fen any whole number of fen, up to 90 trillion yuan.
 */
export function chineseCapitals(fen: Fen): string {
  assert(Number.isSafeInteger(fen), 'an amount is a whole number of fen')
  const magnitude = Math.abs(fen)
  return (fen < 0 ? '负' : '') + yuanWords(Math.floor(magnitude / 100), magnitude % 100)
}

function yuanWords(yuan: number, cents: number): string {
  if (yuan === 0 && cents === 0) return '零元整'
  const whole = yuan === 0 ? '' : `${integerWords(String(yuan))}元`
  if (cents === 0) return `${whole}整`
  const jiao = Math.floor(cents / 10)
  const fen = cents % 10
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao]}角`
  return whole + tenths + (fen === 0 ? '' : `${DIGITS[fen]}分`)
}

function integerWords(digits: string): string {
  let words = ''
  let zeroOwed = false
  let groupHasDigit = false
  for (const [index, digit] of [...digits].entries()) {
    const place = digits.length - 1 - index
    if (digit === '0') zeroOwed = true
    else {
      words += (zeroOwed ? '零' : '') + DIGITS[Number(digit)] + SMALL_UNITS[place % 4]
      zeroOwed = false
      groupHasDigit = true
    }
    if (place % 4 !== 0) continue
    // 亿 also ends the groups before it: 壹万亿.
    if (place === 8) words += '亿'
    else if (place > 0 && groupHasDigit) words += '万'
    groupHasDigit = false
  }
  return words
}
