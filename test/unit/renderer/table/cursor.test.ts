import { describe, expect, test } from 'vitest'
import { nextIndex } from '#renderer/table/use-cursor.ts'

describe('the cursor of a table', () => {
  test('starts at the first row', () => {
    expect(nextIndex({ place: -1, left: false, by: 1, count: 3 })).toBe(0)
    expect(nextIndex({ place: -1, left: false, by: -1, count: 3 })).toBe(0)
  })

  test('stays within the list', () => {
    expect(nextIndex({ place: 2, left: false, by: 1, count: 3 })).toBe(2)
    expect(nextIndex({ place: 1, left: false, by: -50, count: 3 })).toBe(0)
    expect(nextIndex({ place: 0, left: false, by: 1, count: 0 })).toBeNull()
  })

  test('goes on from its place when the row it was on has left the list', () => {
    expect(nextIndex({ place: 1, left: true, by: 1, count: 3 })).toBe(1)
    expect(nextIndex({ place: 1, left: true, by: -1, count: 3 })).toBe(0)
    expect(nextIndex({ place: 3, left: true, by: 1, count: 3 })).toBe(2)
  })
})
