import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { LINE_STATUSES } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import { matchNames } from '../storage/cache/name-search.ts'
import { searchText } from '../storage/cache/search-text.ts'
import { FIND_KINDS } from './find-kinds.ts'
import type { QueryContext } from './query-context.ts'
import { readPresent } from './read-present.ts'

/** Most names looked at for a text that many contain, and most of them whose records are fetched. */
const MAX_CANDIDATES = 300
const MAX_NAMES = 100
/** Names whose records are fetched at once, and most records of a kind that one name shows. */
const NAMES_AT_ONCE = 10
const PER_NAME = 3
/** Most lines shown for an amount, and for the beginning of an account number. */
const PER_NUMBER = 5

/** Sorts after every character of an id and after every Chinese character. */
const AFTER_ID = '~'
const AFTER_TEXT = '\u{10FFFF}'

const KINDS = Object.keys(FIND_KINDS) as RecordKind[]

/** A hit as SQL gives it. */
type FoundRow = Omit<Found, 'pending'> & { readonly pending: 0 | 1 }

/**
 * What the palette shows for a text, best first: an id or its beginning; of bank lines an amount or the beginning of
 * the other's account; then names that equal the text, begin with it, contain it. One Chinese character is enough.
 * Bounded whatever is typed.
 */
export function find(context: QueryContext, text: string, limit: number): Found[] {
  const seen = new Set<string>()
  const found: Found[] = []
  for (const row of hits(context, text.trim(), limit)) {
    const name = `${row.kind} ${row.id}`
    if (seen.has(name)) continue
    seen.add(name)
    found.push({ ...row, status: statusOf(context, row), pending: row.pending === 1 })
    if (found.length >= limit) break
  }
  return found
}

/** Lazily: the dearer questions are asked only where the others have not filled the list. */
function* hits(context: QueryContext, text: string, limit: number): Generator<FoundRow> {
  yield* byId(context, text, limit)
  yield* byAmount(context, text)
  yield* byTheirAccount(context, text)
  const names = rankedNames(context, text)
  for (let at = 0; at < names.length; at += NAMES_AT_ONCE) {
    yield* byNames(context, names.slice(at, at + NAMES_AT_ONCE))
  }
}

function byId(context: QueryContext, text: string, limit: number): FoundRow[] {
  if (!/^[\w-]{4,64}$/.test(text)) return []
  return KINDS.flatMap((kind) => {
    const sql = `${selectOf(kind)} WHERE r.id >= @from AND r.id < @to ORDER BY r.id LIMIT @limit`
    // ULIDs are written in capitals; other ids as the platform gave them.
    return [...new Set([text, text.toUpperCase()])].flatMap((from) =>
      context.statements.prepare<FoundRow>(sql).all({ from, to: `${from}${AFTER_ID}`, limit }),
    )
  })
}

/** Lines of exactly this many yuan, in or out: open ones first. */
function byAmount(context: QueryContext, text: string): FoundRow[] {
  const amount = parseYuan(text)
  if (amount === null || amount === 0) return []
  const sql = `${selectOf('bankLine')}
    WHERE r.status = @status AND abs(r.effect) = @amount ORDER BY r.id DESC LIMIT ${PER_NUMBER}`
  return LINE_STATUSES.flatMap((status) =>
    context.statements.prepare<FoundRow>(sql).all({ status, amount: Math.abs(amount) }),
  ).slice(0, PER_NUMBER)
}

/** Lines whose counterparty's account begins with the text. */
function byTheirAccount(context: QueryContext, text: string): FoundRow[] {
  if (!/^\d{4,40}$/.test(text)) return []
  const sql = `${selectOf('bankLine')} WHERE r.counterpartyAccount >= @from AND r.counterpartyAccount < @to
    ORDER BY r.counterpartyAccount LIMIT ${PER_NUMBER}`
  return context.statements.prepare<FoundRow>(sql).all({ from: text, to: `${text}${AFTER_ID}` })
}

/** Names by rank: equal, beginning, containing; in each, shorter ones first. */
function rankedNames(context: QueryContext, text: string): string[] {
  const matching = matchNames(text)
  if (matching === null) return []
  const parameters: Record<string, string> = { text, textEnd: `${text}${AFTER_TEXT}` }
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

/** The records that bear the names, in the order of the names; of one name and kind the newest first, and not all. */
function byNames(context: QueryContext, names: readonly string[]): FoundRow[] {
  const found = KINDS.flatMap((kind) => {
    const { from, columns, newest } = FIND_KINDS[kind].names
    return columns.flatMap((column) => {
      const newestOfName = `SELECT i.rowid FROM ${from} WHERE ${column} = n.value ORDER BY ${newest} DESC LIMIT ${PER_NAME}`
      const sql = `${selectOf(kind, ', n.key AS place', 'json_each(@names) n CROSS JOIN ')}
        WHERE r.rowid IN (${newestOfName}) ORDER BY n.key, r.id DESC`
      return context.statements
        .prepare<FoundRow & { place: number }>(sql)
        .all({ names: JSON.stringify(names) })
    })
  })
  return found.sort((left, right) => left.place - right.place).map(({ place: _place, ...hit }) => hit)
}

function selectOf(kind: RecordKind, more = '', before = ''): string {
  const { from, columns } = FIND_KINDS[kind]
  return `SELECT '${kind}' AS kind, r.id AS id, ${columns}${more} FROM ${before}${from}`
}

/** How a deposit stands depends on the day; everything else says so itself. */
function statusOf(context: QueryContext, { kind, id, status }: FoundRow): string {
  if (kind !== 'depositObligation') return status
  const obligation = readPresent(context, 'depositObligation', id)
  return obligation === null ? '' : depositOnDay(context, obligation, context.today).status
}
