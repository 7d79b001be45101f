import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decisionHash } from '#platform/commands/decision-hash.ts'
import { TEXTS } from '#renderer/i18n/texts.ts'
import type { CommandSheet } from '#shared/contracts/console-platform/commands/command-sheet.ts'
import { COMMAND_TYPES, COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { comparesSeen } from '#shared/contracts/console-platform/seen.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { fenSchema } from '#shared/money/fen.ts'
import {
  newUlid,
  sampleObligation,
  sampleOrder,
  sampleProvider,
} from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, deskUnderTest } from '../engine/queries/desk-under-test.ts'
import { EXAMPLES } from './command-examples.ts'

/** A command that lets money go. */
const PAYOUT = {
  about: 'depositObligation',
  makesRecord: false,
  roles: ['finance-approver'],
  offline: 'refused',
  seen: 'compared',
  arguments: z.strictObject({ amount: fenSchema.positive(), reason: z.string() }),
} as const satisfies CommandSheet

describe('the sheet of a command', () => {
  it('leaves nothing out: without any one of its fields it does not compile', () => {
    const { about, makesRecord, roles, offline, seen, arguments: schema } = PAYOUT
    const incomplete: readonly CommandSheet[] = [
      // @ts-expect-error what it is about
      { makesRecord, roles, offline, seen, arguments: schema },
      // @ts-expect-error whether it makes the record
      { about, roles, offline, seen, arguments: schema },
      // @ts-expect-error who may
      { about, makesRecord, offline, seen, arguments: schema },
      // @ts-expect-error nobody may
      { about, makesRecord, roles: [], offline, seen, arguments: schema },
      // @ts-expect-error whether it may wait
      { about, makesRecord, roles, seen, arguments: schema },
      // @ts-expect-error whether what was seen is compared
      { about, makesRecord, roles, offline, arguments: schema },
      // @ts-expect-error its arguments
      { about, makesRecord, roles, offline, seen },
    ]
    expect(incomplete).toHaveLength(7)
  })
  it.each(COMMAND_TYPES)('%s has words in both languages and takes its example', (type) => {
    for (const { commands } of Object.values(TEXTS)) {
      expect(commands.doing[type]).not.toBe('')
      expect(commands.done[type]).not.toBe('')
    }
    expect(COMMANDS[type].arguments.safeParse(EXAMPLES[type])).toMatchObject({ success: true })
  })
  it('has every verdict and every approval of something seen compared, from protocol 4 on', () => {
    const verdicts = COMMAND_TYPES.filter(
      (type) =>
        /reject|request-changes|approve|delist|override|decline|decide|invoice.(confirm|refuse)-red|recharge.(confirm|refuse|take-back)|adopt|settlement.commit|void|-offline|supervision.confirm|record-review|payout.(verify|send-back|cancel|mark-sent|record-answer|drop-batch)|refuse-bank-account|user.(?!invite)/.test(
          type,
        ) && type !== 'order.record-offline',
    )
    expect(COMMAND_TYPES.filter((type) => comparesSeen(type, 4))).toEqual(verdicts)
    expect(COMMAND_TYPES.filter((type) => comparesSeen(type, 3))).toEqual([])
  })
})

describe('an outbox without a platform', () => {
  it.each(COMMAND_TYPES)('takes %s only from who may, and not for later what may not wait', (type) => {
    const { roles, offline, makesRecord } = COMMANDS[type]
    const decision = {
      type,
      recordId: newUlid(),
      expectedVersion: 0,
      seenDigest: null,
      arguments: EXAMPLES[type],
    }
    const stranger = deskUnderTest({ ...ACCOUNT, roles: ['auditor'] })
    expect(() => stranger.desk().workspace.outbox.enqueue(decision)).toThrow(
      expect.objectContaining({ name: 'DecisionNotAllowed', needs: roles }),
    )
    stranger.close()
    const desk = deskUnderTest({ ...ACCOUNT, roles: [...roles] })
    desk.put('provider', [sampleProvider()])
    const { obligationId } = EXAMPLES['recharge.record']
    desk.put('depositObligation', [sampleObligation({ id: obligationId })])
    // What is written down of a supervision is so of an order.
    const supervision = type === 'supervision.open' ? 'none' : 'pending'
    desk.put('order', [sampleOrder({ id: decision.recordId, supervision })])
    // A payout is of a month that is committed.
    desk.put('settlementStatement', [sampleSettlement({ month: '2026-10', status: 'committed' })])
    const give = () => desk.desk().workspace.outbox.enqueue(decision)
    if (offline === 'refused') expect(give).toThrow(expect.objectContaining({ code: 'offline' }))
    else if (makesRecord) expect(give().state).toBe('held')
    else expect(give).toThrow(expect.objectContaining({ code: 'unknown-record' }))
    desk.close()
  })
})

describe('the hash of a decision', () => {
  const about = { recordId: newUlid(), expectedVersion: 3 }
  it.each(COMMAND_TYPES)('%s is another one with any other argument, person, record or version', (type) => {
    // The example is of this type.
    const decision = { type, arguments: EXAMPLES[type] } as Decision
    const hash = decisionHash('op-1', about, decision)
    expect(decisionHash('op-1', { ...about }, structuredClone(decision))).toBe(hash)
    const others = [
      decisionHash('op-2', about, decision),
      decisionHash('op-1', { ...about, recordId: newUlid() }, decision),
      decisionHash('op-1', { ...about, expectedVersion: 4 }, decision),
      ...changed(decision.arguments).map((given) =>
        // Not an argument the schema takes, perhaps: any difference counts.
        decisionHash('op-1', about, { type, arguments: given } as Decision),
      ),
    ]
    expect(others).not.toContain(hash)
  })
  it('tells a second, different amount of a payout from the first', () => {
    const payout = (amount: number) => ({ type: 'payout.approve', arguments: { amount } }) as const
    expect(decisionHash('op-1', about, payout(100))).not.toBe(decisionHash('op-1', about, payout(101)))
  })
})

/** The value with each of its leaves changed, one at a time. */
function changed(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return [
      [...value, 'more'],
      ...value.flatMap((each, at) => changed(each).map((other) => value.with(at, other))),
    ]
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) =>
      changed(part).map((other) => ({ ...value, [key]: other })),
    )
  }
  return [typeof value === 'number' ? value + 1 : `${value}x`]
}
