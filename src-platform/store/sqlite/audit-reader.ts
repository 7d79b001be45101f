import { z } from 'zod'
import {
  type AuditEntry,
  type AuditFilter,
  auditEntrySchema,
} from '#shared/contracts/console-platform/contract.ts'
import type { NumberedSide, StoreReader } from '../store.ts'
import { UnreadableEntryError } from '../store-errors.ts'
import { OrderReader } from './order-reader.ts'

type AuditReads = Pick<
  StoreReader,
  | 'auditAfter'
  | 'auditBelow'
  | 'countAudit'
  | 'auditEntry'
  | 'auditSide'
  | 'auditSidesAfter'
  | 'auditSideMissing'
  | 'auditStating'
  | 'lastAudit'
>

/** What each part of a filter asks of an entry. */
const CONDITIONS: Readonly<Record<keyof AuditFilter, string>> = {
  actor: 'actor = @actor',
  action: 'action >= @action AND action < @action || char(0x10ffff)',
  kind: 'record_kind = @kind',
  recordId: 'record_id = @recordId',
  from: 'at >= @from',
  before: 'at < @before',
}
const PARTS = Object.keys(CONDITIONS) as (keyof AuditFilter)[]

const bodySchema = z.preprocess(jsonOf, auditEntrySchema)

/** Reads the audit log through one connection. */
export class AuditReader extends OrderReader implements AuditReads {
  async auditAfter(sequence: number, limit: number): Promise<AuditEntry[]> {
    const text = 'SELECT body FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?'
    return entriesOf(this.sql(text).pluck().all(sequence, limit))
  }

  async auditBelow(filter: AuditFilter, below: number | null, limit: number): Promise<AuditEntry[]> {
    const where = ['sequence < @below', ...conditionsOf(filter)].join(' AND ')
    const text = `SELECT body FROM audit WHERE ${where} ORDER BY sequence DESC LIMIT @limit`
    const bindings = { ...filter, below: below ?? Number.MAX_SAFE_INTEGER, limit }
    return entriesOf(this.sql(text).pluck().all(bindings))
  }

  async countAudit(filter: AuditFilter): Promise<number> {
    const conditions = conditionsOf(filter)
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
    return Number(
      this.sql(`SELECT count(*) FROM audit${where}`)
        .pluck()
        .get({ ...filter }),
    )
  }

  async auditEntry(sequence: number): Promise<AuditEntry | null> {
    const [entry] = entriesOf(this.sql('SELECT body FROM audit WHERE sequence = ?').pluck().all(sequence))
    return entry ?? null
  }

  async lastAudit(): Promise<AuditEntry | null> {
    const [entry] = entriesOf(this.sql('SELECT body FROM audit ORDER BY sequence DESC LIMIT 1').pluck().all())
    return entry ?? null
  }

  async auditSide(hash: string): Promise<string | null> {
    const body = this.sql('SELECT body FROM audit_sides WHERE hash = ?').pluck().get(hash)
    return typeof body === 'string' ? body : null
  }

  async auditSidesAfter(number: number, limit: number): Promise<NumberedSide[]> {
    const text = 'SELECT number, hash, body FROM audit_sides WHERE number > ? ORDER BY number LIMIT ?'
    return this.sql(text).all(number, limit) as NumberedSide[]
  }

  async auditSideMissing(after: number, upTo: number): Promise<number | null> {
    const text = `SELECT min(sequence) FROM audit
      WHERE sequence > @after AND sequence <= @upTo AND sequence >= (SELECT sequence FROM audit_sides_from)
        AND EXISTS (SELECT 1 FROM (SELECT body ->> 'beforeHash' AS hash UNION ALL SELECT body ->> 'afterHash') side
          WHERE side.hash IS NOT NULL AND side.hash NOT IN (SELECT hash FROM audit_sides))`
    const sequence = this.sql(text).pluck().get({ after, upTo })
    return typeof sequence === 'number' ? sequence : null
  }

  async auditStating(hash: string): Promise<number | null> {
    const text = `SELECT min(sequence) FROM audit
      WHERE body ->> 'beforeHash' = @hash OR body ->> 'afterHash' = @hash`
    const sequence = this.sql(text).pluck().get({ hash })
    return typeof sequence === 'number' ? sequence : null
  }
}

function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return null
  }
}

function conditionsOf(filter: AuditFilter): string[] {
  return PARTS.flatMap((part) => (filter[part] === undefined ? [] : [`(${CONDITIONS[part]})`]))
}

/** @throws UnreadableEntryError at the first that is none */
function entriesOf(bodies: readonly unknown[]): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const body of bodies) {
    const entry = bodySchema.safeParse(body)
    if (!entry.success) throw new UnreadableEntryError(entries)
    entries.push(entry.data)
  }
  return entries
}
