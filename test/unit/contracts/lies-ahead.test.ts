import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { instantSchema } from '#shared/base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '#shared/calendar/plain-date.ts'
import type { CommandSheet } from '#shared/contracts/console-platform/commands/command-sheet.ts'
import { COMMAND_TYPES, COMMANDS, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { liesAhead } from '#shared/contracts/console-platform/transitions/lies-ahead.ts'
import { EXAMPLES } from './command-examples.ts'

/** Days, months and instants of arguments that may lie ahead, each for its cause. */
const MAY_LIE_AHEAD: readonly string[] = [
  // Terms and days that begin or end something.
  'calendar.import.from',
  'control.propose.from',
  'provider.record-term.from',
  'provider.record-term.until',
  'provider.re-verify.documents.expiresOn',
  'deposit.waive.until',
  'deposit.decide-new-amount.effectiveFrom',
  'deposit.decide-new-amount.dueOn',
  'violation.decide.topUpBy',
  'contact.hand-over.dueOn',
  'payout.batch.executeOn',
  'order.record-offline.startsAt',
  'user.invite.grants.from',
  'user.invite.grants.until',
  'user.set-roles.grants.from',
  'user.set-roles.grants.until',
  // What its own rules look at: months of statements, and what a file says of itself.
  'settlement.draft.month',
  'settlement.adjust.month',
  'payout.request.months',
  'bank.import-statement.statement.period.from',
  'bank.import-statement.statement.period.to',
  'order.import.sums.period.from',
  'order.import.sums.period.to',
  'deposit.decide-new-amount.steps.pack.effectiveFrom',
]

const DAYS: readonly unknown[] = [plainDateSchema, plainMonthSchema, instantSchema]

/** The places of days in a schema, those within lists by the list's. */
function daysIn(schema: z.core.$ZodType, place = ''): string[] {
  if (DAYS.includes(schema)) return [place]
  const within = (part: z.core.$ZodType, key = '') => daysIn(part, [place, key].filter(Boolean).join('.'))
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return within(schema.unwrap())
  if (schema instanceof z.ZodArray) return within(schema.element)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => within(option))
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, part]) => within(part, key))
}

function daysOf(type: CommandType): string[] {
  return [...new Set(daysIn(COMMANDS[type].arguments))]
}

function happenedIn(type: CommandType): readonly string[] {
  const sheet: CommandSheet = COMMANDS[type]
  return sheet.happened ?? []
}

describe('a day that a person enters', () => {
  it('either may lie ahead, for a cause, or is refused where it does: every argument of every command says which', () => {
    const undecided = COMMAND_TYPES.flatMap((type) =>
      daysOf(type)
        .filter((place) => !happenedIn(type).includes(place))
        .map((place) => `${type}.${place}`),
    )
    expect(undecided.sort()).toEqual([...MAY_LIE_AHEAD].sort())
  })

  it('is named by its place: what a sheet names is a day of its arguments', () => {
    for (const type of COMMAND_TYPES)
      expect(daysOf(type)).toEqual(expect.arrayContaining([...happenedIn(type)]))
  })

  const at = '2026-11-28T15:54:59.000Z'
  const verified = (checkedOn: string) =>
    ({ type: 'invoice.verify-result', arguments: { result: 'consistent', checkedOn, note: '' } }) as const
  const entered = (enteredAt: string) =>
    ({
      type: 'invoice.enter-red-letter',
      arguments: { ...EXAMPLES['invoice.enter-red-letter'], enteredAt },
    }) as const
  const ticked = (period: string) => ({ type: 'invoice.tick-deduction', arguments: { period } }) as const

  it.each<[string, Decision, string | null]>([
    ["Beijing's day", verified('2026-11-28'), null],
    ['the next day there', verified('2026-11-29'), 'checkedOn'],
    ['this instant', entered(at), null],
    ['what a clock five minutes ahead calls now', entered('2026-11-28T15:59:59.000Z'), null],
    ['a millisecond later', entered('2026-11-28T15:59:59.001Z'), 'enteredAt'],
    ['this month', ticked('2026-11'), null],
    ['the next month', ticked('2026-12'), 'period'],
  ])('lies ahead from %s on', (_what, decision, place) => {
    expect(liesAhead(decision, at)).toBe(place)
  })

  it('is found within what it is said of, and is passed over where nothing is said', () => {
    const said = EXAMPLES['invoice.record']
    const received = (paper: typeof said.paper): Decision => ({
      type: 'invoice.record',
      arguments: { ...said, issuedOn: '2026-11-01', paper },
    })
    expect(liesAhead(received(null), at)).toBeNull()
    const paper = { receivedOn: '2026-11-29', courier: '', tracking: '' }
    expect(liesAhead(received(paper), at)).toBe('paper.receivedOn')
  })
})
