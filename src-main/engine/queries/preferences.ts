import { BadInput } from '../bad-input.ts'
import type { QueryContext } from './query-context.ts'

/** Longest value as JSON, and most keys: a page keeps layouts and views here, no data. */
const MAX_VALUE_CHARACTERS = 100_000
const MAX_KEYS = 1000

/** What was kept under a key on this computer; null where nothing was. */
export function readPreference({ workspace }: Pick<QueryContext, 'workspace'>, key: string): unknown {
  const value = workspace.journal.sql
    .prepare<[string], string>('SELECT value FROM preference WHERE key = ?')
    .pluck()
    .get(key)
  return value === undefined ? null : JSON.parse(value)
}

/** @throws BadInput where the value is too long or there are too many keys. */
export function savePreference(
  { workspace }: Pick<QueryContext, 'workspace'>,
  key: string,
  value: unknown,
): void {
  const text = JSON.stringify(value ?? null)
  if (text.length > MAX_VALUE_CHARACTERS)
    throw new BadInput(`a preference has at most ${MAX_VALUE_CHARACTERS} characters`)
  const { sql } = workspace.journal
  const others = sql
    .prepare<[string], number>('SELECT count(*) FROM preference WHERE key <> ?')
    .pluck()
    .get(key)
  if ((others ?? 0) >= MAX_KEYS) throw new BadInput(`at most ${MAX_KEYS} preferences are kept`)
  sql.prepare('INSERT OR REPLACE INTO preference VALUES (?, ?)').run(key, text)
}
