import type { Found, FoundGroup, FoundKind } from '#shared/contracts/console-engine/desk.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { LINE_STATUSES } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import { markName, type Wanted, wantedIn } from '../storage/cache/name-marks.ts'
import { mayHold } from '../storage/cache/named-columns.ts'
import { FIND_KINDS } from './find-kinds.ts'
import { type NameFound, type NamePlace, rankedNames } from './find-names.ts'
import { type Beginnings, BY_NAME, beginningsOf, recordKinds, selectOf } from './find-questions.ts'
import { USER_NAMES, type UserRow, usersById, usersByName } from './find-users.ts'
import type { QueryContext } from './query-context.ts'
import { readPresent } from './read-present.ts'

/** Most lines shown for an amount, and most records of a kind for the beginning of a number. */
const PER_NUMBER = 5
/** A shorter beginning of an id or a number is not meant as one. */
const SHORTEST_BEGINNING = 4

/** Sorts after every character of an id and of a number. */
const AFTER_ID = '~'

/** What is asked: of a desk, or of a copy that is only read. */
type FindContext = Omit<QueryContext, 'workspace' | 'counts'>

const KINDS: readonly FoundKind[] = ['user', ...(Object.keys(FIND_KINDS) as RecordKind[])]

/** A hit as SQL gives it; what it was found by, and whether that is the text itself or what it begins with. */
type FoundRow = Omit<Found, 'pending' | 'matched'> & { readonly pending: 0 | 1; readonly by: string }
type Hit = Omit<FoundRow, 'by'> & Pick<Found, 'matched'>

/**
 * What a text finds, best first: an id or a number or its beginning; of bank lines an amount; then names that equal the
 * text, begin with it, contain it, and names that are read as it. One Chinese character, or a sign, is enough.
 * Bounded whatever is typed.
 */
export function find(
  context: FindContext,
  text: string,
  limit: number,
  kinds: readonly FoundKind[] = KINDS,
): Found[] {
  return context.statements.atOnce(() => take(context, hits(context, text.trim(), limit, kinds), limit))
}

/**
 * The same by kind: so many of each, and whether there are more. The kind of the best hit comes first.
 */
export function findByKind(
  context: FindContext,
  text: string,
  perKind: number,
  kinds: readonly FoundKind[] = KINDS,
): FoundGroup[] {
  const limit = perKind + 1
  const counted = new Map<FoundKind, number>()
  const lacks = (kind: FoundKind) => (counted.get(kind) ?? 0) < limit
  const found = context.statements.atOnce(() =>
    take(context, hits(context, text.trim(), limit, kinds, lacks), Number.POSITIVE_INFINITY, ({ kind }) => {
      if (!lacks(kind)) return false
      counted.set(kind, (counted.get(kind) ?? 0) + 1)
      return true
    }),
  )
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    hits: all.slice(0, perKind),
    more: all.length > perKind,
  }))
}

/** Each record once, as it stands. */
function take(
  context: FindContext,
  rows: Iterable<Hit>,
  limit: number,
  wants: (row: Hit) => boolean = () => true,
): Found[] {
  const seen = new Set<string>()
  const found: Found[] = []
  for (const row of rows) {
    const name = `${row.kind} ${row.id}`
    if (seen.has(name)) continue
    seen.add(name)
    if (!wants(row)) continue
    found.push({ ...row, status: statusOf(context, row), pending: row.pending === 1 })
    if (found.length >= limit) break
  }
  return found
}

/** Lazily: the dearer questions are asked only where the others have not filled the list, and of kinds that lack hits. */
function* hits(
  context: FindContext,
  text: string,
  limit: number,
  kinds: readonly FoundKind[],
  lacks: (kind: FoundKind) => boolean = () => true,
): Generator<Hit> {
  yield* byNumbers(context, text, limit, kinds)
  const wanted = wantedIn(text)
  for (const name of rankedNames(context, text, placesOf(kinds))) {
    yield* byName(context, name, wanted, kinds, lacks)
  }
}

function* byNumbers(
  context: FindContext,
  text: string,
  limit: number,
  kinds: readonly FoundKind[],
): Generator<Hit> {
  yield* byId(context, text, limit, kinds)
  yield* byNumber(context, text, kinds)
  if (kinds.includes('bankLine')) yield* byAmount(context, text)
}

function byId(context: FindContext, text: string, limit: number, kinds: readonly FoundKind[]): Hit[] {
  if (!/^[\w.:/-]{1,64}$/.test(text)) return []
  // ULIDs are written in capitals; other ids as the platform gave them.
  const records = [...new Set([text, text.toUpperCase()])].flatMap((from) =>
    begunRecords(context, beginningsOf(kinds).ids, { from, limit }),
  )
  const users = kinds.includes('user')
    ? userHits(usersById(context, text, endOf(text), limit), text.length)
    : []
  return inKindOrder([...users, ...records], kinds)
}

/** The kinds are asked for in one order, whatever text they were found by. */
function inKindOrder(hits: readonly Hit[], kinds: readonly FoundKind[]): Hit[] {
  const places = new Map(kinds.map((kind, at) => [kind, at]))
  return hits.toSorted((left, right) => (places.get(left.kind) ?? 0) - (places.get(right.kind) ?? 0))
}

/** Records of which a column begins with a text, so many of each, in the order of the columns. */
function begunRecords(
  { statements }: FindContext,
  { columns, sql }: Beginnings,
  { from, limit }: { readonly from: string; readonly limit: number },
): Hit[] {
  if (columns.length === 0) return []
  return statements
    .prepare<{ at: number; row: number }>(sql)
    .all({ from, to: endOf(from), limit })
    .flatMap(({ at, row }) => {
      const found = columns[at]
      return found === undefined
        ? []
        : statements
            .prepare<FoundRow>(found.sql)
            .all({ row })
            .map((each) => begun(each, from))
    })
}

/** What begins with a number: an order, the bank's serial of a line, the account of its other side. */
function byNumber(context: FindContext, text: string, kinds: readonly FoundKind[]): Hit[] {
  if (text === '') return []
  const { numbers } = beginningsOf(kinds)
  const found = [...new Set([text, text.toUpperCase()])].flatMap((from) =>
    begunRecords(context, numbers, { from, limit: PER_NUMBER }),
  )
  return inKindOrder(found, kinds)
}

function endOf(text: string): string {
  return text.length < SHORTEST_BEGINNING ? text : `${text}${AFTER_ID}`
}

function begun({ by, ...row }: FoundRow, text: string): Hit {
  return { ...row, matched: { text: by, from: 0, to: text.length } }
}

/** Lines of exactly this many yuan, in or out: open ones first. */
function byAmount(context: FindContext, text: string): Hit[] {
  const amount = parseYuan(text)
  if (amount === null || amount === 0) return []
  const sql = `${selectOf('bankLine', "''")}
    WHERE r.status = @status AND abs(r.effect) = @amount ORDER BY r.id DESC LIMIT ${PER_NUMBER}`
  return LINE_STATUSES.flatMap((status) =>
    context.statements.prepare<FoundRow>(sql).all({ status, amount: Math.abs(amount) }),
  )
    .slice(0, PER_NUMBER)
    .map(({ by: _none, ...row }) => ({ ...row, matched: { text, from: 0, to: text.length } }))
}

/** The records that bear a name, kind by kind; of a kind the newest, and not all. */
function* byName(
  context: FindContext,
  found: NameFound,
  wanted: Wanted,
  kinds: readonly FoundKind[],
  lacks: (kind: FoundKind) => boolean,
): Generator<Hit> {
  const matched = { text: found.name, ...markName(found.name, wanted) }
  if (kinds.includes('user') && lacks('user')) {
    for (const { by: _by, ...user } of usersByName(context, found)) {
      yield { ...user, ...NO_STATE, kind: 'user', matched }
    }
  }
  for (const kind of recordKinds(kinds)) {
    for (const { table, column, sql } of BY_NAME.get(kind) ?? []) {
      if (!lacks(kind) || !mayHold(found.places, table, column)) continue
      for (const { by: _by, ...row } of context.statements.prepare<FoundRow>(sql).all({ name: found.name })) {
        yield { ...row, matched }
      }
    }
  }
}

/** The columns of names that kinds are found by. */
function placesOf(kinds: readonly FoundKind[]): NamePlace[] {
  const records = recordKinds(kinds).flatMap((kind) => {
    const { table, columns } = FIND_KINDS[kind].names
    return columns.map((column) => ({ table, column }))
  })
  return kinds.includes('user') ? [...records, ...USER_NAMES] : records
}

const NO_STATE = { status: '', pending: 0, within: null, amount: null } as const

function userHits(users: readonly UserRow[], length: number): Hit[] {
  return users.map(({ by, ...user }) => ({
    ...{ ...user, ...NO_STATE, kind: 'user' },
    matched: { text: by, from: 0, to: length },
  }))
}

/** How a deposit stands depends on the day; everything else says so itself. */
function statusOf(context: FindContext, { kind, id, status }: Hit): string {
  if (kind !== 'depositObligation') return status
  const obligation = readPresent(context, 'depositObligation', id)
  return obligation === null ? '' : depositOnDay(context, obligation, context.today).status
}
