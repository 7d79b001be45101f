import { assert } from '#shared/base/assert.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import { spreadsheetText } from '../exports/spreadsheet-text.ts'
import type { BookKind, BookValue } from './book.ts'

/** The longest text a cell may hold, as spreadsheets have it. */
const CELL_LIMIT = 32_767
const DAY_MS = 86_400_000
/** The day 1970-01-01 as spreadsheets count days. */
const EPOCH_DAY = 25_569

/** What XML and spreadsheets read otherwise than it stands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
const PLAIN = /^(?!\s)[^&<>_\u{0}-\u{1F}\u{7F}\u{FFFE}\u{FFFF}\u{D800}-\u{DFFF}]*(?<!\s)$/u

/** A value as the cell holds it: words, or the double next to it. Fen are yuan, days are counted, instants are Beijing's. */
export function cellValue(kind: BookKind, value: BookValue): string | number | null {
  if (value === null || value === '') return null
  switch (kind) {
    case 'text':
      return String(value)
    case 'money':
      return Number(value) / 100
    case 'count':
      return Number(value)
    case 'rate':
      return Number(value) / 10_000
    case 'date':
      return Date.parse(`${value}T00:00:00Z`) / DAY_MS + EPOCH_DAY
    case 'moment':
      return Date.parse(`${shanghaiDateTime(String(value)).replace(' ', 'T')}Z`) / DAY_MS + EPOCH_DAY
  }
}

/** Places of the styles in `styles.xml`. */
export const STYLES = {
  text: 1,
  money: 2,
  date: 3,
  moment: 4,
  count: 5,
  rate: 6,
  heading: 7,
  headingRight: 8,
  totalText: 9,
  totalMoney: 10,
  totalCount: 11,
  label: 12,
  wrapped: 13,
  title: 14,
} as const

/** A cell of XML at an address; '' where it is empty. */
export function cellXml(address: string, style: number, value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`
  return `<c r="${address}" s="${style}" t="inlineStr"><is>${textXml(value)}</is></c>`
}

function textXml(text: string): string {
  assert(text.length <= CELL_LIMIT, 'a text fits into a cell')
  if (PLAIN.test(text)) return `<t>${text}</t>`
  return `<t xml:space="preserve">${escapeXml(spreadsheetText(text))}</t>`
}

/** A formula with the value it comes to. */
export function formulaXml(address: string, style: number, formula: string, result: string | number): string {
  const type = typeof result === 'string' ? ' t="str"' : ''
  return `<c r="${address}" s="${style}"${type}><f>${escapeXml(formula)}</f><v>${escapeXml(String(result))}</v></c>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A, B … Z, AA … of a column, from 0. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26)
  return (before === 0 ? '' : columnLetter(before - 1)) + String.fromCharCode(65 + (index % 26))
}
