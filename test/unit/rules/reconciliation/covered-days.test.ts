import { describe, expect, it } from 'vitest'
import { bridged, coveredDays, holesBetween, within } from '#shared/rules/reconciliation/covered-days.ts'

const days = (from: number, to: number) => ({
  from: `2026-11-${String(from).padStart(2, '0')}`,
  to: `2026-11-${String(to).padStart(2, '0')}`,
})
const covered = (...statements: readonly (readonly [number, number])[]) =>
  coveredDays(statements.map(([from, to]) => ({ ...days(from, to), opening: null, closing: null })))

describe('the days that statements cover', () => {
  it.each<[string, readonly (readonly [number, number])[], readonly (readonly [number, number])[]]>([
    ['one statement', [[2, 5]], [[2, 5]]],
    [
      'statements that follow each other are one stretch',
      [
        [1, 5],
        [6, 9],
      ],
      [[1, 9]],
    ],
    [
      'a day between them parts them',
      [
        [1, 5],
        [7, 9],
      ],
      [
        [1, 5],
        [7, 9],
      ],
    ],
    [
      'overlapping ones are one',
      [
        [1, 5],
        [3, 9],
      ],
      [[1, 9]],
    ],
    [
      'one within another adds nothing',
      [
        [1, 9],
        [3, 5],
      ],
      [[1, 9]],
    ],
    [
      'the order they come in is irrelevant',
      [
        [12, 14],
        [1, 5],
        [6, 9],
      ],
      [
        [1, 9],
        [12, 14],
      ],
    ],
    ['none', [], []],
  ])('%s', (_, statements, expected) => {
    expect(covered(...statements)).toEqual(expected.map(([from, to]) => days(from, to)))
  })

  it('leave holes between them', () => {
    expect(holesBetween([days(1, 5), days(7, 9), days(12, 14)])).toEqual([days(6, 6), days(10, 11)])
    expect(holesBetween([])).toEqual([])
  })

  it('are joined over the holes in which nothing was missing, and over no other', () => {
    const stretches = [days(1, 5), days(7, 9), days(12, 14)]
    expect(bridged(stretches, () => false)).toEqual(stretches)
    expect(bridged(stretches, () => true)).toEqual([days(1, 14)])
    expect(bridged(stretches, ({ from }) => from === '2026-11-10')).toEqual([days(1, 5), days(7, 14)])
    expect(bridged([], () => true)).toEqual([])
  })

  it('of a month are cut to it, and a single day of it counts', () => {
    const stretches = [days(1, 5), days(7, 9), days(12, 14)]
    expect(within(stretches, days(5, 12))).toEqual([days(5, 5), days(7, 9), days(12, 12)])
    expect(within(stretches, days(6, 6))).toEqual([])
    expect(within(stretches, days(15, 20))).toEqual([])
    expect(within(stretches, days(7, 9))).toEqual([days(7, 9)])
  })
})
