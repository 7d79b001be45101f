import type Database from 'better-sqlite3'
import { monotonicFactory } from 'ulid'
import { aggregateKind, type DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { COMMAND_ROLES, mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import type { Clock, Random } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { checkedDecision, type Decided, decide, type StepsOf } from './decide.ts'
import { DecisionNotAllowed, DecisionRefused } from './decision-refused.ts'
import type { NewDecision, Outbox } from './outbox.ts'
import { outboxRows } from './outbox-rows.ts'
import { withPending } from './overlay.ts'

/** Most decisions that may wait. */
export const OUTBOX_LIMIT = 2000

export interface OutboxSetting {
  readonly journal: Journal
  readonly cache: Database.Database
  readonly account: () => Account
  readonly stepsOf: StepsOf
  readonly clock: Clock
  readonly random: Random
  /** How long a decision is held so that it can be undone. */
  readonly undoMs: number
  readonly onStep: OnStep
  /** Called after every change: rows are in place. */
  readonly changed: () => void
}

export function createOutbox(setting: OutboxSetting): Outbox {
  const { cache, clock, onStep } = setting
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
    undo: (id) => {
      const waiting = rows.waiting()
      const row = waiting.find((each) => each.id === id)
      if (row?.state !== 'held') return false
      const followed = waiting.some((each) => isAbout(each, row) && each.sequence > row.sequence)
      if (followed) return false
      rows.remove([id])
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
    pendingFor: (kind) =>
      Map.groupBy(
        rows.waiting().filter((row) => row.recordKind === kind),
        (row) => row.recordId,
      ),
  }

  function rowOf(
    { account, stepsOf, undoMs }: OutboxSetting,
    decision: NewDecision,
    waiting: ReturnType<typeof rows.waiting>,
    id: string,
  ) {
    const checked = checkedDecision(decision.type, decision.arguments)
    const actor = account()
    if (!mayCommand(actor.roles, decision.type)) throw new DecisionNotAllowed(COMMAND_ROLES[decision.type])
    if (waiting.length >= OUTBOX_LIMIT) {
      throw new DecisionRefused(
        'outbox-full',
        `${OUTBOX_LIMIT} decisions wait: go online so that they are sent`,
      )
    }
    const kind = aggregateKind(decision.type)
    const seen = withPending(cache, kind, decision.recordId, waiting, stepsOf)
    if (seen === null) throw new DecisionRefused('unknown-record', decision.recordId)
    if (seen.record.version !== decision.expectedVersion) {
      throw new DecisionRefused('stale', `version ${seen.record.version}`)
    }
    const createdAt = instantAfter(clock)
    if (decide(seen, checked, actor, createdAt, stepsOf) === null) {
      throw new DecisionRefused('wrong-state', stateOf(seen))
    }
    return {
      id,
      recordKind: kind,
      recordId: decision.recordId,
      recordTitle: titleOf(seen),
      type: decision.type,
      arguments: JSON.stringify(checked.arguments),
      expectedVersion: decision.expectedVersion,
      seenDigest: decision.seenDigest,
      seen: JSON.stringify(seen.record),
      createdAt,
      actor: actor.id,
      actorName: actor.name,
      state: 'held' as const,
      notBefore: instantAfter(clock, undoMs),
      tries: 0,
      nextTryAt: null,
      lastOutcome: null,
      lastError: null,
      acknowledgedVersion: null,
    }
  }
}

export function isAbout(
  row: { recordKind: DecidedKind; recordId: string },
  other: { recordKind: DecidedKind; recordId: string },
): boolean {
  return row.recordKind === other.recordKind && row.recordId === other.recordId
}

function titleOf({ kind, record }: Decided): string {
  switch (kind) {
    case 'application':
      return record.applicant.name
    case 'listingVersion':
      return `${record.title.zh} ${record.packageVersion}`
    case 'depositObligation':
      return record.providerName
  }
}

/** A deposit has no state of its own that a decision could be wrong in, but one: its money is here. */
function stateOf({ kind, record }: Decided): string {
  return kind === 'depositObligation' ? 'held' : record.status
}
