import type { Instant } from '#shared/base/ids.ts'
import type { QueryContext } from './query-context.ts'

/** What is written and not given, by the record it is about or the command that makes one. */
export interface Draft {
  readonly content: string | null
  readonly savedAt: Instant | null
}

export function readDraft({ workspace }: Pick<QueryContext, 'workspace'>, recordId: string): Draft {
  const row = workspace.journal.sql
    .prepare<[string], { content: string; savedAt: Instant }>(
      'SELECT content, savedAt FROM draft WHERE recordId = ?',
    )
    .get(recordId)
  return row ?? { content: null, savedAt: null }
}

/** Keeps the text of a draft; an empty one is forgotten. */
export function saveDraft(
  { workspace, now }: QueryContext,
  recordId: string,
  content: string,
): { savedAt: Instant } {
  const { sql } = workspace.journal
  if (content === '') sql.prepare('DELETE FROM draft WHERE recordId = ?').run(recordId)
  else sql.prepare('INSERT OR REPLACE INTO draft VALUES (?, ?, ?)').run(recordId, content, now)
  return { savedAt: now }
}
