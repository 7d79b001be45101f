import type Database from 'better-sqlite3'
import { foldForms } from '#shared/base/fold-writing.ts'
import { READING_ORDER } from './reading-order.ts'
import { READINGS_BY_WORD } from './readings-by-word.ts'

/** Positions in the order are written as the code points from here on: 27,584 of them end before the surrogates. */
const FIRST_POSITION = 0x4e00
const FIRST_IDEOGRAPH = 0x3400
const LAST_IDEOGRAPH = 0x9fff
/** After a position: behind every name that goes on from it. */
const BEHIND = '\u{D7FE}'
/** Before what is no ideograph and stands after them. */
const REST = '\u{D7FF}'
/** Before every character of a name. */
const APART = '\u{1}'
/** Characters that are ordered by reading; a cursor holds the key of a row. */
const READ_CHARACTERS = 100

/** Words by their first character, in their order. */
const WORDS = Map.groupBy(
  READINGS_BY_WORD.flatMap(({ words, at, as }) => words.map((word) => ({ word, at, as }))),
  ({ word }) => word.charAt(0),
)

let positions: Uint16Array | null = null

/**
 * What a name is sorted by, compared code point by code point as SQLite's BINARY does: case and width do not count,
 * digits and Latin letters come first, ideographs by pinyin. Names that read alike are ordered by code point, the one
 * in plain small letters first. The same on every host, and different for different names.
 */
export function readingKey(name: string): string {
  const folded = foldForms(name).toLowerCase()
  const otherwise = readingByWord(folded)
  let read = ''
  let key = ''
  let count = 0
  for (const character of folded) {
    if (count === READ_CHARACTERS) break
    key += count === otherwise?.at ? keyOf(otherwise.as) + BEHIND : keyOf(character)
    read += character
    count += 1
  }
  return read === name ? key : `${key}${APART}${name}`
}

/** The character that the beginning of a name reads otherwise; null: none. */
function readingByWord(folded: string): { readonly at: number; readonly as: string } | null {
  const fits = WORDS.get(folded.charAt(0))?.find(({ word }) => folded.startsWith(word))
  return fits === undefined || fits.as === null ? null : { at: fits.at, as: fits.as }
}

/** Of ideographs their position, of anything else itself. */
function keyOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (point < FIRST_IDEOGRAPH) return character
  if (point > LAST_IDEOGRAPH) return REST + character
  positions ??= positionsByCodePoint()
  const position = positions[point - FIRST_IDEOGRAPH] ?? 0
  return position === 0 ? character : String.fromCharCode(FIRST_POSITION + position - 1)
}

/** From 1 on; 0 where a code point stands in no order. */
function positionsByCodePoint(): Uint16Array {
  const known = new Uint16Array(LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1)
  for (let index = 0; index < READING_ORDER.length; index++) {
    known[READING_ORDER.charCodeAt(index) - FIRST_IDEOGRAPH] = index + 1
  }
  return known
}

/** Makes the order of names known to SQL, for queries and the indexes of name columns. */
export function registerReadingKey(database: Database.Database): void {
  database.function('reading_key', { deterministic: true }, (name: unknown) => readingKey(String(name)))
}
