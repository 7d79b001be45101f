import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import { compareWithKnown, knownAfter, NOTHING_KNOWN } from '#shared/rules/known-lines/compare-with-known.ts'
import { csv, fixture, sectionOf } from './statement-files.ts'

const novelties = (lines: readonly StatementLine[], before: readonly StatementLine[]) =>
  compareWithKnown(lines, lineIdentities(lines), knownAfter(NOTHING_KNOWN, before, lineIdentities(before)))

const BASE: StatementLine = {
  serial: null,
  bookedOn: '2026-11-02',
  bookedTime: null,
  direction: 'in',
  amount: 500,
  side: 'credit',
  isReversal: false,
  counterpartyName: '甲',
  counterpartyAccount: '',
  summary: '',
  purpose: '',
  remark: '',
  balanceAfter: null,
  currency: null,
  place: { page: '1', row: 1 },
}

test('the same file again adds nothing', async () => {
  const { lines } = await sectionOf(fixture('corporate/ccb.csv'))
  expect(new Set(novelties(lines, lines))).toEqual(new Set(['known']))
})

test('a later file that overlaps adds only what is new', async () => {
  const { lines } = await sectionOf(fixture('corporate/ccb.csv'))
  expect(novelties(lines.slice(10), lines.slice(0, 16))).toEqual([
    ...Array(6).fill('known'),
    ...Array(8).fill('new'),
  ])
})

test('a line that turns up in days already imported is pointed out', () => {
  const known = [BASE, { ...BASE, bookedOn: '2026-11-04' }]
  const late = { ...BASE, bookedOn: '2026-11-03' }
  expect(novelties([late, { ...BASE, bookedOn: '2026-11-05' }], known)).toEqual(['overlapping', 'new'])
})

test('two payments that are alike in everything are two lines, in each file', () => {
  expect(novelties([BASE, BASE, BASE], [BASE, BASE])).toEqual(['known', 'known', 'new'])
})

test('a serial that comes back with another amount is another line', () => {
  const one = { ...BASE, serial: '1' }
  expect(new Set(lineIdentities([one, { ...one, amount: 501 }])).size).toBe(2)
})

test('a text moved into another field is another line', () => {
  expect(
    new Set(
      lineIdentities([
        { ...BASE, remark: '甲' },
        { ...BASE, summary: '甲' },
      ]),
    ).size,
  ).toBe(2)
})

test('whatever period two files share, together they hold every line once', async () => {
  const { lines } = await sectionOf(
    csv([
      ['交易日期', '借方金额', '贷方金额'],
      ...Array.from({ length: 40 }, (_, at) => [
        `2026-11-${String(1 + (at >> 1)).padStart(2, '0')}`,
        '',
        `${at >> 2}.01`,
      ]),
    ]),
  )
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (from, middle, to) => {
      // Banks export whole days.
      const [first = 0, second = 0, third = 0] = [from, middle, to]
        .toSorted((a, b) => a - b)
        .map((day) => day * 2)
      const known = lines.slice(0, third)
      const next = lines.slice(first)
      const added = novelties(next, known).filter((novelty) => novelty !== 'known').length
      expect(known.length + added).toBe(lines.length)
      expect(second).toBeLessThanOrEqual(third)
    }),
  )
})
