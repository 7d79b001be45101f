import { plainYuan } from '#renderer/format/quantity.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** An amount of a statement, in the currency it names; hundredths. Where it names none, it is CNY. */
export function moneyText(amount: Fen, currency: string | null): string {
  return currency === null || currency === 'CNY' ? formatYuan(amount) : `${currency} ${plainYuan(amount)}`
}
