import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { NEW_AMOUNT_STATES } from '#shared/contracts/console-engine/deposits.ts'
import { CONFIDENCES } from '#shared/rules/bank-matching/confidence.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { SUPERVISION_PARTIES, WAITING_STATES } from '#shared/rules/supervision/waiting-for.ts'

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
  /** Names the commit of the position; null where the platform named none. */
  mark: text(),
})

/** Every distinct name and title: what a search by name runs over. Text search lies in `name_grams`. */
export const name = sqliteTable('name', {
  id: integer().primaryKey(),
  text: text().notNull().unique(),
  /** A bit for each column that may hold it, see named-columns.ts. */
  places: integer().notNull(),
})

/** TEMP: how sure it is what each open line is, see line-confidence.ts. */
export const lineConfidence = sqliteTable('line_confidence', {
  id: text().primaryKey(),
  confidence: text({ enum: CONFIDENCES }).notNull(),
})

/** TEMP: the deposits as they stand today, see register.ts. */
export const depositRegister = sqliteTable('deposit_register', {
  id: text().primaryKey(),
  version: integer().notNull(),
  marketplace: text().notNull(),
  providerId: text().notNull(),
  name: text().notNull(),
  category: text(),
  /** Fen; null where the marketplace states none. */
  amount: integer(),
  balance: integer().notNull(),
  status: text({ enum: DEPOSIT_STATUSES }).notNull(),
  settled: integer().$type<0 | 1>().notNull(),
  waivedUntil: text(),
  dueOn: text(),
  refundableFrom: text(),
  provisional: integer().$type<0 | 1>().notNull(),
  /** Fen; null where today's pack asks no more than was asked before. */
  newAmount: integer(),
  newAmountState: text({ enum: NEW_AMOUNT_STATES }),
})

/** TEMP: the supervised orders that no bill has, see supervised-orders.ts. */
export const supervisedOrder = sqliteTable('supervised_order', {
  id: text().primaryKey(),
  marketplace: text().notNull(),
  number: text().notNull(),
  providerId: text().notNull(),
  name: text().notNull(),
  listingId: text(),
  productName: text().notNull(),
  status: text({ enum: WAITING_STATES }).notNull(),
  waitsFor: text({ enum: SUPERVISION_PARTIES }).notNull(),
  since: text().notNull(),
  dueAt: text(),
  rejections: integer().notNull(),
  mayAppeal: integer().$type<0 | 1>().notNull(),
  /** Fen. */
  amount: integer().notNull(),
  paidAt: text().notNull(),
  completedAt: text(),
  billedIn: text(),
  billsOn: text(),
})
