import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import { daysOf, periodBefore, pieceKey, piecesOf, SERIES } from '#shared/rules/boards/board-period.ts'
import { countDistinct } from '#shared/rules/boards/count-distinct.ts'

const period = fc
  .record({ start: fc.integer({ min: 0, max: 4000 }), days: fc.integer({ min: 1, max: 900 }) })
  .map(({ start, days }) => {
    const from = addDays('2019-01-01', start)
    return { from, to: addDays(from, days - 1) }
  })

describe('a period of a board', () => {
  it('has both its days', () => {
    expect(daysOf({ from: '2024-02-28', to: '2024-03-01' })).toBe(3)
    expect(daysOf({ from: '2024-02-29', to: '2024-02-29' })).toBe(1)
  })

  it('comes after one of as many days', () => {
    expect(periodBefore({ from: '2024-03-01', to: '2024-03-31' })).toEqual({
      from: '2024-01-30',
      to: '2024-02-29',
    })
    fc.assert(
      fc.property(period, (days) => {
        const before = periodBefore(days)
        expect(daysOf(before)).toBe(daysOf(days))
        expect(addDays(before.to, 1)).toBe(days.from)
      }),
    )
  })

  it('is cut into days, weeks from Monday, and months, without a gap, the ends as they fall', () => {
    expect(piecesOf({ from: '2024-02-28', to: '2024-03-05' }, 'week')).toEqual([
      { from: '2024-02-28', to: '2024-03-03' },
      { from: '2024-03-04', to: '2024-03-05' },
    ])
    expect(piecesOf({ from: '2024-01-31', to: '2024-03-01' }, 'month')).toEqual([
      { from: '2024-01-31', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-02-29' },
      { from: '2024-03-01', to: '2024-03-01' },
    ])
    fc.assert(
      fc.property(period, fc.constantFrom(...SERIES), (days, series) => {
        const pieces = piecesOf(days, series)
        expect(pieces[0]?.from).toBe(days.from)
        expect(pieces.at(-1)?.to).toBe(days.to)
        const after = pieces.slice(0, -1).map(({ to }) => addDays(to, 1))
        expect(pieces.slice(1).map(({ from }) => from)).toEqual(after)
        const keys = pieces.map((piece) => pieceKey(piece, series))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('calls a week by its Monday, also where the period begins later', () => {
    expect(pieceKey({ from: '2024-03-03', to: '2024-03-03' }, 'week')).toBe('2024-02-26')
    expect(pieceKey({ from: '2024-03-04', to: '2024-03-04' }, 'week')).toBe('2024-03-04')
  })
})

it('different members are counted as sets of them are', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const groups = Uint32Array.from(rows, ([group]) => group)
      const members = Uint32Array.from(rows, ([, member]) => member)
      const sets = Array.from(
        { length: 6 },
        (_, at) => new Set(rows.filter(([group]) => group === at).map(([, member]) => member)),
      )
      expect([...countDistinct(groups, members, 6, 10)]).toEqual(sets.map(({ size }) => size))
    }),
  )
})
