import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { matchNames } from '../storage/cache/name-search.ts'
import { searchText } from '../storage/cache/search-text.ts'
import type { QueryContext } from './query-context.ts'

/** Most names looked at for a text that many contain, and most of them whose records are fetched. */
const MAX_CANDIDATES = 300
const MAX_NAMES = 100

/** Sorts after every character of an id and after every Chinese character. */
const AFTER_ID = '~'
const AFTER_TEXT = '\u{10FFFF}'

/**
 * What the palette shows for a text, best first: an id or its beginning, then names that equal the text, begin
 * with it, contain it. One Chinese character is enough. Bounded whatever is typed.
 */
export function find(context: QueryContext, text: string, limit: number): Found[] {
  const found = [
    ...findById(context, text.trim(), limit),
    ...findByNames(context, rankedNames(context, text), limit),
  ]
  const seen = new Set<string>()
  const distinct = found.filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
  return distinct.slice(0, limit)
}

/** Each kind as the palette shows it, over the row `r`; a pending decision shows in the status. */
const KINDS = [
  {
    kind: 'provider',
    from: 'provider r',
    columns: `r.name AS title, ifnull(r.joinedOn, '') AS subtitle, r.marketplace AS marketplace, r.status AS status`,
    named: ['name'],
  },
  {
    kind: 'application',
    from: 'application r LEFT JOIN overlay_application o ON o.id = r.id',
    columns: `r.name AS title, substr(r.submittedAt, 1, 10) AS subtitle, r.marketplace AS marketplace,
      coalesce(o.status, r.status) AS status`,
    named: ['name'],
  },
  {
    kind: 'listingVersion',
    from: `listing_version r LEFT JOIN overlay_listing_version o ON o.id = r.id
      LEFT JOIN provider v ON v.id = r.providerId`,
    columns: `r.titleZh AS title, r.listingName || ' ' || r.packageVersion || ' · ' || ifnull(v.name, r.providerId)
      AS subtitle, r.marketplace AS marketplace, coalesce(o.status, r.status) AS status`,
    named: ['listingName', 'titleZh', 'titleEn'],
  },
] as const

function findById(context: QueryContext, text: string, limit: number): Found[] {
  if (!/^[\w-]{4,64}$/.test(text)) return []
  return KINDS.flatMap(({ kind, from, columns }) => {
    const sql = `SELECT '${kind}' AS kind, r.id AS id, ${columns} FROM ${from}
      WHERE r.id >= @from AND r.id < @to ORDER BY r.id LIMIT @limit`
    // ULIDs are written in capitals; other ids as the platform gave them.
    return [...new Set([text, text.toUpperCase()])].flatMap((from) =>
      context.statements.prepare<Found>(sql).all({ from, to: `${from}${AFTER_ID}`, limit }),
    )
  })
}

/** Names by rank: equal, beginning, containing; in each, shorter ones first. */
function rankedNames(context: QueryContext, text: string): string[] {
  const matching = matchNames(text)
  if (matching === null) return []
  const parameters: Record<string, string> = { text: text.trim(), textEnd: `${text.trim()}${AFTER_TEXT}` }
  const contains = matching.sql.replaceAll('?', () => {
    const index = Object.keys(parameters).length - 2
    parameters[`name${index}`] = matching.parameters[index] ?? ''
    return `@name${index}`
  })
  const names = context.statements
    .prepare<{ text: string }>(
      `SELECT text FROM (SELECT text FROM name WHERE text >= @text AND text < @textEnd ORDER BY text LIMIT ${MAX_NAMES})
       UNION SELECT text FROM (SELECT text FROM ${contains} LIMIT ${MAX_CANDIDATES})`,
    )
    .all(parameters)
    .map((row) => ({ name: row.text, rank: rankOf(searchText(row.text), searchText(text)) }))
  return names
    .sort((left, right) => left.rank - right.rank || left.name.length - right.name.length)
    .slice(0, MAX_NAMES)
    .map(({ name }) => name)
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  return name.startsWith(wanted) ? 1 : 2
}

/** The records that bear the names, in the order of the names; of one name the newest first. */
function findByNames(context: QueryContext, names: readonly string[], limit: number): Found[] {
  if (names.length === 0) return []
  const found = KINDS.flatMap(({ kind, from, columns, named }) =>
    named.flatMap((column) => {
      const sql = `SELECT '${kind}' AS kind, r.id AS id, ${columns}, n.key AS place
        FROM json_each(@names) n CROSS JOIN ${from} WHERE r.${column} = n.value ORDER BY n.key, r.id DESC LIMIT @limit`
      return context.statements
        .prepare<Found & { place: number }>(sql)
        .all({ names: JSON.stringify(names), limit })
    }),
  )
  return found.sort((left, right) => left.place - right.place).map(({ place: _place, ...hit }) => hit)
}
