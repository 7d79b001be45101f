import { searchText } from './search-text.ts'

export interface NameMatch {
  /** A subquery of every known name that contains the text: `column IN ${sql}`. */
  readonly sql: string
  readonly parameters: readonly string[]
}

/**
 * Names that contain a text, ignoring case, width, spaces and punctuation; null where no letter is left to
 * search by. From three characters on the pairs only narrow down and `instr` decides.
 */
export function matchNames(text: string): NameMatch | null {
  const wanted = searchText(text)
  const letters = [...wanted]
  if (letters.length === 0) return null
  const matching = 'SELECT text FROM name WHERE id IN (SELECT rowid FROM name_grams WHERE name_grams MATCH ?)'
  if (letters.length <= 2) return { sql: `(${matching})`, parameters: [`"${wanted}"`] }
  const pairs = letters.slice(1).map((letter, index) => `"${letters[index]}${letter}"`)
  return {
    sql: `(${matching} AND instr(search_text(text), ?) > 0)`,
    parameters: [[...new Set(pairs)].join(' AND '), wanted],
  }
}
