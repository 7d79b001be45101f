import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandAbout, commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import { supervisionKind } from '#shared/contracts/console-platform/kinds/supervision.ts'
import {
  isUnfinished,
  type Order,
  orderStatus,
  type SupervisionState,
  supervisionStateSchema,
} from '#shared/contracts/console-platform/records/order.ts'
import {
  completingSince,
  type Supervision,
  type SupervisionStep,
  supervisionState,
} from '#shared/contracts/console-platform/records/supervision.ts'
import {
  completedSupervision,
  decideSupervision,
  followed,
  lastHappened,
  rejectionsOf,
  reportedSupervision,
  type SupervisionDecision,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { sampleOrder, sampleSupervision } from '#test/integration/platform/sample-records.ts'
import { EXAMPLES } from './command-examples.ts'

const AT = '2026-11-20T02:00:00.000Z'
const LI = { id: 'li', name: '李强' }
const PLATFORM = { id: 'platform', name: 'Marketdesk' }
type Command = CommandAbout<'supervision'>
const COMMANDS = commandsAbout('supervision')
const STATES = supervisionStateSchema.options

const example = (type: Command) => ({ type, arguments: EXAMPLES[type] }) as SupervisionDecision
const order = (supervision: SupervisionState, change: Partial<Order> = {}) =>
  sampleOrder({ supervision, paidAt: '2026-11-01T02:00:00.000Z', ...change })
/** A record whose newest step says the state, after a delivery. */
function recordIn(state: SupervisionState): Supervision {
  const record = sampleSupervision()
  return reportedSupervision(record, { supervision: state }, PLATFORM, AT) ?? record
}
const decide = (
  state: SupervisionState,
  type: Command,
  { record = recordIn(state), actor = LI }: { record?: Supervision | null; actor?: typeof LI } = {},
) => decideSupervision(record, order(state), example(type), actor, AT)
function decided(...given: Parameters<typeof decide>): Supervision {
  const after = decide(...given)
  if (typeof after === 'string') throw new Error(after)
  return after
}

/** Where each command leads from each state that allows it, once something is written down; all others are refused. */
const WITH_RECORD: Readonly<Record<Command, Partial<Record<SupervisionState, SupervisionState>>>> = {
  'supervision.open': { none: 'pending' },
  'supervision.record-delivery': { pending: 'delivered', rejected: 'delivered' },
  'supervision.confirm': { delivered: 'confirmed' },
  'supervision.reject': { delivered: 'rejected' },
  'supervision.record-review': { confirmed: 'confirmed' },
  'supervision.appeal': { rejected: 'appealed' },
  'supervision.decide': { appealed: 'decided' },
}
/** As well before anything is: what the marketplace says is written down from the delivery on. */
const WITHOUT_RECORD: typeof WITH_RECORD = {
  'supervision.open': { none: 'pending' },
  'supervision.record-delivery': {
    pending: 'delivered',
    delivered: 'delivered',
    confirmed: 'delivered',
    rejected: 'delivered',
    appealed: 'delivered',
    decided: 'delivered',
  },
  'supervision.confirm': {},
  'supervision.reject': {},
  'supervision.record-review': {},
  'supervision.appeal': {},
  'supervision.decide': {},
}
const PAIRS = STATES.flatMap((state) => COMMANDS.map((type) => [state, type] as const))

describe('a supervision', () => {
  it.each(PAIRS)('that is %s takes %s as the table says', (state, type) => {
    for (const [record, table] of [
      [recordIn(state), WITH_RECORD],
      [null, WITHOUT_RECORD],
    ] as const) {
      const after = decide(state, type, { record })
      const expected = table[type][state]
      if (expected === undefined) expect(after).toBe('wrong-state')
      else expect(typeof after === 'string' ? after : supervisionState(after)).toBe(expected)
    }
  })

  it.each(COMMANDS)('of a refund takes no %s: it delivers nothing', (type) => {
    for (const state of STATES) {
      const refund = order(state, { kind: 'refund', refundOf: sampleOrder().id, cash: -1 })
      expect(decideSupervision(null, refund, example(type), LI, AT)).toBe('wrong-state')
    }
  })

  it('is of an order that is there', () => {
    expect(decideSupervision(null, null, example('supervision.record-delivery'), LI, AT)).toBe(
      'unknown-record',
    )
  })

  it('adds a step with who and when, and leaves those before it as they are', () => {
    const before = recordIn('delivered')
    const after = decided('delivered', 'supervision.confirm', { record: before })
    expect(after.version).toBe(before.version + 1)
    expect(after.steps.slice(0, -1)).toEqual(before.steps)
    expect(after.steps.at(-1)).toEqual({
      ...{ step: 'confirmed', at: AT, by: 'li', byName: '李强' },
      said: EXAMPLES['supervision.confirm'],
    })
  })

  it('is not decided on appeal by whoever wrote one of its deliveries down', () => {
    const zhou = { id: 'zhou', name: '周敏' }
    expect(decide('appealed', 'supervision.decide', { actor: zhou })).toBe('same-person')
    expect(decide('appealed', 'supervision.decide')).toMatchObject({ version: 3 })
  })

  it.each([
    ['accepted', 'decided', true],
    ['redeliver', 'rejected', true],
    ['refund', 'ended', false],
  ] as const)('that is decided with %s is %s', (outcome, state, unfinished) => {
    const decision = { type: 'supervision.decide', arguments: { outcome, reason: '材料齐全' } } as const
    const after = decideSupervision(recordIn('appealed'), order('appealed'), decision, LI, AT)
    expect(typeof after === 'string' ? after : supervisionState(after)).toBe(state)
    expect(isUnfinished(state)).toBe(unfinished)
  })

  it('goes back to delivery where a step of the review is refused', () => {
    const decision: SupervisionDecision = {
      type: 'supervision.record-review',
      arguments: { step: 'base-manager', outcome: 'refused', evidence: '基地经理退回邮件', attachments: [] },
    }
    const after = decideSupervision(recordIn('confirmed'), order('confirmed'), decision, LI, AT)
    expect(typeof after === 'string' ? after : supervisionState(after)).toBe('rejected')
  })

  it.each([
    ['before the order was paid', '2026-10-31T02:00:00.000Z'],
    ['before the delivery', '2026-11-18T01:59:59.000Z'],
  ])('is not confirmed %s', (_, confirmedAt) => {
    const decision: SupervisionDecision = {
      type: 'supervision.confirm',
      arguments: { confirmedAt, evidence: '买家中心截图', attachments: [] },
    }
    expect(decideSupervision(recordIn('delivered'), order('delivered'), decision, LI, AT)).toBe(
      'day-impossible',
    )
  })

  it('waits for its completion from the confirmation, or from the decision that takes its place', () => {
    const confirmed = decided('delivered', 'supervision.confirm')
    expect(completingSince(confirmed)).toBe(EXAMPLES['supervision.confirm'].confirmedAt)
    expect(completingSince(decided('appealed', 'supervision.decide'))).toBe(AT)
    expect(completingSince(recordIn('delivered'))).toBeNull()
    // The marketplace said so, not when.
    expect(completingSince(recordIn('confirmed'))).toBeNull()
    const { name } = supervisionKind.key(confirmed)
    expect(name).toBe(`completing ${EXAMPLES['supervision.confirm'].confirmedAt} ${confirmed.id}`)
  })

  it('says nothing new where the marketplace reports what it says itself', () => {
    expect(reportedSupervision(recordIn('delivered'), { supervision: 'delivered' }, PLATFORM, AT)).toBeNull()
  })
})

describe('an order', () => {
  it('stands where its supervision has come, and is completed when that is', () => {
    const record = decided('delivered', 'supervision.confirm')
    const confirmed = followed(order('delivered'), record, AT)
    expect(confirmed).toMatchObject({ version: 2, supervision: 'confirmed', completedAt: null })
    expect(orderStatus(confirmed)).toBe('in-supervision')
    const completedAt = '2026-11-19T05:00:00.000Z'
    const completed = followed(confirmed, completedSupervision(record, completedAt, PLATFORM, AT), AT)
    expect(completed).toMatchObject({ version: 3, supervision: 'completed', completedAt })
    expect(orderStatus(completed)).toBe('unsettled')
  })
})

describe('any course of a supervision', () => {
  const course = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...COMMANDS).map(example) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('redeliver', 'refund').map(
          (outcome): SupervisionDecision => ({
            type: 'supervision.decide',
            arguments: { outcome: outcome as 'redeliver' | 'refund', reason: '材料不全' },
          }),
        ),
      },
    ),
    { maxLength: 40 },
  )
  /** The record after a course; the clock completes it wherever it may. */
  function run(decisions: readonly SupervisionDecision[], began: SupervisionState) {
    let record: Supervision | null = null
    const states: SupervisionState[] = [began]
    const of = order(began)
    for (const decision of decisions) {
      const after = decideSupervision(record, of, timed(decision, lastHappened(record, of)), LI, AT)
      if (typeof after === 'string') continue
      record = after
      states.push(supervisionState(record))
    }
    if (record !== null && completingSince(record) !== null) {
      record = completedSupervision(record, AT, PLATFORM, AT)
      states.push(supervisionState(record))
    }
    return { record, states }
  }
  /** Says that it happened when the step before it did: never too early, never to come. */
  function timed(decision: SupervisionDecision, at: string): SupervisionDecision {
    switch (decision.type) {
      case 'supervision.record-delivery':
        return { ...decision, arguments: { ...decision.arguments, deliveredAt: at } }
      case 'supervision.confirm':
        return { ...decision, arguments: { ...decision.arguments, confirmedAt: at } }
      case 'supervision.reject':
        return { ...decision, arguments: { ...decision.arguments, rejectedAt: at } }
      case 'supervision.appeal':
        return { ...decision, arguments: { ...decision.arguments, appealedAt: at } }
      case 'supervision.open':
      case 'supervision.record-review':
      case 'supervision.decide':
        return decision
    }
  }
  const began = fc.constantFrom('none' as const, 'pending' as const)

  it('reaches its completion only by a confirmation or a decision', () => {
    fc.assert(
      fc.property(course, began, (decisions, from) => {
        const { record, states } = run(decisions, from)
        if (!states.includes('completed') || record === null) return
        expect(['confirmed', 'decided']).toContain(states.at(-2))
        const grounds: SupervisionStep['step'][] = ['confirmed', 'decided']
        expect(record.steps.some(({ step }) => grounds.includes(step))).toBe(true)
      }),
    )
  })

  it('is confirmed only after a delivery, and appealed only after a rejection', () => {
    fc.assert(
      fc.property(course, began, (decisions, from) => {
        const { record } = run(decisions, from)
        record?.steps.forEach(({ step }, index) => {
          const before = record.steps.slice(0, index)
          if (step === 'confirmed') expect(before.at(-1)?.step).toBe('delivered')
          if (step !== 'appealed') return
          const refused = before.some((each) => each.step === 'reviewed' && each.said.outcome === 'refused')
          const again = before.some((each) => each.step === 'decided' && each.said.outcome === 'redeliver')
          expect(rejectionsOf({ steps: before }) > 0 || refused || again).toBe(true)
        })
      }),
    )
  })

  it('only adds steps, and its version counts them', () => {
    fc.assert(
      fc.property(course, began, (decisions, from) => {
        const { record } = run(decisions, from)
        if (record !== null) expect(record.version).toBe(record.steps.length)
      }),
    )
  })
})
