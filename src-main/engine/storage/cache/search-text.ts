import type Database from 'better-sqlite3'
import { foldName } from '#shared/base/fold-name.ts'

/** Letters and digits only, folded: what a name is searched by. */
export function searchText(name: string): string {
  return foldName(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Each letter and each two neighbours, once, joined by spaces: one and two Chinese characters are found too. */
export function grams(name: string): string {
  const letters = [...searchText(name)]
  const found = new Set(letters)
  for (let index = 1; index < letters.length; index++) found.add(`${letters[index - 1]}${letters[index]}`)
  return [...found].join(' ')
}

/** Makes both functions known to SQL, for the triggers that keep `name_grams` and for rechecks. */
export function registerSearchFunctions(database: Database.Database): void {
  const options = { deterministic: true }
  database.function('search_text', options, (name: unknown) => searchText(String(name)))
  database.function('grams', options, (name: unknown) => grams(String(name)))
}
