import type Database from 'better-sqlite3'
import { foldName, foldNameAnew } from '#shared/base/fold-name.ts'
import { findReading, readingGrams, readName } from './name-readings.ts'

/** Of these nothing is left out. */
const ONLY_LETTERS = /^[0-9a-z\u4e00-\u9fff]*$/

/** Letters and digits only, folded: what a name is searched by. */
export function searchText(name: string): string {
  const folded = foldNameAnew(name)
  return ONLY_LETTERS.test(folded) ? folded : folded.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const SIGN = '\u{E002}'

/** The signs of a name, folded, once each, as words for the search by text. */
export function signGrams(name: string): string[] {
  const signs = foldName(name).replaceAll(/[\p{L}\p{N}\s]/gu, '')
  return [...new Set(signs)].map((sign) => `${SIGN}${sign.codePointAt(0)}`)
}

/**
 * Each letter and each two neighbours, once, joined by spaces: one and two Chinese characters are found too. Then what it
 * is found by in pinyin, and its signs.
 */
export function grams(name: string): string {
  const letters = [...searchText(name)]
  const found = new Set(letters)
  for (let index = 1; index < letters.length; index++) found.add(`${letters[index - 1]}${letters[index]}`)
  return [...found, ...readingGrams(name), ...signGrams(name)].join(' ')
}

/** Makes the functions known to SQL, for the triggers that keep `name_grams` and for rechecks. */
export function registerSearchFunctions(database: Database.Database): void {
  const options = { deterministic: true }
  database.function('search_text', options, (name: unknown) => searchText(String(name)))
  database.function('fold_name', options, (name: unknown) => foldName(String(name)))
  database.function('grams', options, (name: unknown) => grams(String(name)))
  database.function('is_read', options, (name: unknown, typed: unknown) =>
    findReading(readName(String(name)), String(typed)) === null ? 0 : 1,
  )
}
