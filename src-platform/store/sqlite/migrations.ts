import type { Database } from 'better-sqlite3'
import { plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'
import { StoreVersionError } from '../store-errors.ts'

/** Each entry brings the schema one version further; entries are only ever added. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE feed (epoch TEXT NOT NULL, position INTEGER NOT NULL, oldest INTEGER NOT NULL) STRICT;
   CREATE TABLE records (
     marketplace TEXT NOT NULL, provider TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
     version INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT, row TEXT,
     PRIMARY KEY (marketplace, provider, kind, id)
   ) STRICT;
   CREATE UNIQUE INDEX records_by_id ON records (kind, id);
   CREATE UNIQUE INDEX records_by_name ON records (marketplace, kind, name) WHERE name IS NOT NULL;
   CREATE INDEX records_by_position ON records (position, kind, id);
   CREATE TABLE record_files (
     file_hash TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (file_hash, kind, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX record_files_by_record ON record_files (kind, id);
   CREATE TABLE outcomes (command_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE audit (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE accounts (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
   CREATE TABLE sessions (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE tokens (hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX tokens_by_expiry ON tokens (expires_at);
   CREATE TABLE api_keys (hash TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE uploads (
     marketplace TEXT NOT NULL, provider TEXT NOT NULL, path TEXT NOT NULL, body TEXT NOT NULL,
     PRIMARY KEY (marketplace, provider, path)
   ) STRICT, WITHOUT ROWID;`,
  // A provider says no longer whether its deposit is settled: its obligations do.
  // The record is JSON text within the row: joined to '' it stays text.
  `UPDATE records
   SET row = json_set(row, '$[#-1]', '' || json_remove(json_extract(row, '$[#-1]'), '$.depositSettled'))
   WHERE kind = 'provider' AND row IS NOT NULL;`,
  // Numbers without gaps, e.g. of receipts.
  'CREATE TABLE series (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;',
  // What was decided, of applied commands: another command with the same is told so.
  `ALTER TABLE outcomes ADD COLUMN decision_hash TEXT;
   CREATE INDEX outcomes_by_decision ON outcomes (decision_hash) WHERE decision_hash IS NOT NULL;`,
  // The names of an account's lines sort by their days: a line was named by account and identity alone.
  `UPDATE records
   SET name = json_extract(row, '$[3]') || ' ' || json_extract(row, '$[6]') || ' ' || json_extract(row, '$[5]')
   WHERE kind = 'bankLine' AND row IS NOT NULL;`,
  // Parts of staged batches. The position of their records is the negative id of the part, which has the real one once it
  // is published: a large batch is seen without being written again.
  `CREATE TABLE batch_parts (
     id INTEGER PRIMARY KEY AUTOINCREMENT, batch TEXT NOT NULL, records INTEGER NOT NULL,
     is_broken INTEGER NOT NULL DEFAULT 0, position INTEGER
   ) STRICT;
   CREATE INDEX batch_parts_by_position ON batch_parts (position);
   CREATE INDEX batch_parts_staged ON batch_parts (batch) WHERE position IS NULL;`,
  // A statement may be withdrawn; those of an account are found by name, and sort by their last days.
  `UPDATE records
   SET name = json_extract(row, '$[3]') || ' ' || ifnull(json_extract(row, '$[6]'), '') || ' ' || id,
     row = json_set(row, '$[#-1]', '' || json_set(json_extract(row, '$[#-1]'), '$.withdrawn', json('null')))
   WHERE kind = 'bankStatement' AND row IS NOT NULL;`,
  // Records of a kind that are read in an order of their own, e.g. the orders of a provider by when they last moved.
  `ALTER TABLE records ADD COLUMN sort TEXT;
   UPDATE records SET sort = (SELECT CASE WHEN body ->> 'supervision' IN ('none', 'completed')
       THEN max(body ->> 'paidAt', ifnull(body ->> 'activatedAt', ''), ifnull(body ->> 'startsAt', ''),
         ifnull(body ->> 'completedAt', ''), ifnull(body ->> 'repaidAt', ''))
       ELSE 'unfinished ' || (body ->> 'paidAt') END
     FROM (SELECT json_extract(row, '$[#-1]') AS body))
   WHERE kind = 'order' AND row IS NOT NULL;
   CREATE INDEX records_by_sort ON records (marketplace, provider, kind, sort, id) WHERE sort IS NOT NULL;`,
  // Files a console gave before the command that names them, by who gave them; and whether any upload names a file.
  `CREATE TABLE given_files (
     account TEXT NOT NULL, file_hash TEXT NOT NULL, size INTEGER NOT NULL, at TEXT NOT NULL,
     PRIMARY KEY (account, file_hash)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX given_files_by_file ON given_files (file_hash);
   CREATE INDEX given_files_by_day ON given_files (at);
   CREATE INDEX uploads_by_file ON uploads (body ->> 'fileHash');`,
  // The position at which what a part published was removed as a whole; its records become tombstones by and by.
  `ALTER TABLE batch_parts ADD COLUMN removed INTEGER;
   CREATE INDEX batch_parts_removed ON batch_parts (removed) WHERE removed IS NOT NULL;`,
  // A provider has the day it was last verified, when it joined until then, and the day its first paper runs out.
  `UPDATE records
   SET row = json_set(row, '$[8]', json_extract(row, '$[6]'), '$[9]', NULL, '$[10]', '' || json_extract(row, '$[8]'))
   WHERE kind = 'provider' AND row IS NOT NULL;`,
  // What tells a position from one of the same number that was made after a backup was put back.
  `CREATE TABLE marks (position INTEGER PRIMARY KEY, mark TEXT NOT NULL) STRICT;
   INSERT INTO marks SELECT position, lower(hex(randomblob(8))) FROM feed;`,
  // A line on a deposit is found by the number of its payment.
  `UPDATE records SET sort = plain_account(json_extract(row, '$[#-1]') ->> 'serial')
   WHERE kind = 'bankLine' AND row IS NOT NULL AND json_extract(row, '$[#-1]') ->> 'serial' IS NOT NULL
     AND json_extract(row, '$[#-1]') ->> '$.allocations[#-1].undone' IS NULL
     AND EXISTS (SELECT 1 FROM json_each(json_extract(row, '$[#-1]'), '$.allocations[#-1].parts') part
       WHERE part.value ->> '$.target.kind' = 'deposit');`,
  // A provider has the day its first contract ends; none is known yet.
  `UPDATE records
   SET row = json_set(row, '$[10]', NULL, '$[11]', '' || json_extract(row, '$[10]'))
   WHERE kind = 'provider' AND row IS NOT NULL;`,
  // What records were before and after an act, once each; and the entries of the log by what is asked of them.
  `CREATE TABLE audit_sides (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
   CREATE TABLE audit_sides_from (sequence INTEGER NOT NULL) STRICT;
   INSERT INTO audit_sides_from SELECT ifnull(max(sequence), 0) + 1 FROM audit;
   ALTER TABLE audit ADD COLUMN at TEXT AS (body ->> 'at');
   ALTER TABLE audit ADD COLUMN actor TEXT AS (body ->> 'actor');
   ALTER TABLE audit ADD COLUMN action TEXT AS (body ->> 'action');
   ALTER TABLE audit ADD COLUMN record_kind TEXT AS (body ->> 'recordKind');
   ALTER TABLE audit ADD COLUMN record_id TEXT AS (body ->> 'recordId');
   CREATE INDEX audit_by_time ON audit (at);
   CREATE INDEX audit_by_actor ON audit (actor);
   CREATE INDEX audit_by_action ON audit (action);
   CREATE INDEX audit_by_record ON audit (record_id) WHERE record_id IS NOT NULL;
   CREATE INDEX audit_by_kind ON audit (record_kind) WHERE record_kind IS NOT NULL;`,
  // A red letter is found by the invoice it takes back, whoever has that.
  `UPDATE records SET sort = json_extract(row, '$[#-1]') ->> '$.redLetter.original'
   WHERE kind = 'invoice' AND row IS NOT NULL AND json_extract(row, '$[#-1]') ->> 'withdrawn' IS NULL;
   CREATE INDEX red_letters_by_original ON records (sort, id) WHERE kind = 'invoice' AND sort IS NOT NULL;`,
  // The row of an order says where its supervision stands.
  `UPDATE records
   SET row = json_set(row, '$[#-1]', json_extract(row, '$[#-1]') ->> 'supervision', '$[#]', '' || json_extract(row, '$[#-1]'))
   WHERE kind = 'order' AND row IS NOT NULL;`,
  // A colleague's roles have their days: those held until now began when the record was last written, and have no end.
  `UPDATE records SET row = json_set(row, '$[#-1]', '' || (
     SELECT json_set(body, '$.grants', json((
       SELECT json_group_array(json_object('role', role.value, 'from', date(body ->> 'updatedAt', '+8 hours'), 'until', NULL))
       FROM json_each(body, '$.roles') role)))
     FROM (SELECT json_extract(row, '$[#-1]') AS body)))
   WHERE kind = 'operator' AND row IS NOT NULL;
   CREATE INDEX sessions_open ON sessions (body ->> 'operatorId') WHERE body ->> 'endedAt' IS NULL;`,
  // Notices on their way by when they are due; and what one process does at a time, whichever it is.
  `CREATE INDEX notices_on_their_way ON records (sort, id) WHERE kind = 'notice' AND sort IS NOT NULL;
   CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  // Calls for orders: the failed ones by when they were made, the others by the order.
  `UPDATE records SET sort = (SELECT CASE WHEN body ->> 'outcome' = 'failed' THEN 'failed ' || (body ->> 'at')
       ELSE 'answered ' || (body ->> 'orderId') END
     FROM (SELECT json_extract(row, '$[#-1]') AS body) WHERE body ->> 'orderId' IS NOT NULL)
   WHERE kind = 'interfaceCall' AND row IS NOT NULL;
   CREATE INDEX calls_by_time ON records (sort, id) WHERE kind = 'interfaceCall' AND sort IS NOT NULL;`,
]

export const SCHEMA_VERSION = MIGRATIONS.length

/**
 * Brings a database to this program's schema, in one transaction. `epoch` names a new one's history.
 * @throws StoreVersionError where a newer program wrote it.
 */
export function migrate(database: Database, epoch: string): void {
  database.function('plain_account', { deterministic: true }, (number) => plainAccount(String(number)))
  database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT')
  const found = Number(database.prepare('SELECT max(version) FROM schema_version').pluck().get() ?? 0)
  if (found > SCHEMA_VERSION) throw new StoreVersionError(found, SCHEMA_VERSION)
  database.transaction(() => {
    MIGRATIONS.forEach((sql, index) => {
      if (index < found) return
      database.exec(sql)
      database.prepare('INSERT INTO schema_version VALUES (?)').run(index + 1)
    })
    if (found > 0) return
    database.prepare('INSERT INTO feed VALUES (?, 0, 0)').run(epoch)
    database.exec('INSERT INTO marks VALUES (0, lower(hex(randomblob(8))))')
  })()
}
