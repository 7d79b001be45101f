import { assert } from '#shared/base/assert.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { BookKind, BookValue } from './book.ts'
import { escapeXml, XmlBytes } from './xml-bytes.ts'

/** The longest text a cell may hold, as spreadsheets have it. */
const CELL_LIMIT = 32_767
const DAY_MS = 86_400_000
/** The day 1970-01-01 as spreadsheets count days. */
const EPOCH_DAY = 25_569

/** Days that were counted: rows of one sheet have few. */
const DAYS = new Map<string, number>()
const MOST_DAYS = 10_000

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
      return dayNumber(String(value))
    case 'moment':
      return Date.parse(`${shanghaiDateTime(String(value)).replace(' ', 'T')}Z`) / DAY_MS + EPOCH_DAY
  }
}

function dayNumber(day: string): number {
  const known = DAYS.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS + EPOCH_DAY
  if (DAYS.size < MOST_DAYS) DAYS.set(day, number)
  return number
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

/** What of a cell follows its address. */
export function putValue(out: XmlBytes, style: number, value: string | number): void {
  if (typeof value === 'number') {
    out.markup(NUMBER[style] ?? '')
    out.markup(String(value))
    out.markup('</v></c>')
    return
  }
  assert(value.length <= CELL_LIMIT, 'a text fits into a cell')
  out.markup(WORDS[style] ?? '')
  out.words(value)
  out.markup('</is></c>')
}

const ALL_STYLES = Object.values(STYLES)
const NUMBER = ['', ...ALL_STYLES.map((style) => `" s="${style}"><v>`)]
const WORDS = ['', ...ALL_STYLES.map((style) => `" s="${style}" t="inlineStr"><is>`)]

/** A cell of XML at an address; '' where it is empty. */
export function cellXml(address: string, style: number, value: string | number | null): string {
  if (value === null) return ''
  const out = new XmlBytes()
  out.markup(`<c r="${address}`)
  putValue(out, style, value)
  return out.take().toString()
}

/** A formula with the value it comes to. */
export function formulaXml(address: string, style: number, formula: string, result: string | number): string {
  const type = typeof result === 'string' ? ' t="str"' : ''
  return `<c r="${address}" s="${style}"${type}><f>${escapeXml(formula)}</f><v>${escapeXml(String(result))}</v></c>`
}

/** A, B … Z, AA … of a column, from 0. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26)
  return (before === 0 ? '' : columnLetter(before - 1)) + String.fromCharCode(65 + (index % 26))
}
