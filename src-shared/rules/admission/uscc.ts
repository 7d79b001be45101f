import { normaliseCode } from './code-text.ts'

/** The 31 symbols of GB 32100-2015: no I, O, S, V, Z. */
const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/

/** Whether a text has the shape of a unified social credit code 统一社会信用代码. */
export function hasUsccShape(text: string): boolean {
  return SHAPE.test(normaliseCode(text))
}

/** Whether a text is a unified social credit code (GB 32100-2015) with a right check symbol. */
export function isUscc(text: string): boolean {
  const code = normaliseCode(text)
  if (!SHAPE.test(code)) return false
  let sum = 0
  let weight = 1
  for (const symbol of code.slice(0, 17)) {
    sum += SYMBOLS.indexOf(symbol) * weight
    weight = (weight * 3) % 31
  }
  // A remainder of 0 gives 31, which is written 0: such codes are valid.
  return SYMBOLS[(31 - (sum % 31)) % 31] === code[17]
}
