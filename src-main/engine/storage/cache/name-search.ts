import { foldName } from '#shared/base/fold-name.ts'
import { readingQuery, typedPinyin } from './name-readings.ts'
import { searchText, signGrams } from './search-text.ts'

export interface NameMatch {
  /** A subquery of every known name that matches, or of a part of them: `text` and `places`. */
  readonly sql: (part?: string) => string
  readonly parameters: readonly string[]
  /** What every such name has, and perhaps others: for who decides about each name anyhow, see `NAMES_WITH`. */
  readonly words: string
}

/** The search by text gives the names, so that it goes no further than what asks takes. */
const MATCHING = `SELECT name.text AS text, name.places AS places FROM name_grams CROSS JOIN name ON name.id = name_grams.rowid
  WHERE name_grams MATCH ?`

/**
 * Known names that have the words of a match, `@words`, numbered between `@after` and `@before`, in that order and no more
 * than `@limit`: id, text and places. The search by text goes by bounds that are whole numbers, and reads on from the first.
 */
export const NAMES_WITH = `SELECT name.id AS id, name.text AS text, name.places AS places
  FROM name_grams CROSS JOIN name ON name.id = name_grams.rowid
  WHERE name_grams MATCH @words AND name_grams.rowid > CAST(@after AS INTEGER)
    AND name_grams.rowid < CAST(@before AS INTEGER)
  ORDER BY name_grams.rowid LIMIT @limit`

/** A text as names are held against it: by letters and digits where it has any, else by its signs. */
export interface WantedText {
  /** The SQL function that folds a name for it. */
  readonly fold: 'search_text' | 'fold_name'
  readonly wanted: string
}

/** Null where nothing is left to search by. */
export function wantedText(text: string): WantedText | null {
  const letters = searchText(text)
  if (letters !== '') return { fold: 'search_text', wanted: letters }
  const signs = foldName(text)
  return signs === '' ? null : { fold: 'fold_name', wanted: signs }
}

/**
 * Names that contain a text, ignoring case, width, spaces and punctuation, or a sign where the text is nothing else; null
 * where nothing is left to search by. From three letters on the pairs only narrow down and `instr` decides.
 */
export function matchNames(text: string): NameMatch | null {
  const looked = wantedText(text)
  if (looked === null) return null
  const { fold, wanted } = looked
  const letters = [...wanted]
  if (fold === 'search_text' && letters.length <= 2) return inOneWord(`"${wanted}"`)
  const grams =
    fold === 'fold_name'
      ? signGrams(wanted)
      : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  if (grams.length === 0) return null
  const words = [...new Set(grams)].map((gram) => `"${gram}"`).join(' AND ')
  return {
    sql: (part = 'true') => `(${MATCHING} AND ${part} AND instr(${fold}(name.text), ?) > 0)`,
    ...{ words, parameters: [words, wanted] },
  }
}

/** Names that the words alone decide about. */
function inOneWord(words: string): NameMatch {
  return { sql: (part = 'true') => `(${MATCHING} AND ${part})`, words, parameters: [words] }
}

/**
 * Names that are read as a text in pinyin, under any reading: whole syllables of which the last may be cut, or initials,
 * from any character on; null where the text is no pinyin.
 */
export function matchReadings(text: string): NameMatch | null {
  const typed = typedPinyin(text)
  if (typed === null) return null
  const { match, exact } = readingQuery(typed)
  if (exact) return inOneWord(match)
  return {
    sql: (part = 'true') => `(${MATCHING} AND ${part} AND is_read(name.text, ?))`,
    ...{ words: match, parameters: [match, typed] },
  }
}
