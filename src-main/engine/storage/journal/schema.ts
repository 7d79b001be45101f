import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Decisions on their way, and those that came back. Nothing leaves but by acknowledgement or by a person. */
export const outboxCommand = sqliteTable('outbox_command', {
  /** Order of deciding; clocks may jump, this does not. */
  sequence: integer().primaryKey({ autoIncrement: true }),
  /** ULID, the command's id on the platform. */
  id: text().notNull().unique(),
  recordKind: text({
    enum: [
      'application',
      'listingVersion',
      'depositObligation',
      'bankAccount',
      'bankLine',
      'orderImport',
      'offlineOrder',
      'supervision',
      'contact',
      'operator',
      'settlementMonth',
      'settlementStatement',
      'settlementAdjustment',
      'commissionInvoice',
      'commissionRebate',
      'companyControl',
      'violation',
      'policyPack',
      'holidayTable',
      'recharge',
      'providerAccount',
      'provider',
      'invoice',
      'payoutRequest',
      'payoutBatch',
      'matchSettings',
      'paymentTemplate',
      'notice',
      'noticeTemplate',
    ],
  }).notNull(),
  recordId: text().notNull(),
  /** What the record was called when it was decided, for lists. */
  recordTitle: text().notNull(),
  type: text().notNull(),
  /** JSON. */
  arguments: text().notNull(),
  expectedVersion: integer().notNull(),
  seenDigest: text(),
  /** The record as it was shown, JSON. */
  seen: text().notNull(),
  createdAt: text().notNull(),
  /** Account id and name; a decision is only ever sent as the one who took it. */
  actor: text().notNull(),
  actorName: text().notNull(),
  state: text({ enum: ['held', 'queued', 'acknowledged', 'returned'] }).notNull(),
  /** Not sent before: the end of the time to undo. */
  notBefore: text().notNull(),
  tries: integer().notNull(),
  nextTryAt: text(),
  /** JSON of the last outcome the platform gave. */
  lastOutcome: text(),
  /** Code of the last failure to get an outcome. */
  lastError: text(),
  acknowledgedVersion: integer(),
  /** Every record it changes, the one it is about included: JSON array of `kind id`. */
  touches: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  /** Records that must be there before it: JSON array of `kind id`. */
  needs: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  /** What was shown beside the record, JSON; null where it is not compared, or was stored before it was kept. */
  beside: text(),
})
export type OutboxRow = typeof outboxCommand.$inferSelect

/** Decisions whose effect has come back, the newest kept: a platform that is put back to a backup may have lost them. */
export const confirmedDecision = sqliteTable('confirmed_decision', {
  sequence: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
  /** The decision as it was in the outbox. */
  decision: text({ mode: 'json' }).$type<OutboxRow>().notNull(),
  /** 1 from a change of the platform's history until it is known whether the platform has it still. */
  inDoubt: integer().notNull().$type<0 | 1>(),
})

/** A verdict not yet given, by record. */
export const draft = sqliteTable('draft', {
  recordId: text().primaryKey(),
  content: text().notNull(),
  savedAt: text().notNull(),
})

/** What a person set on this computer; `value` is JSON. */
export const preference = sqliteTable('preference', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** Proofs that the cache equalled the platform, newest kept; `certificate` is JSON. */
export const digestCertificate = sqliteTable('digest_certificate', {
  sequence: integer().primaryKey({ autoIncrement: true }),
  verifiedAt: text().notNull(),
  certificate: text().notNull(),
})

/** Files a person attached here; their bytes lie sealed beside the journal. */
export const attachedFile = sqliteTable('attached_file', {
  sha256: text().primaryKey(),
  bytes: integer().notNull(),
  attachedAt: text().notNull(),
  /** When the platform last took it; null before. */
  givenAt: text(),
})
