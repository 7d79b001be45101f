import { setImmediate } from 'node:timers/promises'
import { assert } from '#shared/base/assert.ts'
import type { AuditEntry } from '#shared/contracts/console-platform/contract.ts'
import type { RecordKey } from '#shared/contracts/console-platform/kinds/define-kind.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account, ApiKey, Session, SessionToken } from '../credentials.ts'
import type { GivenFile, KeptOutcome, Upload } from '../kept.ts'
import { type AuditedSide, POSITION_LIMIT, type StoreTransaction, TRANSACTION_LIMIT } from '../store.ts'
import { BatchBrokenError, KeyTakenError } from '../store-errors.ts'
import { IS_SEEN, IS_STAGED } from './is-seen.ts'
import { INSERT_RECORD, isKeyTaken, PUT_RECORD, recordRow } from './record-rows.ts'
import { SqliteReader } from './sqlite-reader.ts'

/** Records written, or dropped, before others have their turn: some milliseconds. */
const RECORDS_AT_ONCE = 500

/** Records of one part of a batch, unless more are staged at once: they take one position. */
const PART_RECORDS = 2500

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
    this.#insert(kind, isThere ? PUT_RECORD : INSERT_RECORD, record, position)
    if (isThere) this.#forgetFiles(kind, record.id)
    this.#nameFiles(kind, record.id, key)
  }

  async putNew<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): Promise<void> {
    for (const [at, record] of records.entries()) {
      if (at > 0 && at % RECORDS_AT_ONCE === 0) await setImmediate()
      const key = RECORD_KINDS[kind].key(record)
      try {
        this.#insert(kind, INSERT_RECORD, record, this.#positionOfNext())
      } catch (error) {
        // Looked up only now: an id that is there is refused in the words of `put`, a name in the database's.
        this.#hasPrevious(kind, record)
        throw error
      }
      this.#nameFiles(kind, record.id, key)
    }
  }

  /** What `PlatformStore.stage` does within its commit. */
  async stage<K extends RecordKind>(batch: string, kind: K, records: readonly RecordOf[K][]): Promise<void> {
    assert(records.length <= POSITION_LIMIT, `at most ${POSITION_LIMIT} records are staged at once`)
    const part = this.#partFor(batch, records.length)
    const insert = this.sql(INSERT_RECORD)
    for (const [at, record] of records.entries()) {
      if (at > 0 && at % RECORDS_AT_ONCE === 0) await setImmediate()
      assert(RECORD_KINDS[kind].key(record).fileHashes.length === 0, `${kind} names files and is not staged`)
      try {
        insert.run(...recordRow(kind, record, -part))
      } catch (error) {
        if (isKeyTaken(error)) throw new KeyTakenError(`${kind} ${record.id} or its name is there already`)
        throw error
      }
    }
  }

  async publish(batch: string): Promise<number> {
    const text = `SELECT id, records, is_broken AS isBroken FROM batch_parts
      WHERE batch = ? AND position IS NULL ORDER BY id`
    const parts = this.sql(text).all(batch) as { id: number; records: number; isBroken: number }[]
    if (parts.some(({ isBroken }) => isBroken !== 0)) {
      throw new BatchBrokenError(`records of ${batch} gave way to others`)
    }
    return this.#place(parts, 'UPDATE batch_parts SET position = ? WHERE id = ?')
  }

  async removeBatch(batch: string): Promise<number> {
    const text = `SELECT id, records FROM batch_parts
      WHERE batch = ? AND position IS NOT NULL AND removed IS NULL ORDER BY id`
    const parts = this.sql(text).all(batch) as { id: number; records: number }[]
    return this.#place(parts, 'UPDATE batch_parts SET removed = ? WHERE id = ?')
  }

  async sweepRemoved(): Promise<boolean> {
    const text = 'SELECT id, removed FROM batch_parts WHERE removed IS NOT NULL ORDER BY id LIMIT 1'
    const part = this.sql(text).get() as { id: number; removed: number } | undefined
    if (part === undefined) return false
    const some = `UPDATE records SET row = NULL, name = NULL, sort = NULL, version = version + 1, position = ?
      WHERE rowid IN (SELECT rowid FROM records WHERE position = ? LIMIT ?)`
    const { changes } = this.sql(some).run(part.removed, -part.id, RECORDS_AT_ONCE)
    if (changes < RECORDS_AT_ONCE) this.sql('DELETE FROM batch_parts WHERE id = ?').run(part.id)
    return true
  }

  /** Gives each part a position that has room for it; answers how many records they had when they were staged. */
  #place(parts: readonly { readonly id: number; readonly records: number }[], text: string): number {
    let filled = this.#records % POSITION_LIMIT || (this.#isFull() ? POSITION_LIMIT : 0)
    for (const { id, records } of parts) {
      if (filled + records > POSITION_LIMIT) {
        this.#position = null
        filled = 0
      }
      this.sql(text).run(this.#takePosition(), id)
      filled += records
    }
    this.#records = Math.floor(this.#records / POSITION_LIMIT) * POSITION_LIMIT + filled
    return parts.reduce((sum, { records }) => sum + records, 0)
  }

  async unstage(batch: string): Promise<boolean> {
    const text = 'SELECT max(id) FROM batch_parts WHERE batch = ? AND position IS NULL'
    const part = this.sql(text).pluck().get(batch)
    if (part === null) return false
    const some = 'DELETE FROM records WHERE rowid IN (SELECT rowid FROM records WHERE position = ? LIMIT ?)'
    const { changes } = this.sql(some).run(-Number(part), RECORDS_AT_ONCE)
    if (changes < RECORDS_AT_ONCE) this.sql('DELETE FROM batch_parts WHERE id = ?').run(part)
    return true
  }

  async remove(kind: RecordKind, id: string): Promise<void> {
    const position = this.#positionOfNext()
    this.sql(
      `UPDATE records SET row = NULL, name = NULL, sort = NULL, version = version + 1, position = ?
       WHERE kind = ? AND id = ? AND row IS NOT NULL AND ${IS_SEEN}`,
    ).run(position, kind, id)
    this.#forgetFiles(kind, id)
  }

  async forgetRemovals(upTo: number): Promise<void> {
    this.sql('DELETE FROM records WHERE row IS NULL AND position <= ?').run(upTo)
    this.sql('UPDATE feed SET oldest = min(position, max(oldest, ?))').run(upTo)
    this.sql('DELETE FROM marks WHERE position < (SELECT oldest FROM feed)').run()
  }

  async nextNumber(series: string): Promise<number> {
    const text = `INSERT INTO series VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last`
    return Number(this.sql(text).pluck().get(series))
  }

  async takeLease(name: string, holder: string, at: string, until: string): Promise<boolean> {
    const text = `INSERT INTO leases VALUES (@name, @holder, @until) ON CONFLICT (name) DO UPDATE
      SET holder = excluded.holder, until = excluded.until WHERE holder = excluded.holder OR until <= @at`
    return this.sql(text).run({ name, holder, at, until }).changes > 0
  }

  async keepOutcome(kept: KeptOutcome): Promise<void> {
    this.sql('INSERT INTO outcomes (command_id, body, decision_hash) VALUES (?, ?, ?)').run(
      kept.commandId,
      JSON.stringify(kept),
      kept.decisionHash,
    )
  }

  async appendAudit(entry: AuditEntry, sides: readonly AuditedSide[]): Promise<void> {
    this.sql('INSERT INTO audit (sequence, body) VALUES (?, ?)').run(entry.sequence, JSON.stringify(entry))
    const keep = this.sql('INSERT INTO audit_sides (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING')
    for (const { hash, body } of sides) keep.run(hash, body)
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

  async putGivenFile({ account, fileHash, size, at }: GivenFile): Promise<void> {
    this.sql('INSERT OR REPLACE INTO given_files VALUES (?, ?, ?, ?)').run(account, fileHash, size, at)
  }

  async forgetGivenFiles(before: string): Promise<void> {
    this.sql('DELETE FROM given_files WHERE at < ?').run(before)
  }

  /** The part of a batch that has room for so many more records, or a new one. */
  #partFor(batch: string, records: number): number {
    const last = `UPDATE batch_parts SET records = records + @records
      WHERE id = (SELECT max(id) FROM batch_parts WHERE batch = @batch AND position IS NULL)
        AND records + @records <= ${PART_RECORDS} RETURNING id`
    const another = 'INSERT INTO batch_parts (batch, records) VALUES (@batch, @records) RETURNING id'
    const given = { batch, records }
    return Number(this.sql(last).pluck().get(given) ?? this.sql(another).pluck().get(given))
  }

  /** Writes a record; what is staged with its id or name gives way. */
  #insert<K extends RecordKind>(kind: K, text: string, record: RecordOf[K], position: number): void {
    const row = recordRow(kind, record, position)
    try {
      this.sql(text).run(...row)
    } catch (error) {
      if (!isKeyTaken(error) || !this.#makeWay(kind, record)) throw error
      this.sql(text).run(...row)
    }
  }

  /** Drops what is staged with the id or name of a record; tells whether anything was. */
  #makeWay<K extends RecordKind>(kind: K, record: RecordOf[K]): boolean {
    const { marketplace, name } = RECORD_KINDS[kind].key(record)
    const text = `DELETE FROM records
      WHERE kind = ? AND (id = ? OR (marketplace = ? AND name = ?)) AND ${IS_STAGED} RETURNING -position`
    const parts = this.sql(text).pluck().all(kind, record.id, marketplace, name)
    for (const part of parts) this.sql('UPDATE batch_parts SET is_broken = 1 WHERE id = ?').run(part)
    return parts.length > 0
  }

  /** Whether the version before this one is on record; nothing is for a new one, and any other is refused. */
  #hasPrevious<K extends RecordKind>(kind: K, { id, version }: RecordOf[K]): boolean {
    const text = `SELECT version FROM records WHERE kind = ? AND id = ? AND ${IS_SEEN}`
    const stored = this.sql(text).pluck().get(kind, id)
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
    if (this.#position !== null) return this.#position
    const taken = Number(this.sql('UPDATE feed SET position = position + 1 RETURNING position').pluck().get())
    this.sql('INSERT INTO marks VALUES (?, lower(hex(randomblob(8))))').run(taken)
    this.#position = taken
    return taken
  }
}
