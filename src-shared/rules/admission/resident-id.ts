import { plainDateSchema } from '../../calendar/plain-date.ts'
import { normaliseCode } from './code-text.ts'

const SHAPE = /^[1-9]\d{16}[\dX]$/
/** By the sum of the first 17 figures modulo 11 (ISO 7064 MOD 11-2). */
const CHECK_SYMBOLS = '10X98765432'

/** Whether a text is a resident identity number (公民身份号码, GB 11643-1999): a real birthday, a right check symbol. */
export function isResidentId(text: string): boolean {
  const id = normaliseCode(text)
  if (!SHAPE.test(id)) return false
  const birthday = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!plainDateSchema.safeParse(birthday).success) return false
  const sum = [...id.slice(0, 17)].reduce((total, figure, index) => {
    return total + Number(figure) * (2 ** (17 - index) % 11)
  }, 0)
  return CHECK_SYMBOLS[sum % 11] === id[17]
}
