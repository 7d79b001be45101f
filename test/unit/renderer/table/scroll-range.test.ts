import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterScroll,
  listHeight,
  offsetAt,
  revealing,
  rowsInView,
  type ScrollPlace,
  type ScrollRange,
  scrollHeight,
  scrollTopAt,
  settled,
  TALLEST_PX,
} from '#renderer/table/scroll-range.ts'

const ranges = fc.record({
  rows: fc.integer({ min: 0, max: 3_000_000 }),
  rowHeight: fc.constantFrom(34, 54),
  view: fc.integer({ min: 100, max: 2_000 }),
})
const place = (range: ScrollRange, offset: number): ScrollPlace => settled(range, { offset, scrollTop: 0 })
const lastOffset = (range: ScrollRange) => Math.max(0, listHeight(range) - range.view)

describe('the scroll range of a list', () => {
  it('is never taller than a browser can hold, and both ends of the scrollbar are the ends of the list', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        expect(scrollHeight(range)).toBeLessThanOrEqual(TALLEST_PX)
        expect(offsetAt(range, 0)).toBe(0)
        expect(offsetAt(range, Math.max(0, scrollHeight(range) - range.view))).toBe(lastOffset(range))
        const { last } = rowsInView(range, lastOffset(range), 0)
        expect(last).toBe(range.rows - 1)
      }),
    )
  })

  it('leads every offset to a place of the scrollbar and back', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), (range, part) => {
        const offset = part * lastOffset(range)
        expect(Math.abs(offsetAt(range, scrollTopAt(range, offset)) - offset)).toBeLessThan(0.01)
      }),
    )
  })

  it('moves the rows by as much as the wheel moves, in a list of any length', () => {
    const steps = fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 40 })
    fc.assert(
      fc.property(ranges, fc.double({ min: 0.1, max: 0.9, noNaN: true }), steps, (range, part, turns) => {
        fc.pre(lastOffset(range) > 100 * range.view)
        let now = place(range, part * lastOffset(range))
        let wanted = now.offset
        for (const turn of turns) {
          now = settled(range, afterScroll(range, now, now.scrollTop + turn))
          wanted += turn
        }
        expect(Math.abs(now.offset - wanted)).toBeLessThan(1)
      }),
    )
  })

  it('reaches its end and its start by the wheel alone', () => {
    fc.assert(
      fc.property(ranges, fc.boolean(), (range, down) => {
        const end = down ? lastOffset(range) : 0
        let now = place(range, Math.max(0, Math.min(lastOffset(range), Math.abs(end - 3_000))))
        for (let turn = 0; turn < 200 && now.offset !== end; turn += 1) {
          const most = Math.max(0, scrollHeight(range) - range.view)
          const scrollTop = Math.max(0, Math.min(most, now.scrollTop + (down ? 90 : -90)))
          now = settled(range, afterScroll(range, now, scrollTop))
        }
        expect(now.offset).toBe(end)
      }),
    )
  })

  it('follows the thumb', () => {
    const range = { rows: 1_000_000, rowHeight: 34, view: 700 }
    const half = (scrollHeight(range) - range.view) / 2
    const { offset } = afterScroll(range, place(range, 0), half)
    expect(rowsInView(range, offset, 0).first).toBe(499_989)
  })

  it('brings a row into view with the least movement', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (range, part, some) => {
        fc.pre(range.rows > 0)
        const index = some % range.rows
        const from = part * lastOffset(range)
        const offset = revealing(range, from, index)
        const { first, last } = rowsInView(range, offset, 0)
        expect(index).toBeGreaterThanOrEqual(first)
        expect(index).toBeLessThanOrEqual(last)
        expect(revealing(range, offset, index)).toBe(offset)
      }),
    )
  })
})
