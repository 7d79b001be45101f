import { foldText } from '../base/fold-name.ts'
import type { Fen } from '../money/fen.ts'

const NAMES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  '156': 'CNY',
  美元: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  日圆: 'JPY',
  英镑: 'GBP',
  新台币: 'TWD',
  台币: 'TWD',
}

/** Currencies without a smaller unit, and with one of thousandths, by ISO 4217. */
const WITHOUT_DECIMALS = /^(?:BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/
const WITH_THREE_DECIMALS = /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/

/** Units of a currency's smallest coin in hundredths, as amounts are kept; null where they have no whole number of them. */
export function hundredths(units: number, currency: string): Fen | null {
  const amount = WITHOUT_DECIMALS.test(currency)
    ? units * 100
    : WITH_THREE_DECIMALS.test(currency)
      ? units / 10
      : units
  return Number.isSafeInteger(amount) ? amount : null
}

/** A currency as ISO 4217; null where the text names none we know. */
export function readCurrency(text: string): string | null {
  if (text === '') return null
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  if (/^[A-Za-z]{3}$/.test(folded) && folded.toLowerCase() !== 'rmb') return folded.toUpperCase()
  return NAMES[foldText(folded)] ?? null
}
