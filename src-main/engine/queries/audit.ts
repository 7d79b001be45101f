import { addDays } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import {
  AUDIT_PAGE,
  type AuditDetail,
  type AuditPageFilter,
  type AuditRow,
} from '#shared/contracts/console-engine/audit.ts'
import type { AuditChange, AuditEntry, AuditFilter } from '#shared/contracts/console-platform/contract.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { RECORD_DESCRIPTIONS } from '#shared/descriptions/records.ts'
import { type Names, tell } from '#shared/values/description.ts'
import { isNothing } from '#shared/values/value-text.ts'
import { actionName } from '#shared/words/actions.ts'
import { changedFields } from './changed-fields.ts'
import { namesHere } from './names-here.ts'
import type { QueryContext } from './query-context.ts'
import { RecordMissing } from './record-missing.ts'

/** Who acted where nobody did: the clock, or whoever set the platform up. */
const PLATFORM = 'platform'
const PLATFORM_NAME = 'Marketdesk'

interface Asked {
  readonly filter: AuditPageFilter
  /** The last entry of the page before. */
  readonly below: number | null
}

/** A page of the log, newest first, as the platform has it. @throws PlatformFailure */
export async function listAudit(
  context: QueryContext,
  { filter, below }: Asked,
): Promise<{ rows: AuditRow[]; total: number }> {
  const { auditLog } = context.workspace
  const { entries, total } = await auditLog.auditEntries(platformFilter(filter), below, AUDIT_PAGE)
  return { rows: entries.map((entry) => rowOf(entry, namesHere(context, null))), total }
}

/** One entry and what it changed, field by field. @throws PlatformFailure, RecordMissing */
export async function readAudit(context: QueryContext, sequence: number): Promise<AuditDetail> {
  const { auditLog } = context.workspace
  const [entry] = await auditLog.auditAfter(sequence - 1, 1)
  if (entry?.sequence !== sequence) throw new RecordMissing('audit', String(sequence))
  const change = await auditLog.auditChange(sequence)
  return { entry, row: rowOf(entry, namesHere(context, null)), ...shownOf(context, entry, change) }
}

/** A filter as the platform takes it. */
export function platformFilter({ actor, kind, recordId, from, to }: AuditPageFilter): AuditFilter {
  return {
    ...(actor === null ? {} : { actor }),
    ...(kind === null ? {} : { kind }),
    ...(recordId === null ? {} : { recordId }),
    ...(from === null ? {} : { from: startOfShanghaiDay(from) }),
    ...(to === null ? {} : { before: startOfShanghaiDay(addDays(to, 1)) }),
  }
}

/** An entry as it is told, with the names of this copy. */
export function rowOf(
  { sequence, at, actor, action, recordKind, recordId, hash }: AuditEntry,
  names: Names,
): AuditRow {
  const kind = recordKindSchema.safeParse(recordKind)
  const record =
    kind.success && recordId !== null
      ? { kind: kind.data, id: recordId, title: names.record(kind.data, recordId) }
      : null
  return {
    ...{ sequence, at, hash, record },
    byName: names.person(actor) ?? (actor === PLATFORM ? PLATFORM_NAME : actor),
    action: actionName(action),
  }
}

type Shown = Pick<AuditDetail, 'shown' | 'changes' | 'fields'>
const NOTHING_SHOWN = { changes: [], fields: [] }

function shownOf(context: QueryContext, entry: AuditEntry, change: AuditChange): Shown {
  const kind = recordKindSchema.safeParse(entry.recordKind)
  if (change.isWithheld) return { shown: 'withheld', ...NOTHING_SHOWN }
  if (change.before === null && change.after === null) return { shown: 'not-kept', ...NOTHING_SHOWN }
  return kind.success
    ? shownOfKind(context, kind.data, change, entry)
    : { shown: 'unreadable', ...NOTHING_SHOWN }
}

function shownOfKind<K extends RecordKind>(
  context: QueryContext,
  kind: K,
  { before, after }: AuditChange,
  { beforeHash, afterHash }: AuditEntry,
): Shown {
  const { schema } = RECORD_KINDS[kind]
  const [one, other] = [before, after].map((side) => schema.safeParse(side))
  const whole = other?.success ? other.data : one?.success ? one.data : null
  if (whole === null) return { shown: 'unreadable', ...NOTHING_SHOWN }
  const names = namesHere(context, 'marketplace' in whole ? String(whole.marketplace) : null)
  if (one?.success && other?.success) {
    return { shown: 'changes', changes: changedFields(kind, one.data, other.data, names), fields: [] }
  }
  // A side that was there and was not kept: the other alone does not tell what changed.
  if (beforeHash !== null && afterHash !== null) return { shown: 'not-kept', ...NOTHING_SHOWN }
  const fields = tell(RECORD_DESCRIPTIONS[kind], whole, names).filter(({ value }) => !isNothing(value))
  return { shown: other?.success ? 'made' : 'removed', changes: [], fields }
}
