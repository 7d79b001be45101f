import { foldName } from '#shared/base/fold-name.ts'
import { foldForms } from '#shared/base/fold-writing.ts'
import { READINGS } from './readings.ts'

/** Of a name its letters and digits in their order: all readings of each ideograph; null where one is none. */
export type NameReadings = readonly (readonly string[] | null)[]

const FIRST_IDEOGRAPH = 0x3007
/** Stand before a gram of syllables and one of initials: no letter of a name is one of them. */
const SYLLABLES = '\u{E000}'
const INITIALS = '\u{E001}'
/** A text that can be split into syllables in more ways is looked for by its first two alone. */
const MAX_SPLITS = 64
/** Neighbours whose initials are one gram. */
const INITIALS_AT_ONCE = 3
/** Longer texts are cut. */
const MAX_LETTERS = 100
const IS_LETTER = /[\p{L}\p{N}]/u

interface Known {
  readonly bySyllable: ReadonlyMap<string, string>
  readonly syllables: readonly string[]
  /** The beginnings of all syllables, each with the syllables that begin so. */
  readonly beginningWith: ReadonlyMap<string, readonly string[]>
  /** By code point from the first ideograph on. */
  readonly ofPoint: readonly (readonly string[] | undefined)[]
}
let known: Known | null = null

/** The table is read when it is first needed. */
function readings(): Known {
  known ??= readTable()
  return known
}

function readTable(): Known {
  const bySyllable = new Map<string, string>()
  const ofPoint: string[][] = []
  const beginningWith = new Map<string, string[]>()
  for (const [, syllable = '', characters = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
    bySyllable.set(syllable, characters)
    for (let end = 1; end <= syllable.length; end++) {
      const beginning = syllable.slice(0, end)
      beginningWith.set(beginning, [...(beginningWith.get(beginning) ?? []), syllable])
    }
    for (let at = 0; at < characters.length; at++) {
      const place = characters.charCodeAt(at) - FIRST_IDEOGRAPH
      ofPoint[place] = [...(ofPoint[place] ?? []), syllable]
    }
  }
  return { bySyllable, syllables: [...bySyllable.keys()], beginningWith, ofPoint }
}

/** Every reading of a character, of its common form where it has none itself; null where it is no ideograph. */
function readingsOf(character: string): readonly string[] | null {
  const point = character.codePointAt(0) ?? 0
  if (point < FIRST_IDEOGRAPH) return null
  const { ofPoint } = readings()
  const own = ofPoint[point - FIRST_IDEOGRAPH]
  if (own !== undefined) return own
  const common = foldName(character).codePointAt(0) ?? 0
  return common < FIRST_IDEOGRAPH ? null : (ofPoint[common - FIRST_IDEOGRAPH] ?? null)
}

/** How a name is read. Signs and blanks do not part its characters, letters and digits do. */
export function readName(name: string): NameReadings {
  const read: (readonly string[] | null)[] = []
  for (const character of foldForms(name)) {
    const readingsHere = readingsOf(character)
    if (readingsHere !== null || IS_LETTER.test(character)) read.push(readingsHere)
  }
  return read
}

/** What was typed as letters of pinyin: ü is v, signs and blanks do not count; null where it is anything else. */
export function typedPinyin(text: string): string | null {
  const letters = foldForms(text)
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MAX_LETTERS)
  return /^[a-z]+$/.test(letters) ? letters : null
}

/** Where a name is read as typed: characters `from` to before `to` of `readName`; null where it is not. */
export function findReading(name: NameReadings, typed: string): { from: number; to: number } | null {
  for (let from = 0; from < name.length; from++) {
    if (name[from] === null) continue
    const to = endOfSyllables(name, from, typed) ?? endOfInitials(name, from, typed)
    if (to !== null) return { from, to }
  }
  return null
}

/** Behind the characters from `at` on whose syllables begin with what is typed. */
function endOfSyllables(name: NameReadings, at: number, typed: string): number | null {
  const syllables = name[at]
  if (syllables === null || syllables === undefined) return null
  if (syllables.some((syllable) => syllable.startsWith(typed))) return at + 1
  for (const syllable of syllables) {
    if (!typed.startsWith(syllable)) continue
    const end = endOfSyllables(name, at + 1, typed.slice(syllable.length))
    if (end !== null) return end
  }
  return null
}

function endOfInitials(name: NameReadings, from: number, typed: string): number | null {
  const to = from + typed.length
  const letters = [...typed]
  const fits = letters.every((letter, index) =>
    name[from + index]?.some((syllable) => syllable.startsWith(letter)),
  )
  return fits ? to : null
}

/**
 * What a name is found by in pinyin, as words for the search by text: each syllable and each two, each initial and each
 * two and three, in all readings.
 */
export function readingGrams(name: string): string[] {
  const read = readName(name)
  const grams = new Set<string>()
  for (let at = 0; at < read.length; at++) {
    const here = read[at]
    if (here === null || here === undefined) continue
    const next = read[at + 1] ?? []
    for (const syllable of here) {
      grams.add(SYLLABLES + syllable)
      for (const other of next) grams.add(SYLLABLES + syllable + SYLLABLES + other)
    }
    let initials = initialsOf(here)
    for (let count = 1; ; count++) {
      for (const each of initials) grams.add(INITIALS + each)
      const further = read[at + count]
      if (count === INITIALS_AT_ONCE || further === null || further === undefined) break
      initials = initials.flatMap((each) => initialsOf(further).map((initial) => each + initial))
    }
  }
  return [...grams]
}

function initialsOf(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => syllable.charAt(0))
  return initials.length === 1 ? initials : [...new Set(initials)]
}

/** What finds the names that are read as typed: words for the search by text, which may find more where not `exact`. */
export function readingQuery(typed: string): { readonly match: string; readonly exact: boolean } {
  const splits = splitsOf(typed)
  const alternatives = [initialsQuery(typed), ...(splits ?? firstSyllables(typed)).map(splitQuery)]
  const isShort = typed.length <= INITIALS_AT_ONCE && splits !== null
  return {
    // One letter begins no other syllables than the ones with that initial.
    match: typed.length === 1 ? initialsQuery(typed) : alternatives.map((each) => `(${each})`).join(' OR '),
    exact: isShort && splits.every((split) => split.length <= 2),
  }
}

function quoted(gram: string): string {
  return `"${gram}"`
}

function initialsQuery(typed: string): string {
  if (typed.length <= INITIALS_AT_ONCE) return quoted(INITIALS + typed)
  const grams = Array.from({ length: typed.length - INITIALS_AT_ONCE + 1 }, (_, at) =>
    typed.slice(at, at + INITIALS_AT_ONCE),
  )
  return [...new Set(grams)].map((gram) => quoted(INITIALS + gram)).join(' AND ')
}

/** Every way to read letters as whole syllables and a last one that may be cut; null where there are too many. */
function splitsOf(typed: string): string[][] | null {
  const { bySyllable, beginningWith } = readings()
  const longest = Math.max(...readings().syllables.map(({ length }) => length))
  const ways: (string[][] | null)[] = []
  for (let from = typed.length - 1; from >= 0; from--) {
    const found: string[][] = []
    const rest = typed.slice(from)
    if (beginningWith.has(rest)) found.push([rest])
    for (let end = from + 1; end < typed.length && end - from <= longest; end++) {
      if (!bySyllable.has(typed.slice(from, end))) continue
      const further = ways[end]
      if (further === null) return null
      for (const way of further ?? []) found.push([typed.slice(from, end), ...way])
    }
    ways[from] = found.length > MAX_SPLITS ? null : found
    if (found.length > MAX_SPLITS) return null
  }
  return ways[0] ?? []
}

/** The two syllables that letters may begin with, however they go on. */
function firstSyllables(typed: string): string[][] {
  const { syllables } = readings()
  return syllables
    .filter((first) => typed.startsWith(first))
    .flatMap((first) =>
      syllables.filter((next) => typed.startsWith(first + next)).map((next) => [first, next]),
    )
}

function splitQuery(split: readonly string[]): string {
  const { beginningWith } = readings()
  const whole = split.slice(0, -1)
  const last = beginningWith.get(split.at(-1) ?? '') ?? []
  const before = whole.at(-1)
  const ends = last.map((end) => SYLLABLES + (before === undefined ? end : before + SYLLABLES + end))
  const pairs = whole.slice(1).map((syllable, index) => `${SYLLABLES}${whole[index]}${SYLLABLES}${syllable}`)
  return [...new Set(pairs)]
    .map(quoted)
    .concat(`(${ends.map(quoted).join(' OR ')})`)
    .join(' AND ')
}
