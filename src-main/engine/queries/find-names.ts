import { rankName, type Wanted, wantedIn } from '../storage/cache/name-marks.ts'
import { matchNames, matchReadings, type NameMatch } from '../storage/cache/name-search.ts'
import { FIRST_OF_MANY, isOfMany, mayHold, type NamedColumn } from '../storage/cache/named-columns.ts'
import type { QueryContext } from './query-context.ts'

/** Most names looked at for a text that many contain or are read as, and most of them whose records are fetched. */
const MAX_CANDIDATES = 200
const MAX_NAMES = 60

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
 * Names of some columns by rank: equal, beginning, containing; then those that are read so, alike; in each, shorter ones
 * first. Names of users and clusters do not keep others out.
 */
export function rankedNames(reading: Reading, text: string, places: readonly NamePlace[]): NameFound[] {
  const beginning = reading.statements
    .prepare<NameRow>(
      `SELECT text, places FROM name WHERE text >= @text AND text < @textEnd ORDER BY text LIMIT ${MAX_NAMES}`,
    )
    .all({ text, textEnd: `${text}${AFTER_TEXT}` })
  const parts = PARTS.filter(({ of }) => places.some(({ table }) => of(table)))
  const wanted: Wanted = wantedIn(text)
  const ranked = parts.map((part) => {
    const named = candidates(reading, matchNames(text), part.sql)
    // Who finds enough by what is written is not asking for how it is read.
    const read = named.length >= MAX_NAMES ? [] : candidates(reading, matchReadings(text), part.sql)
    return inOrder([...beginning, ...named, ...read], wanted, places)
  })
  // A name may begin with the text and be found in its part too. Names that fit alike stay in the order of the parts: what
  // many users are called tells least.
  const found = new Map<string, (typeof ranked)[number][number]>()
  for (const each of ranked.flat()) if (!found.has(each.name)) found.set(each.name, each)
  return [...found.values()].sort((left, right) => left.rank - right.rank)
}

const PARTS = [
  { sql: `name_grams.rowid < ${FIRST_OF_MANY}`, of: () => true },
  { sql: `name_grams.rowid > ${FIRST_OF_MANY}`, of: isOfMany },
]

/** The best of some names. */
function inOrder(
  names: readonly NameRow[],
  wanted: Wanted,
  of: readonly NamePlace[],
): (NameFound & { readonly rank: number })[] {
  const known = new Map(names.map(({ text, places }) => [text, places]))
  return [...known]
    .filter(([, places]) => of.some(({ table, column }) => mayHold(places, table, column)))
    .flatMap(([name, places]) => {
      const rank = rankName(name, wanted)
      return rank === null ? [] : [{ name, places, rank }]
    })
    .sort(byRank)
    .slice(0, MAX_NAMES)
}

function byRank(left: { rank: number; name: string }, right: { rank: number; name: string }): number {
  return left.rank - right.rank || left.name.length - right.name.length
}

function candidates({ statements }: Reading, match: NameMatch | null, part: string): NameRow[] {
  if (match === null) return []
  const parameters: Record<string, string> = {}
  const sql = match.sql(part).replaceAll('?', () => {
    const index = Object.keys(parameters).length
    parameters[`name${index}`] = match.parameters[index] ?? ''
    return `@name${index}`
  })
  return statements
    .prepare<NameRow>(`SELECT text, places FROM ${sql} LIMIT ${MAX_CANDIDATES}`)
    .all(parameters)
}
