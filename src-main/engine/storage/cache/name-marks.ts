import { foldName } from '#shared/base/fold-name.ts'
import { foldForms } from '#shared/base/fold-writing.ts'
import { findReading, readName, typedPinyin } from './name-readings.ts'
import { type WantedText, wantedText } from './name-search.ts'
import { searchText } from './search-text.ts'

/** Which part of a name was looked for, in UTF-16 units. */
export interface NameMark {
  readonly from: number
  readonly to: number
}

/** What a text is looked for by. */
export interface Wanted {
  readonly text: WantedText | null
  readonly pinyin: string | null
}

export function wantedIn(text: string): Wanted {
  return { text: wantedText(text), pinyin: typedPinyin(text) }
}

const FOLDS = { search_text: searchText, fold_name: foldName } as const

/**
 * How well a name fits, 0 is best: it equals what is wanted or begins with it; then the same of how it is read; then it is
 * read so somewhere. Last is what contains it: of letters that are pinyin that is mostly a part of an id.
 */
export function rankName(name: string, { text, pinyin }: Wanted): number | null {
  let contained = false
  if (text !== null) {
    const folded = FOLDS[text.fold](name)
    if (folded.startsWith(text.wanted)) return folded.length === text.wanted.length ? 0 : 1
    contained = folded.includes(text.wanted)
  }
  if (pinyin !== null) {
    const read = readName(name)
    const found = findReading(read, pinyin)
    if (found !== null && found.from > 0) return READ_WITHIN
    if (found !== null) return found.to === read.length ? READ_SO : READ_SO + 1
  }
  return contained ? CONTAINED : null
}

const READ_SO = 2
const READ_WITHIN = 4
const CONTAINED = 5

/** The part of a name that is wanted, or is read so; all of it where letters fold otherwise together than one by one. */
export function markName(name: string, { text, pinyin }: Wanted): NameMark {
  if (text !== null) {
    const fold = FOLDS[text.fold]
    const folded = fold(name)
    const at = folded.indexOf(text.wanted)
    if (at >= 0) {
      const from = [...folded.slice(0, at)].length
      return markOf(name, fold, from, from + [...text.wanted].length, [...folded].length)
    }
  }
  const read = readName(name)
  const found = pinyin === null ? null : findReading(read, pinyin)
  return found === null
    ? { from: 0, to: name.length }
    : markOf(name, lettersOf, found.from, found.to, read.length)
}

function markOf(
  name: string,
  fold: (text: string) => string,
  from: number,
  to: number,
  length: number,
): NameMark {
  const places = placesOf(name, fold)
  const begin = places[from]
  const end = places[to - 1]
  return begin === undefined || end === undefined || places.length !== length
    ? { from: 0, to: name.length }
    : { from: begin.from, to: end.to }
}

function lettersOf(text: string): string {
  return foldForms(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Of each folded letter the character of the name that it comes from. */
function placesOf(name: string, fold: (text: string) => string): NameMark[] {
  let at = 0
  return [...name].flatMap((character) => {
    const place = { from: at, to: at + character.length }
    at = place.to
    return Array.from(fold(character), () => place)
  })
}
