import type { Migration } from '../migrate.ts'
import { BOARD_TABLES } from './boards/board-triggers.ts'

/** Schema of the cache, step by step. Indexes come and go with snapshots and therefore stand in indexes.ts. */
export const CACHE_MIGRATIONS: readonly Migration[] = [
  {
    name: 'records, position and names',
    sql: `
      CREATE TABLE operator (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, active INTEGER NOT NULL,
        body TEXT NOT NULL);
      CREATE TABLE provider (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, status TEXT NOT NULL, joinedOn TEXT, updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE application (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        providerId TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, category TEXT NOT NULL,
        purpose TEXT NOT NULL, status TEXT NOT NULL, assignee TEXT, submittedAt TEXT NOT NULL, dueOn TEXT,
        updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE listing (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        providerId TEXT NOT NULL, name TEXT NOT NULL, titleZh TEXT NOT NULL, titleEn TEXT NOT NULL,
        category TEXT NOT NULL, status TEXT NOT NULL, updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE listing_version (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        providerId TEXT NOT NULL, listingId TEXT NOT NULL, listingName TEXT NOT NULL, titleZh TEXT NOT NULL,
        titleEn TEXT NOT NULL, category TEXT NOT NULL, packageVersion TEXT NOT NULL, delivery TEXT NOT NULL,
        status TEXT NOT NULL, assignee TEXT, mustFindings INTEGER NOT NULL, submittedAt TEXT, dueOn TEXT,
        updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE sync_position (
        id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, scope TEXT NOT NULL,
        position INTEGER NOT NULL, phase TEXT NOT NULL, kinds TEXT NOT NULL, kindIndex INTEGER NOT NULL,
        afterKey TEXT NOT NULL, records INTEGER NOT NULL, confirmedAt TEXT NOT NULL);
      CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
      CREATE TABLE application_total (
        status TEXT NOT NULL, marketplace TEXT NOT NULL, dueOn TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (status, marketplace, dueOn)) WITHOUT ROWID;
      CREATE TABLE listing_version_total (
        status TEXT NOT NULL, marketplace TEXT NOT NULL, dueOn TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (status, marketplace, dueOn)) WITHOUT ROWID;
      CREATE VIRTUAL TABLE name_grams USING fts5(
        grams, content='', detail=none, columnsize=0,
        tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Cn'");
    `,
  },
  {
    // Without a position the copy starts over with a snapshot: it lacks the deposits and their indexes.
    name: 'deposit obligations; a provider says no longer whether its deposit is settled',
    sql: `
      CREATE TABLE deposit_obligation (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        providerId TEXT NOT NULL, name TEXT NOT NULL, category TEXT, amount INTEGER, balance INTEGER NOT NULL,
        updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      UPDATE provider SET body = json_remove(body, '$.depositSettled');
      DELETE FROM sync_position;
    `,
  },
  {
    name: 'bank accounts, statements and lines',
    sql: `
      CREATE TABLE bank_account (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL, number TEXT NOT NULL,
        holder TEXT NOT NULL, bank TEXT NOT NULL, updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      CREATE TABLE bank_statement (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        accountId TEXT NOT NULL, fileHash TEXT NOT NULL, fromOn TEXT, toOn TEXT, importedAt TEXT NOT NULL,
        body TEXT NOT NULL);
      CREATE TABLE bank_line (
        id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL,
        accountId TEXT NOT NULL, statementId TEXT NOT NULL, identity TEXT NOT NULL, bookedOn TEXT NOT NULL,
        chronology TEXT NOT NULL, effect INTEGER NOT NULL, balanceAfter INTEGER, counterpartyName TEXT NOT NULL,
        counterpartyAccount TEXT NOT NULL, said TEXT NOT NULL, status TEXT NOT NULL, matchedKinds TEXT,
        matchedTo TEXT, updatedAt TEXT NOT NULL, body TEXT NOT NULL);
      DELETE FROM sync_position;
    `,
  },
  {
    name: 'which fold of names the indexes were made with',
    sql: 'CREATE TABLE name_keys (version INTEGER NOT NULL)',
  },
  {
    name: 'which commit made the position',
    sql: 'ALTER TABLE sync_position ADD COLUMN mark TEXT',
  },
  {
    name: 'the month each order is settled in',
    sql: `CREATE TABLE settled_order (
        orderId TEXT PRIMARY KEY NOT NULL, month TEXT NOT NULL, partId TEXT NOT NULL) WITHOUT ROWID`,
  },
  {
    // Without a position the copy starts over with a snapshot, at whose end the boards are made.
    name: 'what the boards add up',
    sql: `${BOARD_TABLES} DELETE FROM sync_position;`,
  },
  {
    name: 'where each name is; the names are made anew with the indexes',
    sql: 'ALTER TABLE name ADD COLUMN places INTEGER NOT NULL DEFAULT 0; DELETE FROM name_keys;',
  },
]
