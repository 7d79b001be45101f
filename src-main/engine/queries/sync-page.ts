import type { Bilingual } from '#shared/base/bilingual.ts'
import type { OutboxEntry, ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { type DecidedKind, outcomeSchema } from '#shared/contracts/console-platform/commands.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { commandSaid } from '#shared/descriptions/commands.ts'
import type { Names } from '#shared/values/description.ts'
import { readConfirmed } from '../storage/cache/read-confirmed.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { changedBeside } from './changed-beside.ts'
import { changedFields, keptRecord } from './changed-fields.ts'
import { namesHere } from './names-here.ts'
import { toPendingDecision } from './pending.ts'
import type { QueryContext } from './query-context.ts'

/** What waits to be sent or confirmed, in the order of deciding. */
export function listOutbox(context: QueryContext): OutboxEntry[] {
  return context.workspace.outbox
    .waiting()
    .map((row) => toOutboxEntry(row, namesFor(context, keptRecord(row.recordKind, row.seen))))
}

/** What came back, each with what it says, and where the record differs from what was seen. */
export function listReturned(context: QueryContext): ReturnedDecision[] {
  return context.workspace.outbox.returned().map((row) => {
    const seen = keptRecord(row.recordKind, row.seen)
    const current = readConfirmed(context.workspace.cache.sql, row.recordKind, row.recordId)
    const names = namesFor(context, current ?? seen)
    return {
      ...toOutboxEntry(row, names),
      seen: seen !== null,
      current: current !== null,
      changedFields: changedFields(row.recordKind, seen, current, names),
      ...changedBeside(context, row, row.recordKind, current, names),
    }
  })
}

function toOutboxEntry(row: OutboxRow, names: Names): OutboxEntry {
  const pending = toPendingDecision(row)
  const given: unknown = JSON.parse(row.arguments)
  return {
    ...pending,
    recordKind: row.recordKind,
    recordId: row.recordId,
    recordTitle: row.recordTitle,
    arguments: given,
    said: commandSaid(pending.type, given, names),
    expectedVersion: row.expectedVersion,
    tries: row.tries,
    nextTryAt: row.nextTryAt,
    lastOutcome: row.lastOutcome === null ? null : outcomeSchema.parse(JSON.parse(row.lastOutcome)),
    lastError: row.lastError,
  }
}

/** The names around a decision: those of its record's marketplace, and its own findings by their rules. */
function namesFor(context: QueryContext, record: RecordOf[DecidedKind] | null): Names {
  const findings = record !== null && 'findings' in record ? record.findings : []
  const own = new Map<string, Bilingual>(findings.map(({ ruleId, message }) => [ruleId, message]))
  const marketplace = record !== null && 'marketplace' in record ? record.marketplace : null
  return namesHere(context, marketplace, own)
}
