import { monotonicFactory } from 'ulid'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { COMMANDS, type DecidedKind, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import {
  type ChangedKind,
  RECORD_KINDS,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { answered, type Records } from '#shared/contracts/console-platform/transitions/asking.ts'
import { decide, type StepsOf } from '#shared/contracts/console-platform/transitions/decide.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { rolesSeeing, toldUnseen } from '#shared/contracts/console-platform/visibility.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import type { AttachedFiles } from '../files/attached-files.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import type { Clock, Random } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { DecisionNotAllowed, DecisionRefused } from './decision-refused.ts'
import { restingOn, touched } from './dependence.ts'
import type { NewDecision, Outbox } from './outbox.ts'
import { outboxRows } from './outbox-rows.ts'
import type { Overlay } from './overlay.ts'
import { namedId, recordName } from './record-name.ts'
import { type BesideRecord, keptBeside, whatIsShown } from './shown.ts'
import { checkedDecision } from './stored-decision.ts'

/** Most decisions that may wait. */
export const OUTBOX_LIMIT = 2000

export interface OutboxSetting {
  readonly journal: Journal
  readonly overlay: Pick<Overlay, 'read' | 'records' | 'isConfirmed' | 'isPending'>
  readonly account: () => Account
  readonly stepsOf: StepsOf
  readonly policies: () => Policies
  readonly clock: Clock
  readonly random: Random
  /** How long a decision is held so that it can be undone. */
  readonly undoMs: number
  /** Whether the platform answers: some decisions are not kept for later. */
  readonly online: () => boolean
  readonly onStep: OnStep
  readonly attached: Pick<AttachedFiles, 'has'>
  /** Called after every change: rows are in place. */
  readonly changed: () => void
}

export function createOutbox(setting: OutboxSetting): Outbox {
  const { overlay, clock, onStep } = setting
  const rows = outboxRows(setting.journal)
  const newId = monotonicFactory(setting.random)

  return {
    enqueue: (decision) => {
      const row = rows.insert(
        rowOf(setting, decision, rows.waiting(), newId(clock.now())),
        decision.replaces ?? null,
      )
      onStep('outbox-store', 'after')
      setting.changed()
      return row
    },
    enqueueTogether: (decisions) => {
      const notBefore = instantAfter(clock, setting.undoMs)
      const stored: OutboxRow[] = []
      try {
        for (const decision of decisions) {
          const row = rowOf(setting, decision, rows.waiting(), newId(clock.now()))
          stored.push(rows.insert({ ...row, notBefore }, decision.replaces ?? null))
          // What comes after may rest on it.
          setting.changed()
        }
      } catch (error) {
        rows.remove(stored.map(({ id }) => id))
        setting.changed()
        throw error
      }
      onStep('outbox-store', 'after')
      return stored
    },
    seenDigest: (kind, id) => shownHere(setting, kind, id)?.digest ?? null,
    undo: (...ids) => {
      const waiting = rows.waiting()
      const taken = waiting.filter((each) => ids.includes(each.id) && each.state === 'held')
      if (taken.length !== ids.length) return false
      const resting = taken.flatMap((row) => restingOn(waiting, row))
      if (resting.some((row) => !taken.includes(row))) return false
      rows.remove(ids)
      setting.changed()
      return true
    },
    discard: (id) => {
      if (rows.get(id)?.state !== 'returned') return false
      rows.remove([id])
      setting.changed()
      return true
    },
    waiting: () => rows.waiting(),
    returned: () => rows.returned(),
    pendingFor: (kind) => {
      const pending = new Map<string, OutboxRow[]>()
      for (const row of rows.waiting()) {
        for (const id of new Set(touched(row).flatMap((name) => namedId(name, kind) ?? []))) {
          pending.set(id, [...(pending.get(id) ?? []), row])
        }
      }
      return pending
    },
  }

  function rowOf(
    { account, stepsOf, undoMs, online, attached }: OutboxSetting,
    decision: NewDecision,
    waiting: ReturnType<typeof rows.waiting>,
    id: string,
  ) {
    const { about: kind, roles, offline, makesRecord } = COMMANDS[decision.type]
    const checked = checkedDecision(decision.type, decision.arguments)
    const actor = account()
    if (!mayCommand(actor.roles, decision.type)) throw new DecisionNotAllowed(roles)
    const dropped = attachmentsIn(checked.arguments).find(({ sha256 }) => !attached.has(sha256))
    if (dropped !== undefined) throw new DecisionRefused('file-missing', dropped.name)
    if (waiting.length >= OUTBOX_LIMIT) {
      throw new DecisionRefused(
        'outbox-full',
        `${OUTBOX_LIMIT} decisions wait: go online so that they are sent`,
      )
    }
    if (offline === 'refused' && !online()) throw new DecisionRefused('offline', '')
    const seen = overlay.read(kind, decision.recordId)
    if (seen === null && !makesRecord) throw new DecisionRefused('unknown-record', decision.recordId)
    const told = seen === null ? null : toldUnseen(actor.roles, kind, seen)
    if (told !== null) throw new DecisionNotAllowed(rolesSeeing(told))
    const version = seen?.version ?? NOT_YET_THERE
    if (version !== decision.expectedVersion) throw new DecisionRefused('stale', `version ${version}`)
    const createdAt = instantAfter(clock)
    const taking = { recordId: decision.recordId, actor, at: createdAt, stepsOf }
    const named: BesideRecord[] = []
    const changes = answered(decide(checked, taking), noting(overlay.records, named))
    if (typeof changes === 'string') throw new DecisionRefused(changes, '')
    const compared = isCompared(decision)
    const shown = compared ? shownHere(setting, kind, decision.recordId) : null
    if (compared && decision.seenDigest !== shown?.digest) {
      throw new DecisionRefused('stale', 'what was on screen has changed')
    }
    const [first] = changes
    return {
      id,
      recordKind: kind,
      recordId: decision.recordId,
      recordTitle: first === undefined ? '' : titleOf(first),
      type: decision.type,
      arguments: JSON.stringify(checked.arguments),
      expectedVersion: decision.expectedVersion,
      seenDigest: decision.seenDigest,
      seen: JSON.stringify(seen),
      createdAt,
      actor: actor.id,
      actorName: actor.name,
      state: 'held' as const,
      // What is not kept for later goes at once.
      notBefore: instantAfter(clock, offline === 'refused' ? 0 : undoMs),
      tries: 0,
      nextTryAt: null,
      lastOutcome: null,
      lastError: null,
      acknowledgedVersion: null,
      touches: changes.map(({ kind, after }) => recordName(kind, after.id)),
      needs: neededBy(overlay, named, shown?.beside.records ?? []),
      beside: shown === null ? null : keptBeside(shown.beside),
    }
  }
}

/** @throws DecisionRefused `bad-arguments` where the digest is missing that the command needs. */
function isCompared({ type, seenDigest }: NewDecision): boolean {
  if (COMMANDS[type].seen === 'not-compared') return false
  if (seenDigest === null) throw new DecisionRefused('bad-arguments', 'seenDigest')
  return true
}

/** What is on screen about a record; null where it is not here. */
function shownHere<K extends DecidedKind>(
  { overlay: { records }, policies, clock }: Pick<OutboxSetting, 'overlay' | 'policies' | 'clock'>,
  kind: K,
  id: string,
) {
  const record = records.get(kind, id)
  if (record === null) return null
  const { packs, tables, controls } = policies()
  return whatIsShown(
    kind,
    record,
    { packs, tables, controls, on: shanghaiDate(instantAfter(clock)) },
    records,
  )
}

/** The same records; `named` gets those that are asked for by their names. */
function noting(records: Records, named: BesideRecord[]): Records {
  return {
    ...records,
    get: (kind, id) => {
      const record = records.get(kind, id)
      // The kind that was asked for is the kind of the answer.
      if (record !== null) named.push({ kind, record } as BesideRecord)
      return record
    },
  }
}

/**
 * What must be on the platform first: the records it names that are on their way, and what decisions on their way change of
 * those that stood beside it, for the platform compares them.
 */
function neededBy(
  overlay: Pick<Overlay, 'isConfirmed' | 'isPending'>,
  named: readonly BesideRecord[],
  beside: readonly BesideRecord[],
): string[] {
  const needed = [
    ...named.filter(({ kind, record }) => !overlay.isConfirmed(kind, record.id)),
    ...beside.filter(({ kind, record }) => overlay.isPending(kind, record.id)),
  ]
  return [...new Set(needed.map(arrivesWith))]
}

/** A line of an import that is on its way comes with its account. */
function arrivesWith({ kind, record }: BesideRecord): string {
  return kind === 'bankLine' ? recordName('bankAccount', record.accountId) : recordName(kind, record.id)
}

function titleOf<K extends ChangedKind>({ kind, after }: { kind: K; after: RecordOf[K] }): string {
  return RECORD_KINDS[kind].title(after)
}
