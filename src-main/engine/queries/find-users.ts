import { mayHold, type NamedColumn } from '../storage/cache/named-columns.ts'
import type { NameFound } from './find-names.ts'
import type { QueryContext } from './query-context.ts'

/** A user as SQL gives one: by the newest record that names them. */
export interface UserRow {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly marketplace: string
  readonly by: string
}

/** Records of one name that are looked at for their users, and most users shown of one name. */
const RECORDS_PER_NAME = 50
const USERS_PER_NAME = 3

/** Tables whose rows name a user: by which column, and what the newest goes by. */
const TABLES = [
  { table: 'subscription', user: 'userId', name: 'userName', at: 'subscribedAt' },
  { table: 'cluster', user: 'userId', name: 'userName', at: 'installedAt' },
  { table: 'market_order', user: 'buyerId', name: null, at: 'paidAt' },
] as const

/** Where the names of users are. */
export const USER_NAMES: readonly NamedColumn[] = TABLES.flatMap(({ table, name }) =>
  name === null ? [] : [{ table, column: name }],
)

type Reading = Pick<QueryContext, 'statements'>

/** Users whose id lies between two texts, each once. */
export function usersById({ statements }: Reading, from: string, to: string, limit: number): UserRow[] {
  const found = TABLES.flatMap(({ table, user, name, at }) => {
    const sql = `SELECT DISTINCT ${user} AS id FROM ${table} WHERE ${user} >= @from AND ${user} <= @to
      ORDER BY ${user} LIMIT @limit`
    const named = name === null ? `''` : name
    const newest = `SELECT ${named} AS title, marketplace FROM ${table} WHERE ${user} = @id ORDER BY ${at} DESC LIMIT 1`
    return statements
      .prepare<{ id: string }>(sql)
      .all({ from, to, limit })
      .flatMap(({ id }) =>
        statements
          .prepare<{ title: string; marketplace: string }>(newest)
          .all({ id })
          .map(({ title, marketplace }) => userRow(id, title, marketplace, id)),
      )
  })
  return eachOnce(found)
}

/** Users of a name. */
export function usersByName({ statements }: Reading, { name, places }: NameFound): UserRow[] {
  const found = BY_NAME.flatMap(({ table, column, sql }) =>
    mayHold(places, table, column)
      ? statements
          .prepare<{ id: string; marketplace: string }>(sql)
          .all({ name })
          .map(({ id, marketplace }) => userRow(id, name, marketplace, name))
      : [],
  )
  return eachOnce(found)
}

const BY_NAME = TABLES.flatMap(({ table, user, name, at }) => {
  if (name === null) return []
  const sql = `SELECT DISTINCT id, marketplace FROM (SELECT ${user} AS id, marketplace FROM ${table}
    WHERE ${name} = @name ORDER BY ${at} DESC LIMIT ${RECORDS_PER_NAME}) LIMIT ${USERS_PER_NAME}`
  return [{ table, column: name, sql }]
})

function userRow(id: string, title: string, marketplace: string, by: string): UserRow {
  return { id, title: title || id, subtitle: '', marketplace, by }
}

function eachOnce(rows: readonly UserRow[]): UserRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed()
}
