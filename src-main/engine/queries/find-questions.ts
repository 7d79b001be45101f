import type { FoundKind } from '#shared/contracts/console-engine/desk.ts'
import {
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { FIND_KINDS } from './find-kinds.ts'
import type { NamePlace } from './find-names.ts'

/** Most records of a kind that one name shows. */
const PER_NAME = 3

/** What a hit of a kind says, and the text it was found by. */
export function selectOf(kind: RecordKind, by: string): string {
  const { from, columns } = FIND_KINDS[kind]
  return `SELECT '${kind}' AS kind, r.id AS id, ${columns}, ${by} AS by FROM ${from}`
}

/** Without users, who are no records. */
export function recordKinds(kinds: readonly FoundKind[]): RecordKind[] {
  return kinds.filter((kind) => kind !== 'user')
}

interface NameQuestion extends NamePlace {
  readonly sql: string
}

/** Of each kind the question for every column of its names. */
export const BY_NAME = new Map(
  RECORD_KIND_NAMES.map((kind) => {
    const { table, columns, from, alias, newest } = FIND_KINDS[kind].names
    const questions = columns.map((column): NameQuestion => {
      const newestOfName = `SELECT i.rowid FROM ${from} WHERE ${alias}.${column} = @name ORDER BY ${newest} DESC LIMIT ${PER_NAME}`
      const sql = `${selectOf(kind, '@name')} WHERE r.rowid IN (${newestOfName}) ORDER BY r.id DESC`
      return { table, column, sql }
    })
    return [kind, questions]
  }),
)

interface NumberColumn {
  readonly kind: RecordKind
  /** The record of a row, `@row`, with the number it was found by. */
  readonly sql: string
}

/** Columns that may begin with a text, and the statement that finds the rows of all: most of them hold nothing of the kind. */
export interface Beginnings {
  readonly columns: readonly NumberColumn[]
  readonly sql: string
}

function beginningsIn(columns: readonly (readonly [kind: RecordKind, column: string])[]): Beginnings {
  const parts = columns.map(
    ([kind, column], at) =>
      `SELECT * FROM (SELECT ${at} AS at, r.rowid AS row FROM ${RECORD_KINDS[kind].table} r
        WHERE r.${column} >= @from AND r.${column} <= @to ORDER BY r.${column} LIMIT @limit)`,
  )
  return {
    columns: columns.map(([kind, column]) => ({
      kind,
      sql: `${selectOf(kind, `r.${column}`)} WHERE r.rowid = @row`,
    })),
    sql: parts.join(' UNION ALL '),
  }
}

interface BeginningsOfKinds {
  readonly ids: Beginnings
  readonly numbers: Beginnings
}

/** Of a list of kinds: the statements are long, and nearly every question is about all kinds. */
const BEGINNINGS = new WeakMap<readonly FoundKind[], BeginningsOfKinds>()

/** What an id or a number of some kinds may begin with. */
export function beginningsOf(kinds: readonly FoundKind[]): BeginningsOfKinds {
  const known = BEGINNINGS.get(kinds)
  if (known !== undefined) return known
  const records = recordKinds(kinds)
  const made = {
    ids: beginningsIn(records.map((kind) => [kind, 'id'] as const)),
    numbers: beginningsIn(
      records.flatMap((kind) =>
        (FIND_KINDS[kind].numbers ?? []).map((column): [RecordKind, string] => [kind, column]),
      ),
    ),
  }
  BEGINNINGS.set(kinds, made)
  return made
}
