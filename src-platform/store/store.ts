import type { AuditEntry, AuditFilter } from '#shared/contracts/console-platform/contract.ts'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { ColumnValue } from '#shared/contracts/console-platform/kinds/define-kind.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Audience } from '../change-feed/role-cut.ts'
import type { Account, ApiKey, Session, SessionToken } from './credentials.ts'
import type { FailedCreation } from './failed-creation.ts'
import type { GivenFile, KeptOutcome, Upload } from './kept.ts'

/** Most records of one position: what a feed page has to take whole. A transaction that writes more takes further positions. */
export const POSITION_LIMIT = 5000
/** Most records one transaction may write: the largest statement with all it brings along. */
export const TRANSACTION_LIMIT = 250_000

/** Where the feed stands. `oldest`: a reader behind it has missed removals and starts over. */
export interface FeedHead {
  /** Names this history of positions; a new database has a new one. */
  readonly epoch: string
  readonly position: number
  /** Names the commit of the position; null where it was made before marks were kept. */
  readonly mark: string | null
  readonly oldest: number
}

/** A page of one kind in id order. */
export interface SnapshotRows {
  /** Wire rows as UTF-8 JSON, joined by commas: ready to be sent, not parsed on the way. */
  readonly json: Uint8Array
  readonly count: number
  /** Id to go on after, null after the last page. */
  readonly next: string | null
}

/** The newest state of a record that changed after a position; `row` is null where it was removed. */
export interface Change {
  readonly position: number
  readonly kind: RecordKind
  readonly id: string
  /** The wire row as JSON text. */
  readonly row: string | null
}

export interface Changes {
  readonly head: FeedHead
  /** Ascending position; the position at the end is always whole, so a page may exceed its limit by one. */
  readonly changes: readonly Change[]
  readonly more: boolean
}

/** A record by its columns. */
export interface LiftedRow {
  readonly id: string
  readonly name: string
  readonly columns: readonly ColumnValue[]
}

/** Whose orders are read. */
export interface OrdersOf {
  readonly marketplace: string
  readonly providerId: string
}

/**
 * A query that goes on after `WITH o AS (...)`: `o` has id, kind, refund_of, category, mode, channel, distributed, cash,
 * agreed, supervised and the instants paid_at, activated_at, starts_at, completed_at and repaid_at.
 */
export interface RecountQuery {
  readonly sql: string
  readonly bindings: Readonly<Record<string, string | number>>
}

/** What the market keeps of an order (its id), or pays back for a category (its name, the id null). Fen. */
export interface RecountedRow {
  readonly id: string | null
  readonly category: string | null
  readonly fee: number
}

/** A place in a provider's orders: the `sort` of their sheet, and an id ('' before all of an instant). */
export interface OrderPlace {
  readonly sort: string
  readonly id: string
}

export interface PlacedOrder extends OrderPlace {
  readonly order: RecordOf['order']
}

/** Reading. Each call sees one committed state; records are checked against their schema on the way out. */
export interface StoreReader {
  head(): Promise<FeedHead>
  /** The mark of a position, null where there is no such position or it has none. */
  markAt(position: number): Promise<string | null>
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null>
  /** The record of that name in a marketplace: names are unique in their kind there. */
  named<K extends RecordKind>(kind: K, marketplace: string, name: string): Promise<RecordOf[K] | null>
  /** Those of the names that records of a marketplace have, in one question however many they are. */
  namesAmong(kind: RecordKind, marketplace: string, names: readonly string[]): Promise<Set<string>>
  /** The first records of a marketplace whose names lie between two, in the order of their names. */
  namedBetween<K extends RecordKind>(
    kind: K,
    marketplace: string,
    names: { readonly after: string; readonly before: string },
    limit: number,
  ): Promise<RecordOf[K][]>
  /** As `namedBetween`, only columns of the sheet: id, name, then those asked for. */
  liftedBetween(
    kind: RecordKind,
    marketplace: string,
    names: { readonly after: string; readonly before: string },
    columns: readonly string[],
    limit: number,
  ): Promise<LiftedRow[]>
  /** Orders of a provider that moved at an instant or later, or are under supervision still, after a place. */
  ordersSince(of: OrdersOf, after: OrderPlace, limit: number): Promise<PlacedOrder[]>
  /** Orders of a provider that came or changed after a position, in id order. */
  ordersChanged(of: OrdersOf, position: number): Promise<RecordOf['order'][]>
  /** One of the orders of a statement's lines, of whichever provider it is now, that changed after a position. */
  orderOfLinesChanged(
    marketplace: string,
    names: { readonly after: string; readonly before: string },
    position: number,
  ): Promise<RecordOf['order'] | null>
  /** How many orders of a provider that were paid before an instant are under supervision still. */
  ordersUnderSupervision(of: OrdersOf, paidBefore: string): Promise<number>
  /**
   * Answers a query of the second accountant over a provider's orders that moved from an instant on. It reads the
   * relation `o` and bindings by name, in the SQL that SQLite and PostgreSQL both take.
   */
  recount(of: OrdersOf, since: string, query: RecountQuery): Promise<RecountedRow[]>
  /** Bank lines of a marketplace that are on deposits by a payment of that number, as `rechargeName` writes it. */
  linesOnDeposits(marketplace: string, number: string): Promise<RecordOf['bankLine'][]>
  /** The live red letters that name an invoice, of whatever marketplace and provider. */
  redLettersOf(number: string): Promise<RecordOf['invoice'][]>
  /** Notices to be sent by an instant, the longest due first. */
  noticesDue(at: string, limit: number): Promise<RecordOf['notice'][]>
  /** Notices that a sender took and has not said what came of. */
  noticesHanded(limit: number): Promise<RecordOf['notice'][]>
  /** Providers with calls for orders that failed from an instant on. */
  providersFailing(since: string): Promise<OrdersOf[]>
  /** Of a provider's orders, the lines with a failed call of a scene from an instant on: the first one, and whether any was answered. */
  failedCreations(of: OrdersOf, scene: string, since: string): Promise<FailedCreation[]>
  /** Whether a provider was told of a record, on an occasion, with this due day. */
  toldOfDueDay(of: OrdersOf, recordId: string, occasion: string, dueOn: string): Promise<boolean>
  /** Those of the ids that records have or, removed, had. */
  idsAmong(kind: RecordKind, ids: readonly string[]): Promise<Set<string>>
  /** A provider's records of one kind, in id order. */
  ofProvider<K extends RecordKind>(kind: K, marketplace: string, providerId: string): Promise<RecordOf[K][]>
  snapshotRows(kind: RecordKind, after: string, limit: number): Promise<SnapshotRows>
  changesAfter(after: number, kinds: readonly RecordKind[], limit: number): Promise<Changes>
  /** Count and hash (digestSchema) of what an audience sees of kinds, as stored without one; with the position all of it is true at. */
  digest(kinds: readonly RecordKind[], audience?: Audience): Promise<Digest>
  /** Kinds of the records, not removed ones, that name a file. */
  kindsNaming(fileHash: string): Promise<RecordKind[]>
  /** Whether a record, an upload of a vendor or somebody who gave it holds on to a file. */
  isFileHeld(fileHash: string): Promise<boolean>
  /** The file as an account gave it; null where it did not, or so long ago that it is forgotten. */
  givenFile(account: string, fileHash: string): Promise<GivenFile | null>
  /** Bytes of the files an account gave that no record names. */
  bytesNotNamed(account: string): Promise<number>

  /** The batch that published a record which is still as it came; null for any other. */
  batchOf(kind: RecordKind, id: string): Promise<string | null>
  /** The records of a marketplace between two names that were written one by one, or changed since their batch. */
  changedBetween<K extends RecordKind>(
    kind: K,
    marketplace: string,
    names: { readonly after: string; readonly before: string },
  ): Promise<RecordOf[K][]>

  /** Batches that were staged and not published. */
  stagedBatches(): Promise<string[]>

  outcome(commandId: string): Promise<KeptOutcome | null>
  /** The outcome of the command that was applied with that decision. */
  appliedOutcome(decisionHash: string): Promise<KeptOutcome | null>
  /** Entries after one, in order. @throws UnreadableEntryError */
  auditAfter(sequence: number, limit: number): Promise<AuditEntry[]>
  /** Entries of a filter before an entry, newest first. */
  auditBelow(filter: AuditFilter, below: number | null, limit: number): Promise<AuditEntry[]>
  countAudit(filter: AuditFilter): Promise<number>
  auditEntry(sequence: number): Promise<AuditEntry | null>
  /** A side of a change as it was kept, canonical JSON; null where it was not. */
  auditSide(hash: string): Promise<string | null>
  /** All kept sides, in the order they came. */
  auditSidesAfter(number: number, limit: number): Promise<NumberedSide[]>
  /** The first entry after one, up to another, of whose change a side that was kept is not there any more. */
  auditSideMissing(after: number, upTo: number): Promise<number | null>
  /** The first entry that states a side by its hash. */
  auditStating(hash: string): Promise<number | null>
  lastAudit(): Promise<AuditEntry | null>

  accountByEmail(email: string): Promise<Account | null>
  account(id: string): Promise<Account | null>
  accountByStaffNumber(staffNumber: string): Promise<Account | null>
  /** All accounts, in id order. */
  accounts(): Promise<Account[]>
  /** The sessions of an account that were not ended, the newest first. */
  openSessions(operatorId: string): Promise<Session[]>
  session(id: string): Promise<Session | null>
  token(hash: string): Promise<SessionToken | null>
  apiKey(hash: string): Promise<ApiKey | null>
  /** All API keys, ended ones too, the oldest first. */
  apiKeys(): Promise<ApiKey[]>
  /** What a provider uploaded apart from its packages, below a path prefix. */
  uploads(marketplace: string, providerId: string, pathPrefix: string): Promise<Upload[]>
}

/** What a record was before or after an act: canonical JSON by its SHA-256. */
export interface AuditedSide {
  readonly hash: string
  readonly body: string
}
export interface NumberedSide extends AuditedSide {
  readonly number: number
}

/** Writing, all or nothing. Reads see what the transaction wrote. */
export interface StoreTransaction extends StoreReader {
  /**
   * The last position of this commit: a reader who has come so far has all that was written until now. Taken at its
   * first use; a transaction that never asks leaves no gap.
   */
  position(): Promise<number>
  /** Insert or replace. The version must be exactly one above the stored one (any, if there is none). */
  put<K extends RecordKind>(kind: K, record: RecordOf[K]): Promise<void>
  /** Inserts many records that there were never before, as `put` one after the other would, for less. */
  putNew<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): Promise<void>
  /**
   * Makes a whole batch seen, however large, by writing a row for each part that was staged at once. Its records take
   * positions as `put` ones would. Answers how many there are.
   * @throws BatchBrokenError where a commit has meanwhile put a record of such an id or name: whoever commits first has it.
   */
  publish(batch: string): Promise<number>
  /** Drops some records of a batch that was not published; tells whether there may be more. */
  unstage(batch: string): Promise<boolean>
  /**
   * Removes every record that is still as a batch published it, however many, by writing a row for each of its parts. Their
   * names are free once they are swept. Answers how many the batch had.
   */
  removeBatch(batch: string): Promise<number>
  /** Makes tombstones of some records that were removed with their batch; tells whether there may be more. */
  sweepRemoved(): Promise<boolean>
  /** Leaves a tombstone, which the feed carries. */
  remove(kind: RecordKind, id: string): Promise<void>
  /** Drops tombstones up to a position: readers behind it are told to start over. */
  forgetRemovals(upTo: number): Promise<void>

  /** The next number of a series, from 1: without gaps, for it counts only if the transaction does. */
  nextNumber(series: string): Promise<number>

  /**
   * Takes or extends what only one process may do at a time, until an instant; false while another one has it. A `until`
   * that is over gives it up.
   */
  takeLease(name: string, holder: string, at: string, until: string): Promise<boolean>

  keepOutcome(kept: KeptOutcome): Promise<void>
  /** Sides that are kept already are not kept again. */
  appendAudit(entry: AuditEntry, sides: readonly AuditedSide[]): Promise<void>

  putAccount(account: Account): Promise<void>
  putSession(session: Session): Promise<void>
  putToken(token: SessionToken): Promise<void>
  /** Drops tokens that expired before an instant. */
  forgetTokens(expiredBefore: string): Promise<void>
  putApiKey(key: ApiKey): Promise<void>
  putUpload(upload: Upload): Promise<void>
  /** Given again, it counts as given now. */
  putGivenFile(given: GivenFile): Promise<void>
  /** Forgets who gave which file before an instant; what records name stays. */
  forgetGivenFiles(before: string): Promise<void>
}

/**
 * The platform's record, behind one small interface with one contract suite.
 *
 * Positions count commits, a large one several times, and a reader at position P must never meet a commit below P
 * later. The positions of one commit become visible together; a reader may page between them. SQLite has one
 * writer, so numbers given inside the write transaction are in commit order. PostgreSQL has not: there a
 * transaction takes its numbers under `pg_advisory_xact_lock` (or a locked counter row) held until it commits.
 * Keys begin with marketplace and provider, so that the tables can be sharded by them.
 */
export interface PlatformStore extends StoreReader {
  /**
   * Runs `work` as one transaction, one after the other; what it throws undoes all of it. `work` awaits nothing
   * but the transaction: no network, no other `write`.
   */
  write<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>
  /**
   * Adds new records to a batch, in a commit of their own: they take their ids and names, and nobody sees them before it
   * is published. At most POSITION_LIMIT at once, of kinds that name no files. Where the machine fails before the next
   * `write`, they may be lost: publishing them is one.
   * @throws KeyTakenError where a record has, or had, such an id or name, or another is staged with it.
   */
  stage<K extends RecordKind>(batch: string, kind: K, records: readonly RecordOf[K][]): Promise<void>
  /** Calls `listener` with the new position after each commit that moved the feed, until the answer is called. */
  watch(listener: (position: number) => void): () => void
  close(): Promise<void>
}
