import { describe, expect, it } from 'vitest'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { assert } from '#shared/base/assert.ts'
import { holidayDifferences, holidayTableSchema, holidayTroubles } from '#shared/calendar/holiday-table.ts'
import type { HolidayYear } from '#shared/calendar/holiday-year.ts'

const tables = await loadHolidays(new URL('../../../resources/holidays/', import.meta.url))
const found = tables.find(({ year }) => year === 2026)
assert(found !== undefined, 'the program carries the table of 2026')
const table: HolidayYear = found

describe('a holiday table', () => {
  it('of every year the program carries can be right', () => {
    expect(tables.map((each) => [each.year, holidayTroubles(each)])).toEqual(
      tables.map(({ year }) => [year, []]),
    )
  })

  it('is read as holiday-cn publishes it too', () => {
    const days = [
      ...table.off.map((day) => ({ ...day, isOffDay: true })),
      ...table.makeUp.map((day) => ({ ...day, isOffDay: false })),
    ]
    const published = { $schema: 'x', $id: 'y', year: table.year, papers: table.papers, days }
    expect(holidayTableSchema.parse(published)).toEqual(table)
  })

  it.each([
    [
      'a make-up day on a Wednesday',
      { makeUp: [{ date: '2026-02-26', name: '春节' }] },
      '2026-02-26',
      'make-up-on-weekday',
    ],
    [
      'a day of 2025',
      { off: [...table.off, { date: '2025-05-01', name: '劳动节' }] },
      '2025-05-01',
      'of-another-year',
    ],
    [
      'a day of 2027',
      { off: [...table.off, { date: '2027-01-01', name: '元旦' }] },
      '2027-01-01',
      'of-another-year',
    ],
    ['a day off and worked', { makeUp: [{ date: '2026-01-03', name: '元旦' }] }, '2026-01-03', 'twice'],
    ['no New Year', { off: table.off.slice(1) }, '2026-01-01', 'new-year-worked'],
  ] satisfies [string, Partial<HolidayYear>, string, string][])(
    'with %s cannot be right',
    (_, change, date, trouble) => {
      expect(holidayTroubles({ ...table, ...change })).toContainEqual({ date, trouble })
    },
  )

  it('may begin in the last days of December, as that of 2019 did', () => {
    const turn = { ...table, off: [{ date: '2025-12-31', name: '元旦' }, ...table.off] }
    expect(holidayTroubles(turn)).toEqual([])
  })

  it.each([
    ['seven days before the year', '2025-12-25', true],
    ['eight days before the year', '2025-12-24', false],
  ])('with a day off %s: whether that can be right', (_, date, canBe) => {
    const turn = { ...table, off: [...table.off, { date, name: '元旦' }] }
    expect(holidayTroubles(turn)).toEqual(canBe ? [] : [{ date, trouble: 'of-another-year' }])
  })

  it('with a make-up day on a Friday cannot be right', () => {
    const friday = { date: '2026-03-06', name: '春节' }
    expect(holidayTroubles({ ...table, makeUp: [friday] })).toEqual([
      { date: '2026-03-06', trouble: 'make-up-on-weekday' },
    ])
  })

  it('tells what cannot be right in the order of the days', () => {
    const off = [
      ...table.off.slice(1),
      { date: '2027-05-01', name: '劳动节' },
      { date: '2024-05-01', name: '劳动节' },
    ]
    expect(holidayTroubles({ ...table, off }).map(({ date }) => date)).toEqual([
      '2024-05-01',
      '2026-01-01',
      '2027-05-01',
    ])
  })

  it('tells the differences in the order of the days, and a day no longer off as usual', () => {
    const [first, second, ...others] = table.off
    assert(first !== undefined && second !== undefined, 'a table has days off')
    const added = { date: '2026-12-31', name: '元旦' }
    expect(holidayDifferences(table, { ...table, off: [added, ...others] })).toEqual([
      { date: first.date, name: first.name, before: 'off', after: 'usual' },
      { date: second.date, name: second.name, before: 'off', after: 'usual' },
      { ...added, before: 'usual', after: 'off' },
    ])
  })

  it('without one before it differs by every day it names', () => {
    expect(holidayDifferences(null, table)).toHaveLength(table.off.length + table.makeUp.length)
    expect(holidayDifferences(table, table)).toEqual([])
  })

  it('tells the days that are otherwise, and how', () => {
    const [first, ...others] = table.off
    assert(first !== undefined, 'a table has days off')
    const changed = { ...table, off: others, makeUp: [...table.makeUp, first] }
    expect(holidayDifferences(table, changed)).toEqual([
      { date: first.date, name: first.name, before: 'off', after: 'make-up' },
    ])
  })
})
