import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OutboxRows, outboxRows } from '#main/engine/outbox/outbox-rows.ts'
import { nextDueAt, pushOutbox } from '#main/engine/outbox/push-outbox.ts'
import { type FailureKind, PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import { openJournal } from '#main/engine/storage/journal/open-journal.ts'
import type { OutboxRow } from '#main/engine/storage/journal/schema.ts'
import type { Outcome } from '#shared/contracts/console-platform/commands.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const A = '01KA000000000000000000000A'
const B = '01KA000000000000000000000B'
const C = '01KA000000000000000000000C'
const D = '01KA000000000000000000000D'

function outbox(answer: (recordId: string, sent: number) => Outcome | FailureKind) {
  const clock = new ManualClock()
  const rows: OutboxRows = outboxRows(openJournal(join(temporaryFolder(), 'journal.db'), new Uint8Array(32)))
  const sent: string[] = []
  const setting = {
    rows,
    accountId: 'ann',
    clock,
    random: () => 0.5,
    onStep: () => undefined,
    changed: () => undefined,
    attached: { give: async () => undefined, giveAgain: () => undefined },
    client: {
      command: async ({ id, recordId }: { id: string; recordId: string }): Promise<Outcome> => {
        sent.push(id)
        const given = answer(recordId, sent.length)
        if (typeof given === 'string') throw new PlatformFailure(given, 'as the test says')
        return given
      },
    },
  }
  const add = (recordId: string, change: Partial<OutboxRow> = {}) =>
    rows.insert(
      {
        id: newUlid(),
        recordKind: 'application',
        recordId,
        recordTitle: '云栈',
        type: 'application.start-review',
        arguments: '{}',
        expectedVersion: 1,
        seenDigest: null,
        seen: '{}',
        createdAt: new Date(clock.now()).toISOString(),
        actor: 'ann',
        actorName: 'Ann',
        state: 'held',
        notBefore: new Date(clock.now()).toISOString(),
        tries: 0,
        nextTryAt: null,
        lastOutcome: null,
        lastError: null,
        acknowledgedVersion: null,
        touches: [],
        needs: [],
        beside: null,
        ...change,
      },
      null,
    ).id
  const push = (eager = false) => pushOutbox(setting, eager)
  const stateOf = (id: string) => rows.get(id)?.state
  return { clock, rows, sent, add, push, stateOf, setting }
}

const applied: Outcome = { kind: 'applied', version: 2, position: 9 }

describe('what becomes of a decision', () => {
  it.each<[Outcome, string]>([
    [applied, 'acknowledged'],
    [{ kind: 'already-applied', version: 2, position: 9 }, 'acknowledged'],
    [{ kind: 'rejected', code: 'wrong-state', detail: '' }, 'returned'],
    [{ kind: 'conflict', currentVersion: 3, current: {} }, 'returned'],
    [{ kind: 'not-allowed', needs: ['ops'] }, 'returned'],
    [{ kind: 'later', retryAfterSeconds: 30 }, 'queued'],
    [{ kind: 'sign-in-needed' }, 'queued'],
    [{ kind: 'client-too-old', minimum: 2 }, 'queued'],
  ])('that the platform answers %j: %s', async (outcome, state) => {
    const { add, push, stateOf, rows } = outbox(() => outcome)
    const id = add(A)
    await push()
    expect(stateOf(id)).toBe(state)
    expect(JSON.parse(rows.get(id)?.lastOutcome ?? '')).toEqual(outcome)
  })

  it.each<[FailureKind, string]>([
    ['offline', 'queued'],
    ['timeout', 'queued'],
    ['server', 'queued'],
    ['throttled', 'queued'],
    ['unauthorized', 'queued'],
    ['client-too-old', 'queued'],
    ['refused', 'returned'],
  ])('that the platform does not answer (%s): %s', async (failure, state) => {
    const { add, push, stateOf } = outbox(() => failure)
    const id = add(A)
    await push()
    expect(stateOf(id)).toBe(state)
  })
})

describe('sending', () => {
  it('tries again later what the platform puts off, and not before', async () => {
    const { add, push, sent, clock, setting } = outbox((_, count) =>
      count === 1 ? { kind: 'later', retryAfterSeconds: 30 } : applied,
    )
    add(A)
    await push()
    await push(true)
    expect(sent).toHaveLength(1)
    expect(nextDueAt(setting)).toBe(clock.now() + 30_000)
    clock.advance(30_000)
    await push()
    expect(sent).toHaveLength(2)
  })

  it('waits longer after each failure, unless the connection is known to be back', async () => {
    const { add, push, sent, clock, setting } = outbox(() => 'offline')
    add(A)
    const waits: number[] = []
    for (let count = 0; count < 4; count++) {
      await push()
      const due = nextDueAt(setting) ?? 0
      waits.push(due - clock.now())
      clock.advance(due - clock.now())
    }
    expect(waits).toEqual([750, 1500, 3000, 6000])
    await push()
    await push()
    expect(sent).toHaveLength(5)
    await push(true)
    expect(sent).toHaveLength(6)
  })

  it('keeps to the order of one record, and does not let a stuck one block another', async () => {
    const { add, push, sent, stateOf } = outbox((record) => (record === A ? 'server' : applied))
    const first = add(A)
    const second = add(A, { expectedVersion: 2 })
    const other = add(B)
    await push()
    expect(sent).toEqual([first, other])
    expect([stateOf(first), stateOf(second), stateOf(other)]).toEqual(['queued', 'held', 'acknowledged'])
  })

  it('sends a decision on a deposit after the match that posts on it, and the other way round', async () => {
    const { add, push, sent, stateOf } = outbox((record) => (record === A ? 'server' : applied))
    const match = add(A, { recordKind: 'bankLine', touches: [`depositObligation ${B}`] })
    const waive = add(B, { recordKind: 'depositObligation' })
    const posts = add(C, { recordKind: 'bankLine', touches: [`depositObligation ${B}`] })
    await push()
    expect(sent).toEqual([match])
    expect([stateOf(waive), stateOf(posts)]).toEqual(['held', 'held'])
  })

  it('lets matches that merely post on one deposit go in any order', async () => {
    const { add, push, sent } = outbox((record) => (record === A ? 'server' : applied))
    const first = add(A, { recordKind: 'bankLine', touches: [`depositObligation ${B}`] })
    const second = add(C, { recordKind: 'bankLine', touches: [`depositObligation ${B}`] })
    await push()
    expect(sent.toSorted()).toEqual([first, second].toSorted())
  })

  it('gives back with an import the matches of its lines, and what rests on those; never the rest', async () => {
    const { add, push, stateOf, sent } = outbox((record) =>
      record === A ? { kind: 'rejected', code: 'lines-known', detail: '' } : applied,
    )
    const imported = add(A, { recordKind: 'bankAccount' })
    const match = add(B, {
      recordKind: 'bankLine',
      needs: [`bankAccount ${A}`],
      touches: [`depositObligation ${C}`],
    })
    const receipt = add(C, { recordKind: 'depositObligation' })
    const other = add(D, { recordKind: 'bankLine' })
    await push()
    expect([imported, match, receipt, other].map(stateOf)).toEqual([
      'returned',
      'returned',
      'returned',
      'acknowledged',
    ])
    expect(sent.toSorted()).toEqual([imported, other].toSorted())
  })

  it('never sends a decision as somebody else', async () => {
    const { add, push, sent } = outbox(() => applied)
    add(A, { actor: 'mo' })
    add(A, { expectedVersion: 2 })
    await push(true)
    expect(sent).toEqual([])
  })

  it('sends each of many records once in a run', async () => {
    const { add, push, sent } = outbox(() => applied)
    const ids = Array.from({ length: 25 }, (_, index) => add(A.slice(0, -2) + String(index).padStart(2, '0')))
    expect(await push()).toEqual({ applied: true, stopped: null })
    expect([...sent].sort()).toEqual([...ids].sort())
  })
})

describe('a confirmed decision', () => {
  it('comes back where the platform lost it, without what was too long to be kept', () => {
    const { add, rows } = outbox(() => applied)
    const short = add(A, { arguments: '{"reason":"有据"}' })
    const long = add(B, { arguments: JSON.stringify({ lines: 'x'.repeat(100_000) }), beside: '{}' })
    rows.confirm(rows.waiting())
    expect(rows.waiting()).toEqual([])
    rows.doubtConfirmed()
    expect(rows.inDoubt(9)).toEqual([short, long])
    rows.resolveDoubt([short, long], [short, long])
    expect(rows.returned().map(({ id, arguments: given, lastError }) => [id, given, lastError])).toEqual([
      [short, '{"reason":"有据"}', 'lost-by-platform'],
      [long, 'null', 'lost-by-platform'],
    ])
    expect(rows.inDoubt(9)).toEqual([])
  })
})
