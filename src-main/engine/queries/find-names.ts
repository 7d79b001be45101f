import { rankName, type Wanted, wantedIn } from '../storage/cache/name-marks.ts'
import { matchNames, matchReadings, NAMES_WITH } from '../storage/cache/name-search.ts'
import { FIRST_OF_MANY, holderOf, isOfMany, type NamedColumn } from '../storage/cache/named-columns.ts'
import type { QueryContext } from './query-context.ts'

/** Most names that fit for a text that many contain or are read as, and most of them whose records are fetched. */
const MAX_CANDIDATES = 200
const MAX_NAMES = 60
/** Most names looked at: those that the words bring along and that do not fit, or are of no column that is asked, end somewhere. */
const MAX_LOOKED_AT = 5_000

/** Sorts after every Chinese character. */
const AFTER_TEXT = '\u{10FFFF}'

type Reading = Pick<QueryContext, 'statements'>

/** A column whose names are looked for. */
export type NamePlace = NamedColumn

interface NameRow {
  readonly id: number
  readonly text: string
  readonly places: number
}

/** A known name that fits. */
export interface NameFound {
  readonly name: string
  /** Which columns may hold it, see named-columns.ts. */
  readonly places: number
}

/**
 * Names of some columns by rank (`rankName`), in each shorter ones first. Names of users and clusters do not keep others
 * out.
 */
export function rankedNames(reading: Reading, text: string, places: readonly NamePlace[]): NameFound[] {
  const beginning = reading.statements
    .prepare<NameRow>(
      `SELECT id, text, places FROM name WHERE text >= @text AND text < @textEnd ORDER BY text LIMIT ${MAX_NAMES}`,
    )
    .all({ text, textEnd: `${text}${AFTER_TEXT}` })
  const parts = PARTS.filter(({ of }) => places.some(({ table }) => of(table)))
  const wanted: Wanted = wantedIn(text)
  const isAsked = holderOf(places)
  const matches = [matchNames(text), matchReadings(text)].flatMap((match) => match?.words ?? [])
  const begun = beginning.flatMap((row) => fitting(row, wanted, isAsked))
  const ranked = parts.map((part) =>
    eachOnce([...begun, ...matches.flatMap((words) => candidates(reading, words, part, wanted, isAsked))])
      .sort(byRank)
      .slice(0, MAX_NAMES),
  )
  // A name may begin with the text and be found in its part too. Names that fit alike stay in the order of the parts: what
  // many users are called tells least.
  return eachOnce(ranked.flat()).sort((left, right) => left.rank - right.rank)
}

/** Each name where it stands first. */
function eachOnce(names: readonly RankedName[]): RankedName[] {
  const found = new Map<string, RankedName>()
  for (const each of names) if (!found.has(each.name)) found.set(each.name, each)
  return [...found.values()]
}

/** Of the known names those numbered between two numbers, and the tables they are of. */
interface Part {
  readonly after: number
  readonly before: number
  readonly of: (table: string) => boolean
}

const PARTS: readonly Part[] = [
  { after: 0, before: FIRST_OF_MANY, of: () => true },
  { after: FIRST_OF_MANY, before: Number.MAX_SAFE_INTEGER, of: isOfMany },
]

interface RankedName extends NameFound {
  readonly rank: number
}

/** A name with its rank, where it fits and a column that is asked may hold it. */
function fitting(
  { text: name, places }: NameRow,
  wanted: Wanted,
  isAsked: (places: number) => boolean,
): RankedName[] {
  const rank = isAsked(places) ? rankName(name, wanted) : null
  return rank === null ? [] : [{ name, places, rank }]
}

function byRank(left: RankedName, right: RankedName): number {
  return left.rank - right.rank || left.name.length - right.name.length
}

/** The names of a part that have these words and fit: each is looked at once, and no more than are wanted. */
function candidates(
  { statements }: Reading,
  words: string,
  { after, before }: Part,
  wanted: Wanted,
  isAsked: (places: number) => boolean,
): RankedName[] {
  const found: RankedName[] = []
  const named = statements.prepare<NameRow>(NAMES_WITH)
  let [last, lookedAt] = [after, 0]
  while (found.length < MAX_CANDIDATES && lookedAt < MAX_LOOKED_AT) {
    // Nearly always the first names that have the words fit, and they are as many as are wanted.
    const rows = named.all({ words, after: last, before, limit: MAX_CANDIDATES })
    for (const row of rows) found.push(...fitting(row, wanted, isAsked))
    if (rows.length < MAX_CANDIDATES) break
    lookedAt += rows.length
    last = rows.at(-1)?.id ?? before
  }
  return found.slice(0, MAX_CANDIDATES)
}
