import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '#shared/rules/reconciliation/ledger.ts'
import { orderLines } from '#shared/rules/reconciliation/order-lines.ts'

/** A line of 2 November by what it leads from and to; `place` is its place in its file. */
function line(
  id: string,
  from: number,
  to: number | null,
  { statement = 'one', place = 1, on = '2026-11-02', effect = (to ?? from) - from } = {},
): LedgerLine {
  return {
    ...{ id, statement, bookedOn: on, chronology: `${on} ${String(place).padStart(3, '0')} ${id}` },
    ...{ effect, balanceAfter: to, status: 'matched', parts: [] },
  }
}

const ids = (lines: readonly LedgerLine[], opening: number | null = null) =>
  orderLines(lines, opening)
    .map(({ id }) => id)
    .join('')

describe('the order of lines', () => {
  it('of one file is the bank’s own, whatever order they are given in', () => {
    const lines = [line('b', 5, 9, { place: 2 }), line('a', 0, 5), line('c', 9, 7, { place: 3 })]
    expect(ids(lines, 0)).toBe('abc')
    expect(ids(lines.toReversed(), 0)).toBe('abc')
  })

  it('of one file stays, though another would break the balance less', () => {
    expect(ids([line('a', 5, 9), line('b', 0, 5, { place: 2 })], 0)).toBe('ab')
  })

  it('goes by days first', () => {
    const late = line('a', 9, 7, { on: '2026-11-03' })
    expect(ids([late, line('b', 0, 9)], 0)).toBe('ba')
  })

  it('of a day that two files share follows the balance, each line from where another ended', () => {
    const day = [
      line('a', 100, 120),
      line('b', 150, 110, { place: 2 }),
      line('c', 120, 150, { statement: 'two' }),
      line('d', 110, 115, { statement: 'two', place: 2 }),
    ]
    expect(ids(day, 100)).toBe('acbd')
    expect(ids(day)).toBe('acbd')
  })

  it('stays as it is where it already follows', () => {
    const day = [line('a', 100, 120), line('b', 120, 150, { place: 2, statement: 'two' })]
    expect(ids(day, 100)).toBe('ab')
    expect(ids(day)).toBe('ab')
  })

  it('comes back to a balance that is passed twice and takes every line once', () => {
    const day = [
      line('a', 100, 120),
      line('b', 120, 100, { place: 2 }),
      line('c', 100, 130, { statement: 'two' }),
      line('d', 130, 100, { statement: 'two', place: 2 }),
      line('e', 100, 90, { statement: 'three' }),
    ]
    expect(ids(day, 100)).toHaveLength(5)
    const walked = orderLines(day, 100)
    for (const [at, { balanceAfter, effect }] of walked.entries()) {
      expect((balanceAfter ?? 0) - effect).toBe(at === 0 ? 100 : walked[at - 1]?.balanceAfter)
    }
    expect(walked.at(-1)?.id).toBe('e')
  })

  it('where a line is missing begins each piece at its own beginning and keeps every line', () => {
    const day = [
      line('a', 150, 110, { place: 2 }),
      line('b', 300, 310, { statement: 'two' }),
      line('c', 120, 150, { statement: 'two', place: 2 }),
      line('d', 310, 290, { place: 3 }),
    ]
    expect(ids(day, 120)).toBe('cabd')
    expect([...ids(day)].sort().join('')).toBe('abcd')
  })

  it('keeps the files’ own where no other breaks the balance at fewer places', () => {
    const day = [
      line('a', 1, 2),
      line('b', 5, 6, { statement: 'two' }),
      line('c', 8, 9, { statement: 'two', place: 2 }),
    ]
    expect(ids(day, 1)).toBe('abc')
    expect(ids(day, 100)).toBe('abc')
  })

  it('of a day on which a line tells no balance is the files’ own', () => {
    const day = [
      line('a', 150, 110),
      line('b', 120, 150, { statement: 'two', place: 2 }),
      line('c', 0, null, { statement: 'two', place: 3, effect: 5 }),
    ]
    expect(ids(day, 120)).toBe('abc')
  })

  it('goes on from the last balance of the day before', () => {
    const before = [line('a', 100, 120)]
    const day = [
      line('b', 90, 120, { on: '2026-11-03' }),
      line('c', 120, 90, { on: '2026-11-03', place: 2, statement: 'two' }),
    ]
    // A circle: where it begins is told by the day before alone.
    expect(ids([...before, ...day], 100)).toBe('acb')
    expect(ids(day, 120)).toBe('cb')
    expect(ids(day, 90)).toBe('bc')
  })
})
