import { expect, test, vi } from 'vitest'
import { HeldDecisions, undoable } from '#renderer/shell/decisions/held-decisions.ts'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'

const at = (seconds: number) => Date.parse('2026-11-27T08:00:00.000Z') + seconds * 1000
const decision = (commandId: string, undoUntil: number | null): PendingDecision => ({
  commandId,
  type: 'application.approve',
  state: 'held',
  createdAt: new Date(at(0)).toISOString(),
  undoUntil: undoUntil === null ? null : new Date(at(undoUntil)).toISOString(),
})

const called = (title: string) => ({ id: title, title })

test('decisions are counted, and the last one that is held is the one to undo', () => {
  const held = new HeldDecisions()
  const listener = vi.fn()
  held.subscribe(listener)
  held.tell(decision('1', 8), called('甲'), at(0))
  held.tell(decision('2', 9), called('乙'), at(1))
  held.tell(decision('3', null), called('丙'), at(1))
  expect(held.told).toHaveLength(3)
  expect(undoable(held.told, at(2)).at(-1)?.record.title).toBe('乙')
  expect(undoable(held.told, at(8)).flatMap(({ commandIds }) => commandIds)).toEqual(['2'])
  held.drop('2')
  expect(undoable(held.told, at(2)).at(-1)?.record.title).toBe('甲')
  expect(listener).toHaveBeenCalledTimes(4)
})

test('a decision is told of for as long as it can be taken back, and for some seconds in any case', () => {
  const held = new HeldDecisions()
  held.tell(decision('1', 8), called('甲'), at(0))
  held.tell(decision('2', null), called('乙'), at(0))
  held.expire(at(4.9))
  expect(held.told).toHaveLength(2)
  held.expire(at(5))
  expect(held.told.flatMap(({ commandIds }) => commandIds)).toEqual(['1'])
  held.expire(at(8))
  expect(held.told).toEqual([])
})

test('decisions that leave together are one to take back', () => {
  const held = new HeldDecisions()
  held.tell(decision('1', 8), called('甲'), at(0))
  held.tellTogether([decision('2', 9), decision('3', 9)], called('2 笔'), at(1))
  expect(undoable(held.told, at(2)).at(-1)).toMatchObject({ commandIds: ['2', '3'], record: called('2 笔') })
  held.drop('3')
  expect(held.told.flatMap(({ commandIds }) => commandIds)).toEqual(['1'])
})
