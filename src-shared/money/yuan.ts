import type { Fen } from './fen.ts'
import { fenSchema } from './fen.ts'

const AMOUNT = /^(-)?[¥￥]?(\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.(\d{1,2}))?$/u

/**
 * Reads an amount in yuan (`500000`, `¥12,345.67`, `-0.5`) as fen, digit by digit and never through a float.
 * Null where the text is no amount, has more than two decimals, or exceeds what fen can hold.
 */
export function parseYuan(text: string): Fen | null {
  const match = AMOUNT.exec(text.trim())
  if (match === null) return null
  const [, sign = '', whole = '', decimals = ''] = match
  const magnitude = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  const fen = sign === '-' && magnitude !== 0 ? -magnitude : magnitude
  return fenSchema.safeParse(fen).success ? fen : null
}

/** Writes fen as yuan with grouped thousands: `¥12,345.67`, `-¥0.05`. */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}¥${whole}.${digits.slice(-2)}`
}
