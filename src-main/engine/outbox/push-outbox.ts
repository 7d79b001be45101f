import { assertNever } from '#shared/base/assert.ts'
import { type Command, commandTypeSchema, type Outcome } from '#shared/contracts/console-platform/commands.ts'
import type { AttachedFiles } from '../files/attached-files.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import { backoff, LONGEST_WAIT_MS } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { goingFirst, restingOn } from './dependence.ts'
import type { OutboxRows } from './outbox-rows.ts'

/** Aggregates that are sent at the same time. */
const LANES = 4

/** `stopped`: the platform takes nothing from us now (too old, signed out, not answering). */
export type PushResult = { readonly applied: boolean; readonly stopped: PlatformFailure | null }

export interface PushSetting {
  readonly rows: OutboxRows
  readonly client: Pick<PlatformClient, 'command'>
  readonly attached: Pick<AttachedFiles, 'give' | 'giveAgain'>
  /** The account of the session: decisions of anyone else stay where they are. */
  readonly accountId: string
  readonly clock: Clock
  readonly random: Random
  readonly onStep: OnStep
  readonly changed: () => void
}

/**
 * Sends every decision that is due, those about one record in order, each one only after the one before it has
 * its outcome. `eager`: those that wait only because the connection failed go at once.
 */
export async function pushOutbox(setting: PushSetting, eager: boolean): Promise<PushResult> {
  let applied = false
  // A decision is tried once in a run, so that the run ends.
  const tried = new Set<string>()
  for (;;) {
    const due = dueNow(setting, eager).filter((row) => !tried.has(row.id))
    if (due.length === 0) return { applied, stopped: null }
    const lanes = due.slice(0, LANES)
    for (const row of lanes) tried.add(row.id)
    const results = await Promise.all(lanes.map((row) => send(setting, row)))
    applied ||= results.includes('applied')
    const stopped = results.find((result) => result instanceof PlatformFailure)
    if (stopped !== undefined) return { applied, stopped }
  }
}

/** The moment at which the next decision is due; null where none waits. */
export function nextDueAt(setting: Pick<PushSetting, 'rows' | 'accountId' | 'clock'>): number | null {
  const times = heads(setting).map((row) => dueAt(row, setting.clock.now()))
  return times.length === 0 ? null : Math.min(...times)
}

/** The unsent decisions that wait for no other. */
function heads({ rows, accountId }: Pick<PushSetting, 'rows' | 'accountId'>): OutboxRow[] {
  const unsent = rows.waiting().filter((row) => row.state !== 'acknowledged')
  return goingFirst(unsent).filter((row) => row.actor === accountId)
}

function dueNow(setting: PushSetting, eager: boolean): OutboxRow[] {
  const now = setting.clock.now()
  return heads(setting).filter((row) => {
    const failed = row.state === 'queued' && row.lastError !== null
    return (eager && failed) || dueAt(row, now) <= now
  })
}

function dueAt(row: OutboxRow, now: number): number {
  const at = Date.parse(row.nextTryAt ?? row.notBefore)
  return at - now > LONGEST_WAIT_MS ? now : at
}

async function send(setting: PushSetting, row: OutboxRow): Promise<'applied' | 'settled' | PlatformFailure> {
  const { rows, onStep } = setting
  rows.update([row.id], { state: 'queued', tries: row.tries + 1, nextTryAt: null })
  onStep('outbox-send', 'after')
  setting.changed()
  try {
    const command = commandOf(row)
    await setting.attached.give(command.arguments)
    const outcome = await setting.client.command(command)
    const result = settle(setting, row, outcome)
    onStep('outbox-outcome', 'after')
    return result
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error
    return noteFailure(setting, row, error)
  } finally {
    setting.changed()
  }
}

function commandOf(row: OutboxRow): Command {
  return {
    id: row.id,
    type: commandTypeSchema.parse(row.type),
    recordId: row.recordId,
    expectedVersion: row.expectedVersion,
    seenDigest: row.seenDigest,
    arguments: JSON.parse(row.arguments),
  }
}

/** Writes an outcome down; every one has its place. */
function settle(
  setting: PushSetting,
  row: OutboxRow,
  outcome: Outcome,
): 'applied' | 'settled' | PlatformFailure {
  const { rows, clock } = setting
  const told = { lastOutcome: JSON.stringify(outcome), lastError: null }
  switch (outcome.kind) {
    case 'applied':
    case 'already-applied':
      rows.update([row.id], { ...told, state: 'acknowledged', acknowledgedVersion: outcome.version })
      return 'applied'
    case 'rejected':
      if (outcome.code === 'file-missing') setting.attached.giveAgain(JSON.parse(row.arguments))
      giveBack(rows, row, told)
      return 'settled'
    case 'conflict':
    case 'not-allowed':
      giveBack(rows, row, told)
      return 'settled'
    case 'later': {
      const waitMs = Math.min(LONGEST_WAIT_MS, outcome.retryAfterSeconds * 1000)
      rows.update([row.id], { ...told, nextTryAt: instantAfter(clock, waitMs) })
      return 'settled'
    }
    case 'sign-in-needed':
      rows.update([row.id], told)
      return new PlatformFailure('unauthorized', 'the platform asks to sign in again')
    case 'client-too-old':
      rows.update([row.id], told)
      return new PlatformFailure('client-too-old', `the platform needs protocol ${outcome.minimum}`)
    default:
      return assertNever(outcome)
  }
}

/** A decision that comes back brings those after it along: they were taken on top of it. They were never sent. */
function giveBack(
  rows: OutboxRows,
  row: OutboxRow,
  told: { lastOutcome: string | null; lastError: string | null },
) {
  const later = restingOn(rows.waiting(), row).map(({ id }) => id)
  // Followers first: if the program stops in between, the first one is sent again and answered the same.
  if (later.length > 0)
    rows.update(later, { state: 'returned', lastError: 'earlier-returned', nextTryAt: null })
  rows.update([row.id], { ...told, state: 'returned', nextTryAt: null })
}

/** No outcome came: it may or may not have been applied, and the same id will tell. */
function noteFailure(
  setting: PushSetting,
  row: OutboxRow,
  failure: PlatformFailure,
): 'settled' | PlatformFailure {
  const { rows, clock, random } = setting
  switch (failure.kind) {
    case 'refused':
      giveBack(rows, row, { lastOutcome: null, lastError: failure.kind })
      return 'settled'
    case 'unauthorized':
    case 'second-factor':
    case 'client-too-old':
    case 'platform-too-old':
      return failure
    case 'offline':
    case 'timeout':
    case 'server':
    case 'throttled': {
      const waitMs = (failure.retryAfterSeconds ?? 0) * 1000 + backoff(row.tries + 1, random)
      rows.update([row.id], { lastError: failure.kind, nextTryAt: instantAfter(clock, waitMs) })
      // The platform answers others, perhaps: one stuck record blocks none of them.
      return failure.kind === 'server' ? 'settled' : failure
    }
    default:
      return assertNever(failure.kind)
  }
}
