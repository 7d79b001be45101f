import { describe, expect, it } from 'vitest'
import { between } from '#renderer/table/selection.ts'
import { firstIndex, placeAfter, placeBefore, placeOfRow, WINDOW_SIZE } from '#renderer/table/window-query.ts'

const page = (rows: number, previous: string | null, next: string | null, total = 1_000_000) => ({
  rows: Array.from({ length: rows }, (_, id) => id),
  previous,
  next,
  total,
})
const from = (at: number) => ({ after: null, before: null, at })

describe('the windows of a list', () => {
  it('stand at their place, which is exact at both ends', () => {
    expect(firstIndex(undefined, 0)).toBe(0)
    expect(firstIndex({ pages: [page(100, null, 'n')], pageParams: [from(7)] }, 100)).toBe(0)
    expect(firstIndex({ pages: [page(100, 'p', 'n')], pageParams: [from(5_000)] }, 100)).toBe(5_000)
    expect(firstIndex({ pages: [page(100, 'p', null)], pageParams: [from(5_000)] }, 100)).toBe(999_900)
  })

  it('go on in both directions until there is no more', () => {
    expect(placeAfter(page(100, 'p', 'n'), 300)).toEqual({ after: 'n', before: null, at: 400 })
    expect(placeAfter(page(100, 'p', null), 300)).toBeNull()
    expect(placeBefore(page(100, 'p', 'n'), 300)).toEqual({ after: null, before: 'p', at: 300 - WINDOW_SIZE })
    expect(placeBefore(page(100, null, 'n'), 300)).toBeNull()
  })

  it('are asked for a little before the row that is wanted, and never behind the last whole window', () => {
    expect(placeOfRow(0, 1_000)).toBe(0)
    expect(placeOfRow(500, 1_000)).toBe(470)
    expect(placeOfRow(999, 1_000)).toBe(900)
    expect(placeOfRow(10, 40)).toBe(0)
  })
})

describe('a selection with Shift', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const ids = (fromId: string | null, toId: string) => between(rows, fromId, toId).map(({ id }) => id)

  it('takes every row between, in either direction', () => {
    expect(ids('b', 'd')).toEqual(['b', 'c', 'd'])
    expect(ids('d', 'b')).toEqual(['b', 'c', 'd'])
  })

  it('takes the row alone where it does not begin in the list', () => {
    expect(ids(null, 'c')).toEqual(['c'])
    expect(ids('gone', 'c')).toEqual(['c'])
    expect(ids('a', 'gone')).toEqual([])
  })
})
