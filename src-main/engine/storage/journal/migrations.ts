import type { Migration } from '../migrate.ts'

/** Schema of the journal, step by step. It is precious: a step may add, never lose. */
export const JOURNAL_MIGRATIONS: readonly Migration[] = [
  {
    name: 'outbox, drafts, preferences and certificates',
    sql: `
      CREATE TABLE outbox_command (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, recordKind TEXT NOT NULL,
        recordId TEXT NOT NULL, recordTitle TEXT NOT NULL, type TEXT NOT NULL, arguments TEXT NOT NULL,
        expectedVersion INTEGER NOT NULL, seenDigest TEXT, seen TEXT NOT NULL, createdAt TEXT NOT NULL,
        actor TEXT NOT NULL, actorName TEXT NOT NULL, state TEXT NOT NULL, notBefore TEXT NOT NULL,
        tries INTEGER NOT NULL, nextTryAt TEXT, lastOutcome TEXT, lastError TEXT, acknowledgedVersion INTEGER);
      CREATE INDEX outbox_command_record ON outbox_command(recordKind, recordId, sequence);
      CREATE TABLE draft (recordId TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL, savedAt TEXT NOT NULL);
      CREATE TABLE preference (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
      CREATE TABLE digest_certificate (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, verifiedAt TEXT NOT NULL, certificate TEXT NOT NULL);
    `,
  },
  {
    name: 'decisions that change more than one record',
    sql: `
      ALTER TABLE outbox_command ADD COLUMN touches TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE outbox_command ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
    `,
  },
  {
    name: 'column mappings for statements no layout knows',
    sql: `CREATE TABLE column_mapping (
      signature TEXT PRIMARY KEY NOT NULL, mapping TEXT NOT NULL, savedAt TEXT NOT NULL);`,
  },
  {
    name: 'what was shown beside the record of a decision',
    sql: 'ALTER TABLE outbox_command ADD COLUMN beside TEXT;',
  },
  {
    name: 'column mappings for files of orders',
    sql: `CREATE TABLE order_mapping (
      signature TEXT PRIMARY KEY NOT NULL, mapping TEXT NOT NULL, savedAt TEXT NOT NULL);`,
  },
  {
    name: 'what left as a settlement workbook',
    sql: `CREATE TABLE book_run (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, run TEXT NOT NULL);`,
  },
  {
    name: 'files attached to decisions',
    sql: `CREATE TABLE attached_file (
      sha256 TEXT PRIMARY KEY NOT NULL, bytes INTEGER NOT NULL, attachedAt TEXT NOT NULL, givenAt TEXT);`,
  },
  {
    name: 'decisions whose effect has come back',
    sql: `CREATE TABLE confirmed_decision (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, decision TEXT NOT NULL,
      inDoubt INTEGER NOT NULL);`,
  },
]
