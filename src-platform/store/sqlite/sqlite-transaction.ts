import { setImmediate } from 'node:timers/promises'
import { assert } from '#shared/base/assert.ts'
import type { AuditEntry } from '#shared/contracts/console-platform/contract.ts'
import type { RecordKey } from '#shared/contracts/console-platform/kinds/define-kind.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account, ApiKey, Session, SessionToken } from '../credentials.ts'
import type { KeptOutcome, Upload } from '../kept.ts'
import { POSITION_LIMIT, type StoreTransaction, TRANSACTION_LIMIT } from '../store.ts'
import { SqliteReader } from './sqlite-reader.ts'

const INSERT_RECORD = `INSERT INTO records (marketplace, provider, kind, id, version, position, name, row)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

/** New records written before others have their turn: some milliseconds. */
const RECORDS_AT_ONCE = 500

/** Writes through the one writing connection, between its BEGIN and COMMIT. */
export class SqliteTransaction extends SqliteReader implements StoreTransaction {
  #position: number | null = null
  #records = 0

  /** Called at each BEGIN: the statements stay prepared, the positions are new ones. */
  begin(): void {
    this.#position = null
    this.#records = 0
  }

  /** The last position the transaction took, null where it took none: then the feed has nothing new. */
  get taken(): number | null {
    return this.#position
  }

  async position(): Promise<number> {
    return this.#takePosition()
  }

  async put<K extends RecordKind>(kind: K, record: RecordOf[K]): Promise<void> {
    const key = RECORD_KINDS[kind].key(record)
    // Between the positions of a large commit others have their turn: readers, other requests.
    if (this.#isFull()) await setImmediate()
    const position = this.#positionOfNext()
    const isThere = this.#hasPrevious(kind, record)
    this.sql(
      `${INSERT_RECORD} ON CONFLICT (marketplace, provider, kind, id) DO UPDATE
       SET version = excluded.version, position = excluded.position, name = excluded.name, row = excluded.row`,
    ).run(...recordRow(kind, record, key, position))
    if (isThere) this.#forgetFiles(kind, record.id)
    this.#nameFiles(kind, record.id, key)
  }

  async putNew<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): Promise<void> {
    const insert = this.sql(INSERT_RECORD)
    for (const [at, record] of records.entries()) {
      if (at > 0 && at % RECORDS_AT_ONCE === 0) await setImmediate()
      const key = RECORD_KINDS[kind].key(record)
      const row = recordRow(kind, record, key, this.#positionOfNext())
      try {
        insert.run(...row)
      } catch (error) {
        // Looked up only now: an id that is there is refused in the words of `put`, a name in the database's.
        this.#hasPrevious(kind, record)
        throw error
      }
      this.#nameFiles(kind, record.id, key)
    }
  }

  async remove(kind: RecordKind, id: string): Promise<void> {
    const position = this.#positionOfNext()
    this.sql(
      `UPDATE records SET row = NULL, name = NULL, version = version + 1, position = ?
       WHERE kind = ? AND id = ? AND row IS NOT NULL`,
    ).run(position, kind, id)
    this.#forgetFiles(kind, id)
  }

  async forgetRemovals(upTo: number): Promise<void> {
    this.sql('DELETE FROM records WHERE row IS NULL AND position <= ?').run(upTo)
    this.sql('UPDATE feed SET oldest = min(position, max(oldest, ?))').run(upTo)
  }

  async nextNumber(series: string): Promise<number> {
    const text = `INSERT INTO series VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last`
    return Number(this.sql(text).pluck().get(series))
  }

  async keepOutcome(kept: KeptOutcome): Promise<void> {
    this.sql('INSERT INTO outcomes (command_id, body, decision_hash) VALUES (?, ?, ?)').run(
      kept.commandId,
      JSON.stringify(kept),
      kept.decisionHash,
    )
  }

  async appendAudit(entry: AuditEntry): Promise<void> {
    this.sql('INSERT INTO audit VALUES (?, ?)').run(entry.sequence, JSON.stringify(entry))
  }

  async putAccount(account: Account): Promise<void> {
    this.sql(
      `INSERT INTO accounts VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET email = excluded.email, body = excluded.body`,
    ).run(account.id, account.email, JSON.stringify(account))
  }

  async putSession(session: Session): Promise<void> {
    this.sql('INSERT OR REPLACE INTO sessions VALUES (?, ?)').run(session.id, JSON.stringify(session))
  }

  async putToken(token: SessionToken): Promise<void> {
    this.sql('INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)').run(
      token.hash,
      token.expiresAt,
      JSON.stringify(token),
    )
  }

  async forgetTokens(expiredBefore: string): Promise<void> {
    this.sql('DELETE FROM tokens WHERE expires_at < ?').run(expiredBefore)
  }

  async putApiKey(key: ApiKey): Promise<void> {
    this.sql('INSERT OR REPLACE INTO api_keys VALUES (?, ?)').run(key.hash, JSON.stringify(key))
  }

  async putUpload(upload: Upload): Promise<void> {
    const { marketplace, providerId, path } = upload
    this.sql('INSERT OR REPLACE INTO uploads VALUES (?, ?, ?, ?)').run(
      marketplace,
      providerId,
      path,
      JSON.stringify(upload),
    )
  }

  /** Whether the version before this one is on record; nothing is for a new one, and any other is refused. */
  #hasPrevious<K extends RecordKind>(kind: K, { id, version }: RecordOf[K]): boolean {
    const stored = this.sql('SELECT version FROM records WHERE kind = ? AND id = ?').pluck().get(kind, id)
    assert(
      stored === undefined || version === Number(stored) + 1,
      `${kind} ${id} goes from version ${stored} to the next`,
    )
    return stored !== undefined
  }

  #nameFiles(kind: RecordKind, id: string, { fileHashes }: RecordKey): void {
    if (fileHashes.length === 0) return
    const naming = this.sql('INSERT OR IGNORE INTO record_files VALUES (?, ?, ?)')
    for (const hash of fileHashes) naming.run(hash, kind, id)
  }

  #forgetFiles(kind: RecordKind, id: string): void {
    this.sql('DELETE FROM record_files WHERE kind = ? AND id = ?').run(kind, id)
  }

  /** The present position has all the records it may have. */
  #isFull(): boolean {
    return this.#records > 0 && this.#records % POSITION_LIMIT === 0
  }

  /** Where the next record goes: a further position after each so many records. */
  #positionOfNext(): number {
    assert(this.#records < TRANSACTION_LIMIT, `a transaction writes at most ${TRANSACTION_LIMIT} records`)
    if (this.#isFull()) this.#position = null
    this.#records += 1
    return this.#takePosition()
  }

  #takePosition(): number {
    this.#position ??= Number(
      this.sql('UPDATE feed SET position = position + 1 RETURNING position').pluck().get(),
    )
    return this.#position
  }
}

/** What INSERT_RECORD takes. */
function recordRow<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  { marketplace, providerId, name }: RecordKey,
  position: number,
): unknown[] {
  const row = JSON.stringify(wireRow(kind, record))
  return [marketplace, providerId, kind, record.id, record.version, position, name, row]
}
