import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import {
  COMMANDS,
  type CommandArguments,
  type CommandType,
} from '#shared/contracts/console-platform/commands.ts'
import { executeCommand } from '../commands/execute-command.ts'
import { seenOnRecord } from '../commands/seen-on-record.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.ts'
import type { SeededRandom } from './seeded-random.ts'

const HOUR_MS = 3_600_000

/** Gives a decision at a time of the past; it must be applied. */
export type Give = <T extends CommandType>(
  at: number,
  by: DemoAccount,
  type: T,
  recordId: string,
  said: CommandArguments<T>,
) => Promise<void>

/** Half past ten in Shanghai, but never after the platform's now. */
export function morningOf(platform: Platform, day: PlainDate): number {
  return Math.min(platform.clock(), Date.parse(startOfShanghaiDay(day)) + 10.5 * HOUR_MS)
}

/** Who asks and who approves. */
export function people(): [finance: DemoAccount, approver: DemoAccount] {
  const [, , finance, approver] = DEMO_ACCOUNTS
  assert(finance !== undefined && approver !== undefined, 'the demo has finance and an approver')
  return [finance, approver]
}

/** Gives decisions as the people of the demo, each at its time. */
export function giver(platform: Platform, random: SeededRandom): Give {
  return async (at, by, type, recordId, said) => {
    const then: Platform = { ...platform, clock: () => at, newId: () => ulid(at, random.next) }
    const kind = COMMANDS[type].about
    const seen = await platform.store.get(kind, recordId)
    const onRecord = { platform, transaction: platform.store, at: now(then) }
    const outcome = await executeCommand(
      then,
      { ...by, roles: [...by.roles] },
      {
        id: ulid(at, random.next),
        type,
        recordId,
        expectedVersion: seen?.version ?? 0,
        seenDigest: seen === null ? null : await seenOnRecord(onRecord, kind, seen),
        arguments: said,
      },
    )
    assert(outcome.kind === 'applied', `the demo's ${type} is applied: ${JSON.stringify(outcome)}`)
  }
}
