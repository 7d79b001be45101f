import { rankName, type Wanted, wantedIn } from '../storage/cache/name-marks.ts'
import { matchNames, matchReadings, namesWith } from '../storage/cache/name-search.ts'
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
      `SELECT text, places FROM name WHERE text >= @text AND text < @textEnd ORDER BY text LIMIT ${MAX_NAMES}`,
    )
    .all({ text, textEnd: `${text}${AFTER_TEXT}` })
  const parts = PARTS.filter(({ of }) => places.some(({ table }) => of(table)))
  const wanted: Wanted = wantedIn(text)
  const isAsked = holderOf(places)
  const matches = [matchNames(text), matchReadings(text)].flatMap((match) => match?.words ?? [])
  const begun = beginning.flatMap((row) => fitting(row, wanted, isAsked))
  const ranked = parts.map(({ sql }) =>
    eachOnce([...begun, ...matches.flatMap((words) => candidates(reading, words, sql, wanted, isAsked))])
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

const PARTS = [
  { sql: `name_grams.rowid < ${FIRST_OF_MANY}`, of: () => true },
  { sql: `name_grams.rowid > ${FIRST_OF_MANY}`, of: isOfMany },
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
  part: string,
  wanted: Wanted,
  isAsked: (places: number) => boolean,
): RankedName[] {
  const found: RankedName[] = []
  const named = statements.prepare<NameRow>(`${namesWith(part)} LIMIT ${MAX_LOOKED_AT}`)
  for (const row of named.iterate({ words })) {
    found.push(...fitting(row, wanted, isAsked))
    if (found.length >= MAX_CANDIDATES) break
  }
  return found
}
