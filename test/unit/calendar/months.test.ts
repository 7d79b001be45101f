import { expect, test } from 'vitest'
import { monthsBetween } from '#shared/calendar/months.ts'

test('the months of a period are told in order, across a year', () => {
  expect(monthsBetween('2025-11', '2026-02', 12)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsBetween('9999-12', '9999-12', 1)).toEqual(['9999-12'])
})

test('a period with one end is that month, one without an end is none', () => {
  expect(monthsBetween('2026-10', '', 12)).toEqual(['2026-10'])
  expect(monthsBetween('', '2026-10', 12)).toEqual(['2026-10'])
  expect(monthsBetween('', '', 12)).toEqual([])
})

test('no period is backwards, longer than it may be, or of what is no month', () => {
  expect(monthsBetween('2026-02', '2026-01', 12)).toBeNull()
  expect(monthsBetween('2026-01', '2026-03', 2)).toBeNull()
  expect(monthsBetween('2026-13', '2026-14', 12)).toBeNull()
  expect(monthsBetween('october', '', 12)).toBeNull()
})
