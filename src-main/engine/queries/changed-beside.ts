import type { BesideChange, ShownKept } from '#shared/contracts/console-engine/pending.ts'
import { COMMANDS, commandTypeSchema, type DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Records } from '#shared/contracts/console-platform/transitions/asking.ts'
import { besideChanges, packChanges } from '#shared/descriptions/beside.ts'
import { RECORD_TITLES } from '#shared/descriptions/titles.ts'
import type { Change, Names } from '#shared/values/description.ts'
import { type Beside, type BesideRecord, readBeside, whatIsShown } from '../outbox/shown.ts'
import { confirmedOfProvider, readConfirmed } from '../storage/cache/read-confirmed.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { MAX_CHANGES } from './changed-fields.ts'
import type { QueryContext } from './query-context.ts'

interface ChangedBeside {
  readonly shown: ShownKept
  readonly changedBeside: BesideChange[]
}

/** Where what was shown beside the record of a decision differs from what would be shown now. */
export function changedBeside<K extends DecidedKind>(
  context: QueryContext,
  row: OutboxRow,
  kind: K,
  current: RecordOf[K] | null,
  names: Names,
): ChangedBeside {
  const { seen } = COMMANDS[commandTypeSchema.parse(row.type)]
  if (seen === 'not-compared') return { shown: 'not-compared', changedBeside: [] }
  const kept = row.beside === null ? 'unreadable' : readBeside(row.beside)
  if (kept === 'unreadable') return { shown: 'older', changedBeside: [] }
  if (kept === 'too-large') return { shown: 'too-large', changedBeside: [] }
  if (current === null) return { shown: 'kept', changedBeside: [] }
  const { packs, tables, controls, today: on } = context
  const judging = { packs, tables, controls, on }
  const { beside } = whatIsShown(kind, current, judging, confirmedRecords(context))
  return { shown: 'kept', changedBeside: differences(kept, beside, names).slice(0, MAX_CHANGES) }
}

function differences(before: Beside, now: Beside, names: Names): BesideChange[] {
  const [seen, current] = [byName(before), byName(now)]
  const changes = [...new Set([...seen.keys(), ...current.keys()])].flatMap((name) =>
    recordChanges(seen.get(name), current.get(name), names),
  )
  return [...changes, ...under(null, packChanges(before.pack, now.pack))]
}

function byName({ records }: Beside): Map<string, BesideRecord> {
  return new Map(records.map((each) => [`${each.kind} ${each.record.id}`, each]))
}

function recordChanges(
  seen: BesideRecord | undefined,
  current: BesideRecord | undefined,
  names: Names,
): BesideChange[] {
  const either = current ?? seen
  if (either === undefined) return []
  // Both are of one name, which says their kind.
  const of = (one: BesideRecord | undefined) => one?.record ?? null
  return changesOf(either.kind, of(seen), of(current), names)
}

function changesOf<K extends RecordKind>(
  kind: K,
  seen: BesideRecord['record'] | null,
  current: BesideRecord['record'] | null,
  names: Names,
): BesideChange[] {
  // The two are of the kind, by their name.
  const [before, now] = [seen as RecordOf[K] | null, current as RecordOf[K] | null]
  const newest = now ?? before
  return under(newest === null ? null : RECORD_TITLES[kind](newest), besideChanges(kind, before, now, names))
}

function under(of: string | null, changes: readonly Change[]): BesideChange[] {
  return changes.map((change) => ({ ...change, of }))
}

/** What the platform has, as far as this desk knows. */
function confirmedRecords({ workspace: { cache } }: QueryContext): Records {
  return {
    get: (kind, id) => readConfirmed(cache.sql, kind, id),
    ofProvider: (kind, marketplace, providerId) =>
      confirmedOfProvider(cache.sql, kind, marketplace, providerId).flatMap(
        (id) => readConfirmed(cache.sql, kind, id) ?? [],
      ),
  }
}
