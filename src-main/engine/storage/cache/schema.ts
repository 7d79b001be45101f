import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Confirmed records as pulled from the platform, one table a kind: id, version, the lifted columns of
 * RECORD_KINDS in wire order, and the whole record as JSON text. A test holds them to RECORD_KINDS.
 */
export const operator = sqliteTable('operator', {
  id: text().primaryKey(),
  version: integer().notNull(),
  name: text().notNull(),
  active: integer().notNull(),
  body: text().notNull(),
})

export const provider = sqliteTable('provider', {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  name: text().notNull(),
  kind: text().notNull(),
  status: text().notNull(),
  joinedOn: text(),
  updatedAt: text().notNull(),
  body: text().notNull(),
})

const applicationColumns = {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  providerId: text().notNull(),
  name: text().notNull(),
  kind: text().notNull(),
  /** Category ids, joined by spaces. */
  category: text().notNull(),
  purpose: text().notNull(),
  status: text().notNull(),
  assignee: text(),
  submittedAt: text().notNull(),
  dueOn: text(),
  updatedAt: text().notNull(),
  body: text().notNull(),
}
export const application = sqliteTable('application', applicationColumns)

export const listing = sqliteTable('listing', {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  providerId: text().notNull(),
  name: text().notNull(),
  titleZh: text().notNull(),
  titleEn: text().notNull(),
  category: text().notNull(),
  status: text().notNull(),
  updatedAt: text().notNull(),
  body: text().notNull(),
})

const listingVersionColumns = {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  providerId: text().notNull(),
  listingId: text().notNull(),
  listingName: text().notNull(),
  titleZh: text().notNull(),
  titleEn: text().notNull(),
  category: text().notNull(),
  packageVersion: text().notNull(),
  delivery: text().notNull(),
  status: text().notNull(),
  assignee: text(),
  mustFindings: integer().notNull(),
  submittedAt: text(),
  dueOn: text(),
  updatedAt: text().notNull(),
  body: text().notNull(),
}
export const listingVersion = sqliteTable('listing_version', listingVersionColumns)

const depositObligationColumns = {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  providerId: text().notNull(),
  name: text().notNull(),
  category: text(),
  /** Fen; null where the marketplace states none. */
  amount: integer(),
  balance: integer().notNull(),
  updatedAt: text().notNull(),
  body: text().notNull(),
}
export const depositObligation = sqliteTable('deposit_obligation', depositObligationColumns)

const bankAccountColumns = {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  number: text().notNull(),
  holder: text().notNull(),
  bank: text().notNull(),
  updatedAt: text().notNull(),
  body: text().notNull(),
}
export const bankAccount = sqliteTable('bank_account', bankAccountColumns)

export const bankStatement = sqliteTable('bank_statement', {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  accountId: text().notNull(),
  fileHash: text().notNull(),
  fromOn: text(),
  toOn: text(),
  importedAt: text().notNull(),
  body: text().notNull(),
})

const bankLineColumns = {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  accountId: text().notNull(),
  statementId: text().notNull(),
  identity: text().notNull(),
  bookedOn: text().notNull(),
  /** Sorts lines of an account as they were booked. */
  chronology: text().notNull(),
  /** Fen, negative for money out. */
  effect: integer().notNull(),
  balanceAfter: integer(),
  counterpartyName: text().notNull(),
  counterpartyAccount: text().notNull(),
  /** Summary, purpose and remark. */
  said: text().notNull(),
  status: text().notNull(),
  /** Kinds of a matched line's parts, and the deposits they went to, joined by blanks. */
  matchedKinds: text(),
  matchedTo: text(),
  updatedAt: text().notNull(),
  body: text().notNull(),
}
export const bankLine = sqliteTable('bank_line', bankLineColumns)

/**
 * TEMP tables: the records that pending decisions change, as they will be. A queue shows
 * `confirmed WHERE id NOT IN (overlay) UNION ALL overlay`.
 */
export const overlayApplication = sqliteTable('overlay_application', applicationColumns)
export const overlayListingVersion = sqliteTable('overlay_listing_version', listingVersionColumns)
export const overlayDepositObligation = sqliteTable('overlay_deposit_obligation', depositObligationColumns)
export const overlayBankAccount = sqliteTable('overlay_bank_account', bankAccountColumns)
export const overlayBankLine = sqliteTable('overlay_bank_line', bankLineColumns)
/** TEMP: lines of statements whose import is on its way. A line in `overlay_bank_line` stands for the one here. */
export const importedBankLine = sqliteTable('imported_bank_line', bankLineColumns)

/** Where the copy stands; one row with id 1, none before the first snapshot began. */
export const syncPosition = sqliteTable('sync_position', {
  id: integer().primaryKey(),
  /** The platform's history of positions, and the cut of the feed, that this copy belongs to. */
  epoch: text().notNull(),
  scope: text().notNull(),
  /** Everything up to here is applied; during a snapshot, where the feed goes on after it. */
  position: integer().notNull(),
  /** `rows`: pages are coming in. `indexes`: all are in, indexes are being built. `complete`: the feed goes on. */
  phase: text({ enum: ['rows', 'indexes', 'complete'] }).notNull(),
  /** Kinds of the snapshot, JSON array, in the order they are read. */
  kinds: text().notNull(),
  /** Index into `kinds`, and the key to read on after ('' at the start of a kind). */
  kindIndex: integer().notNull(),
  afterKey: text().notNull(),
  /** Records of the running snapshot applied so far. */
  records: integer().notNull(),
  /** When the platform last answered. */
  confirmedAt: text().notNull(),
})

/** Every distinct name and title: what a search by name runs over. Text search lies in `name_grams`. */
export const name = sqliteTable('name', {
  id: integer().primaryKey(),
  text: text().notNull().unique(),
})

/** The cache table of each kind of record. */
export const CACHE_TABLES = {
  operator,
  provider,
  application,
  listing,
  listingVersion,
  depositObligation,
  bankAccount,
  bankStatement,
  bankLine,
} as const
