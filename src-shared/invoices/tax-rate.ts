import { foldForms } from '../base/fold-writing.ts'
import type { Fen } from '../money/fen.ts'

/** What stands in the place of a rate where there is no tax. */
const UNTAXED = ['免税', '不征税'] as const
/** The highest rate there ever was is 17 %: a bare number below this is a share, `0.06`, and else a per cent, `6`. */
const LEAST_PER_CENT = 0.2

/** A rate as invoices write it (`0.06`, `6%`, `0.130000`, `免税`) as per cent without its sign; null where there is none. */
export function readTaxRate(text: string): string | null {
  const plain = foldForms(text).replaceAll(/\s/g, '')
  const untaxed = UNTAXED.find((word) => plain.includes(word))
  if (untaxed !== undefined) return untaxed
  const found = /^(\d{1,3})(?:\.(\d{1,8}))?(%?)$/.exec(plain)
  if (found === null) return null
  const [, whole = '', decimals = '', sign] = found
  const isShare = sign === '' && Number(`${whole}.${decimals}`) < LEAST_PER_CENT
  // A share is moved by two places, digit by digit.
  const moved = isShare ? `${whole}${decimals.padEnd(2, '0')}` : `${whole}${decimals}`
  const places = isShare ? Math.max(0, decimals.length - 2) : decimals.length
  const digits = moved.padStart(places + 1, '0')
  const point = digits.length - places
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const fraction = digits.slice(point).replace(/0+$/, '')
  return fraction === '' ? integer : `${integer}.${fraction}`
}

/** Whether lines of this rate carry no tax. */
export function isUntaxed(rate: string | null): boolean {
  return rate === '0' || UNTAXED.some((word) => word === rate)
}

/** What an invoice without tax writes in the place of the amount: `***`, a dash, nothing. */
export function isNoTax(text: string): boolean {
  return /^[*＊\-—–]*$/u.test(text.trim())
}

/** The tax of an amount that states none: nothing where no rate is taxed, null where one may be. */
export function taxUnstated(rates: readonly (string | null)[]): Fen | null {
  return rates.length > 0 && rates.every(isUntaxed) ? 0 : null
}
