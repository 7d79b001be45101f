import type { Fen } from '../../money/fen.ts'
import { readAmount, readEuropeanAmount } from '../amount.ts'
import type { Layout } from './layout.ts'

/** Reads the amounts of one table; null where a text is none. */
export type AmountReader = (text: string) => Fen | 'amount-ambiguous' | null

/** `3.000`: three thousand where the point groups, three where it is the decimal sign. */
const AMBIGUOUS = /^[+-]?\d{1,3}(?:\.\d{3})+$/
/** `1.488,69`, `1.234.567`: here the point groups. */
const GROUPS = /\d\.\d{3}(?:\.|,\d{1,2}$)/
/** `12.5`, `1234.500`, `1,234.500`: here it does not. */
const IS_DECIMAL = /^[^.]*\.(?:\d{1,2}|\d{4,})$|\d{4}\.\d+$|,\d{3}\.\d+$/

/**
 * A reader for one table. What its point means is looked up among all its amounts, once, where a text leaves it open:
 * without another row that tells, and against one that says it groups, the text is ambiguous.
 */
export function amountReader({ decimalSign }: Layout, amountsOf: () => Iterable<string>): AmountReader {
  if (decimalSign === ',') return readEuropeanAmount
  let isDecimal: boolean | null = decimalSign === '.' ? true : null
  return (text) => {
    if (!AMBIGUOUS.test(text)) return readAmount(text)
    isDecimal ??= pointIsDecimal(amountsOf())
    return isDecimal ? readAmount(text) : 'amount-ambiguous'
  }
}

function pointIsDecimal(amounts: Iterable<string>): boolean {
  let isDecimal = false
  for (const text of amounts) {
    if (GROUPS.test(text)) return false
    isDecimal ||= IS_DECIMAL.test(text)
  }
  return isDecimal
}
