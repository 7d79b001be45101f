import type { Fen } from '../money/fen.ts'
import { parseYuan } from '../money/yuan.ts'

/**
 * Reads an amount as banks write it: `+1,234.50`, `１２３．００`, `¥5000`, `5000.000`, `.5`, `-15.00元`.
 * In hundredths, digit by digit; null where the text is no amount.
 */
export function readAmount(text: string): Fen | null {
  return readPlainAmount(text) ?? parseYuan(plainDigits(text))
}

const ZERO = 0x30
/** As many digits as any form may have, and safe in a double with two more. */
const DIGITS_LIMIT = 13

/** `1234.50`, as most rows have it, without a pattern or a text made of it; null where it is written otherwise. */
function readPlainAmount(text: string): Fen | null {
  const point = text.length - 3
  if (point < 1 || point > DIGITS_LIMIT || text[point] !== '.') return null
  let fen = 0
  for (let at = 0; at < text.length; at++) {
    if (at === point) continue
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return null
    fen = fen * 10 + digit
  }
  return fen
}

/** Reads an amount whose decimal sign is a comma and whose thousands, if any, are set apart: `1.234.567,89`, `-1 250,5`. */
export function readEuropeanAmount(text: string): Fen | null {
  const plain = text.normalize('NFKC').replace(/[€\s']/g, '')
  const isGrouped = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)
  if (!isGrouped && !/^[+-]?\d+(?:,\d*)?$/.test(plain)) return null
  return readAmount(plain.replaceAll('.', '').replace(',', '.'))
}

/**
 * Reads an amount with a decimal comma and no thousands, as MT940 writes it: `12345,6`, `9,`. Null where a third decimal
 * is not zero: hundredths would cut it.
 */
export function readCommaAmount(text: string): Fen | null {
  return /^\d{1,15},\d*$/.test(text) ? readAmount(text.replace(',', '.')) : null
}

/** Hundredths as a decimal: `-1234.50`. */
export function decimalAmount(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function plainDigits(text: string): string {
  if (/^-?\d+(\.\d\d)?$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, '$1')
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace('\u2212', '-')
    .replace(/^\+/, '')
    .replace(/^(-?)(?:CNY|RMB|人民币)/i, '$1')
    .replace(/元$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/(\.\d\d)0+$/, '$1')
    .replace(/\.$/, '')
}
